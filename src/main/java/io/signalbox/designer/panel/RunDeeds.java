package io.signalbox.designer.panel;

import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore.Settlement;

/// What a person can do about a run, whichever list it stands in. FX thread only; what came of it is said.
public interface RunDeeds {
    /// Runs it again with the same event, everything anew.
    void again(RunRecord run);

    /// Goes on where it was given up; what was sent already is not sent again.
    void retry(RunRecord run);

    /// Says what became of the call that it is parked at.
    void resolve(RunRecord run, Settlement settlement);

    void cancel(RunRecord run);
}
