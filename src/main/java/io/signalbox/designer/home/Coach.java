package io.signalbox.designer.home;

import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Remembered;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.edit.History;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The first flow in five steps. A step is done when the person has really done it, seen from the flow's history, the
/// selection and the preview; nothing asks for it and nothing waits for it. FX thread only.
public final class Coach {
    private static final String SHOWN = "coach.shown";
    private static final String DONE = "coach.done";

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

    private final Remembered remembered;
    private final Background background;
    private final ReadOnlyObjectWrapper<Progress> progress;
    private boolean previewed;

    public Coach(Remembered remembered, Background background) {
        this.remembered = remembered;
        this.background = background;
        var done = remembered.recall(DONE).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .flatMap(name ->
                        Arrays.stream(Step.values()).filter(step -> step.name().equals(name)))
                .collect(Collectors.toSet());
        boolean shown = remembered.recall(SHOWN).filter("true"::equals).isPresent();
        progress = new ReadOnlyObjectWrapper<>(new Progress(shown, done));
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Shows the strip and goes on where the person left it; from the beginning when all was done.
    public void resume() {
        var now = progress.get();
        change(new Progress(true, now.current().isEmpty() ? Set.of() : now.done()));
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
        progress.set(changed);
        background.run(() -> keep(changed), _ -> {}, _ -> {
            // Only the next start would know of it: the coach then offers a step again.
        });
    }

    private List<Step> keep(Progress kept) {
        var done = Arrays.stream(Step.values()).filter(kept.done()::contains).toList();
        remembered.keep(SHOWN, Boolean.toString(kept.shown()));
        remembered.keep(DONE, done.stream().map(Step::name).collect(Collectors.joining(",")));
        return done;
    }
}
