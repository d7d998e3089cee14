package io.signalbox.designer.home;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Habits;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.edit.History;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The first flow in five steps. A step is done when the person has really done it, seen from the flow's history, the
/// selection and the preview; nothing asks for it and nothing waits for it. FX thread only.
public final class Coach implements AutoCloseable {
    /// The steps, in the order they are offered; they can be done in any.
    public enum Step {
        LOOK,
        CONDITION,
        MAP,
        PREVIEW,
        READ;

        /// As people count: from 1.
        int number() {
            return Arrays.asList(values()).indexOf(this) + 1;
        }

        String key() {
            return "coach." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param shown whether the strip stands over the canvas
    public record Progress(boolean shown, Set<Step> done) {
        public Progress {
            done = Set.copyOf(done);
        }

        /// The first step that is not done.
        public Optional<Step> current() {
            return Arrays.stream(Step.values())
                    .filter(step -> !done.contains(step))
                    .findFirst();
        }
    }

    private final PreferenceBook book;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(false, Set.of()));
    private final Subscription watching;
    private boolean previewed;

    public Coach(PreferenceBook book) {
        this.book = book;
        watching = book.nowProperty().subscribe(now -> progress.set(kept(now.habits())));
    }

    private static Progress kept(Habits habits) {
        return new Progress(
                habits.coached(),
                Arrays.stream(Step.values())
                        .filter(step -> habits.steps().contains(step.name()))
                        .collect(Collectors.toSet()));
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Shows the strip and goes on where the person left it; from the beginning when all was done.
    public void resume() {
        var now = progress.get();
        change(new Progress(true, now.current().isEmpty() ? Set.of() : now.done()));
    }

    /// Shows the strip with nothing done.
    public void again() {
        change(new Progress(true, Set.of()));
    }

    /// Takes the strip away; what was done stays done.
    public void skip() {
        change(new Progress(false, progress.get().done()));
    }

    /// The person asked for the preview.
    public void previewed() {
        previewed = true;
        tick(Step.PREVIEW);
    }

    /// Watches one open flow until the subscription ends.
    public Subscription watch(FlowSession session, LivePreview preview) {
        previewed = false;
        return session.selectionProperty()
                .subscribe((_, chosen) -> {
                    if (chosen.size() == 1 && preview.model().sample().isPresent()) {
                        tick(previewed ? Step.READ : Step.LOOK);
                    }
                })
                .and(session.historyProperty().subscribe((_, now) -> edited(now)));
    }

    private void edited(History now) {
        var last = now.undoKey().orElse("");
        if (last.equals("edit.condition")) {
            tick(Step.CONDITION);
        }
        if (last.equals("edit.field-map")) {
            tick(Step.MAP);
        }
    }

    private void tick(Step step) {
        var now = progress.get();
        if (now.shown() && !now.done().contains(step)) {
            var more = EnumSet.of(step);
            more.addAll(now.done());
            change(new Progress(true, more));
        }
    }

    private void change(Progress changed) {
        var done = Arrays.stream(Step.values())
                .filter(changed.done()::contains)
                .map(Step::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        book.change(now -> now.withHabits(habits -> habits.withCoach(changed.shown(), done)));
    }
}
