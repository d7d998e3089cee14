package io.signalbox.engine.gate;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings that are in force, changed while everything runs. Whatever a rule held back is judged anew after a
/// change. Safe for use by several threads; changing blocks for the disk.
public final class LiveRules {
    private final GateStore store;
    private final InstantSource clock;
    private volatile Edition edition;
    private volatile Runnable onRelease = () -> {};

    /// Compared by identity: two that say the same are two.
    private record Edition(GateRules rules) {}

    /// Reads what was saved.
    public LiveRules(GateStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.edition = new Edition(GateRules.of(store.rules()));
    }

    public GateRules now() {
        return edition.rules();
    }

    /// Something else after every change.
    public Object edition() {
        return edition;
    }

    /// @param look run, on any thread, when runs were made due
    public void setOnRelease(Runnable look) {
        onRelease = look;
    }

    /// In force when this returns, and after every restart.
    ///
    /// @throws GateProblem when the change is refused; nothing has changed then
    public synchronized void change(UnaryOperator<GateRules> change) {
        var next = change.apply(now());
        if (next.equals(now())) {
            return;
        }
        if (next.isStopped()) {
            // Holds even when the disk does not take it.
            edition = new Edition(next);
        }
        store.save(next.asValue());
        edition = new Edition(next);
        release();
    }

    /// Nothing goes out from now on. Calls that are on their way already come to their end.
    public void stop() {
        change(now -> now.isStopped() ? now : now.withStopped(Optional.of(clock.instant())));
    }

    /// Goes on with what waits.
    public void resume() {
        change(now -> now.withStopped(Optional.empty()));
    }

    /// Told once a run sleeps for a rule: had the rules changed between judgement and sleep, nobody would wake it.
    ///
    /// @param judged the edition that it was judged by
    @SuppressWarnings("ReferenceEquality") // An edition is itself and nothing else.
    public void sleeps(Object judged) {
        if (judged != edition) {
            release();
        }
    }

    private void release() {
        store.release(Rules.HOLDING, clock.instant());
        onRelease.run();
    }
}
