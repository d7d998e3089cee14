package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.flow.Flow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Saves what is drawn half a second after the first unsaved edit, one save at a time. FX thread only.
final class Autosave implements AutoCloseable {
    private static final Duration PAUSE = Duration.millis(500);

    private final FlowSession session;
    private final FlowStore flows;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<State> told;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Subscription watching;
    private Flow saved;
    private long revision;
    private boolean saving;

    /// How the flow stands to the store.
    sealed interface State {
        record Saved(Instant at) implements State {}

        record Unsaved() implements State {}

        /// Somebody else saved it: nothing is saved until the person chose.
        record ChangedElsewhere(long revision) implements State {}

        record Failed(Exception failure) implements State {}
    }

    Autosave(
            FlowSession session,
            long revision,
            FlowStore flows,
            Background background,
            InstantSource clock,
            Consumer<State> told) {
        this.session = session;
        this.saved = session.flow();
        this.revision = revision;
        this.flows = flows;
        this.background = background;
        this.clock = clock;
        this.told = told;
        pause.setOnFinished(_ -> save(() -> {}));
        watching = session.historyProperty().subscribe((_, _) -> changed());
    }

    private void changed() {
        if (!session.flow().equals(saved)) {
            told.accept(new State.Unsaved());
            if (pause.getStatus() != Animation.Status.RUNNING) {
                pause.playFromStart();
            }
        }
    }

    /// Saves now, then runs `done` on the FX thread. With nothing to save it runs at once.
    void save(Runnable done) {
        var flow = session.flow();
        if (flow.equals(saved)) {
            done.run();
            return;
        }
        if (saving) {
            pause.playFromStart();
            return;
        }
        saving = true;
        long based = revision;
        background.run(
                () -> flows.save(flow, based),
                stored -> {
                    saving = false;
                    saved = flow;
                    revision = stored;
                    told.accept(new State.Saved(clock.instant()));
                    changed();
                    done.run();
                },
                failure -> {
                    saving = false;
                    told.accept(
                            failure instanceof FlowChangedElsewhere elsewhere
                                    ? new State.ChangedElsewhere(elsewhere.revision())
                                    : new State.Failed(failure));
                });
    }

    /// Goes on from the store's revision: what is drawn here then replaces it.
    void keepMine(long theirs) {
        revision = theirs;
        save(() -> {});
    }

    /// What is drawn now is what the store has at that revision.
    void tookTheirs(Flow flow, long theirs) {
        saved = flow;
        revision = theirs;
    }

    /// Saves what is unsaved, then stops.
    @Override
    public void close() {
        watching.unsubscribe();
        pause.stop();
        save(() -> {});
    }
}
