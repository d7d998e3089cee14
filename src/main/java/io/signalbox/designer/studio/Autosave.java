package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.edit.Edit;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Saves what is drawn soon after the first unsaved edit, one save at a time. FX thread only.
final class Autosave implements AutoCloseable {
    // With the time a save takes, an edit is on disk within a second even when the program is killed.
    private static final Duration PAUSE = Duration.millis(300);

    private final FlowSession session;
    private final Writer writer;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<State> told;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Subscription watching;
    private final List<Runnable> afterwards = new ArrayList<>();
    private Flow saved;
    private Flow writing;
    private boolean saving;
    private boolean abandoned;
    private long turn;

    /// How the flow stands to the store.
    sealed interface State {
        record Saved(Instant at) implements State {}

        record Unsaved() implements State {}

        /// Somebody else saved it: nothing is saved until the person chose.
        record ChangedElsewhere(long revision) implements State {}

        record Failed(Exception failure) implements State {}
    }

    /// Stores a flow beside one that somebody else has changed; may block.
    interface Beside {
        void store(Flow flow) throws FlowChangedElsewhere;
    }

    /// @param beside where the last edits go when the flow was changed elsewhere and nobody can be asked any more
    Autosave(
            FlowSession session,
            long revision,
            FlowStore flows,
            Background background,
            InstantSource clock,
            Consumer<State> told,
            Beside beside) {
        this.session = session;
        this.saved = session.flow();
        this.writing = saved;
        this.writer = new Writer(flows, beside, revision);
        this.background = background;
        this.clock = clock;
        this.told = told;
        pause.setOnFinished(_ -> save(() -> {}));
        watching = session.historyProperty().subscribe((_, _) -> changed());
    }

    /// Writes one flow after the other, each at the revision of the one before. A flow that comes late is left out:
    /// workers may overtake one another, and an older one must not replace a newer.
    private static final class Writer {
        private final FlowStore flows;
        private final Beside beside;
        private long revision;
        private long last;

        Writer(FlowStore flows, Beside beside, long revision) {
            this.flows = flows;
            this.beside = beside;
            this.revision = revision;
        }

        synchronized long save(Flow flow, long turn) throws FlowChangedElsewhere {
            if (turn > last) {
                revision = flows.save(flow, revision);
                last = turn;
            }
            return revision;
        }

        synchronized long saveLast(Flow flow, long turn) throws FlowChangedElsewhere {
            try {
                return save(flow, turn);
            } catch (FlowChangedElsewhere _) {
                beside.store(flow);
                return revision;
            }
        }

        synchronized void goOnFrom(long theirs) {
            revision = theirs;
        }

        synchronized long revision() {
            return revision;
        }
    }

    private void changed() {
        if (!session.flow().equals(saved)) {
            told.accept(new State.Unsaved());
            if (pause.getStatus() != Animation.Status.RUNNING) {
                pause.playFromStart();
            }
        }
    }

    /// Saves now, then runs `done` on the FX thread. With nothing to save it runs at once; with a save under way, what
    /// was drawn since is saved right behind it.
    void save(Runnable done) {
        if (saving) {
            afterwards.add(done);
            return;
        }
        var flow = session.flow();
        if (flow.equals(saved)) {
            done.run();
            return;
        }
        saving = true;
        writing = flow;
        long mine = ++turn;
        background.run(
                () -> writer.save(flow, mine),
                _ -> {
                    saving = false;
                    saved = flow;
                    told.accept(new State.Saved(clock.instant()));
                    var waiting = List.copyOf(afterwards);
                    afterwards.clear();
                    if (waiting.isEmpty()) {
                        changed();
                    } else {
                        save(() -> waiting.forEach(Runnable::run));
                    }
                    done.run();
                },
                failure -> {
                    saving = false;
                    afterwards.clear();
                    told.accept(
                            failure instanceof FlowChangedElsewhere elsewhere
                                    ? new State.ChangedElsewhere(elsewhere.revision())
                                    : new State.Failed(failure));
                });
    }

    /// Goes on from the store's revision: what is drawn here then replaces it.
    void keepMine(long theirs) {
        writer.goOnFrom(theirs);
        save(() -> {});
    }

    /// What is drawn here and not stored is given up.
    void abandon() {
        abandoned = true;
    }

    /// Shows what was saved elsewhere, as one step that can be undone. Whoever has unsaved changes keeps them, and is
    /// asked when they are saved.
    void follow(StoredFlow theirs) {
        boolean clean = !saving && session.flow().equals(saved);
        if (clean && theirs.revision() > writer.revision()) {
            writer.goOnFrom(theirs.revision());
            saved = theirs.flow();
            session.perform(new Edit.Replace(theirs.flow()), "");
            told.accept(new State.Saved(theirs.savedAt()));
        }
    }

    /// Saves what is unsaved, then stops. The save does not need the FX thread any more, so whoever ends the workers in
    /// order loses nothing, even with an earlier save still under way.
    @Override
    public void close() {
        watching.unsubscribe();
        pause.stop();
        var flow = session.flow();
        if (abandoned || flow.equals(saving ? writing : saved)) {
            return;
        }
        long mine = ++turn;
        background.run(() -> writer.saveLast(flow, mine), _ -> {}, failure -> told.accept(new State.Failed(failure)));
    }
}
