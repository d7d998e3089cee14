package io.signalbox.engine;

import java.util.function.Supplier;

/// Tells the time in which a run is worked on from the time in which it only waits, so that a death of the program is
/// blamed on nobody who waited.
final class Stretch {
    private static final ScopedValue<AtWork.Place> PLACE = ScopedValue.newInstance();

    private Stretch() {}

    /// The work on the run that has this place.
    static <T> T at(AtWork.Place place, Supplier<T> work) {
        return ScopedValue.where(PLACE, place).call(work::get);
    }

    /// Something that is waited for, on behalf of a run or of nobody.
    static <T> T resting(Supplier<T> wait) {
        if (!PLACE.isBound()) {
            return wait.get();
        }
        var place = PLACE.get();
        place.rests();
        try {
            return wait.get();
        } finally {
            place.goesOn();
        }
    }
}
