package io.signalbox.engine;

import io.signalbox.flow.Value;
import java.time.Instant;

/// One thing to write down about a run.
public sealed interface RunChange {
    /// About to call. Stored before the wire is touched.
    ///
    /// @param key the same for all attempts of the step
    /// @param request as a person may see it: no secret in it
    record Intent(StepId step, int attempt, String key, Value request) implements RunChange {}

    record Result(StepId step, StepResult result) implements RunChange {}

    /// The step's call brought no final answer; the run sleeps.
    record Retry(StepId step, int attempt, String reason, String detail, Instant until) implements RunChange {}

    record Finish(RunState state, int messages, String reason, String detail, Instant at) implements RunChange {
        public Finish {
            if (!state.isFinal()) {
                throw new IllegalArgumentException(state + " is no final state");
            }
        }
    }
}
