package io.signalbox.engine;

import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.Optional;

/// One thing to write down about a run.
public sealed interface RunChange {
    /// The reason of a step for whose status it is waited.
    String AWAITED = "await-status";

    /// The reason of a step whose call was under way when the program died, or when its run was given up.
    String UNKNOWN_OUTCOME = "unknown-outcome";

    /// About to call. Stored before the wire is touched.
    ///
    /// @param key the same for all attempts of the step
    /// @param request as a person may see it: no secret in it
    record Intent(StepId step, int attempt, String key, Value request) implements RunChange {}

    /// About to call once more, though the call before may have arrived. Marked as a possible duplicate.
    record Resend(StepId step, int attempt, String key, Value request) implements RunChange {}

    record Result(StepId step, StepResult result) implements RunChange {}

    /// The result of a step of which nothing was written before: of a read that was answered at once, or of what never
    /// went out.
    record AtOnce(StepId step, StepResult result) implements RunChange {}

    /// The step's call brought no final answer; it is made again then.
    record Retry(StepId step, int attempt, String reason, String detail, Instant until) implements RunChange {}

    /// The run sleeps. No state of a step changes.
    ///
    /// @param until empty when somebody must come first
    record Sleep(String reason, String detail, Optional<Instant> until) implements RunChange {}

    /// Nobody knows whether the step's call arrived, and a status that bears the key may settle it, or has already.
    /// Followed by a result, it only says so of a step that is given up: whoever repeats it must know.
    ///
    /// @param attempt the number of that call
    record Unknown(StepId step, int attempt, String key, String reason, String detail, Instant until)
            implements RunChange {}

    /// Nobody knows whether the step's call arrived, and the step does not go on before somebody says so.
    record Park(StepId step, String key, String reason, String detail) implements RunChange {}

    record Finish(RunState state, int messages, String reason, String detail, Instant at) implements RunChange {
        public Finish {
            if (!state.isFinal()) {
                throw new IllegalArgumentException(state + " is no final state");
            }
        }
    }
}
