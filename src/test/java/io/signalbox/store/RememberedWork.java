package io.signalbox.store;

import io.signalbox.engine.AtWork;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What a simulated process was at work on outlives it. It dies only where it waits, so nobody is a suspect.
///
/// @param runs of all processes one after the other
/// @param alive false once the process was killed: the dead leave nothing
record RememberedWork(Set<String> runs, BooleanSupplier alive) implements AtWork {
    @Override
    public Place enter(String run) {
        runs.add(run);
        return new Place() {
            @Override
            public void rests() {}

            @Override
            public void goesOn() {}

            @Override
            public void leaves() {
                if (alive.getAsBoolean()) {
                    runs.remove(run);
                }
            }
        };
    }

    @Override
    public Left left() {
        return new Left(runs, Set.of());
    }

    @Override
    public void forget() {
        runs.clear();
    }
}
