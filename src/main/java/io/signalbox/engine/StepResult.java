package io.signalbox.engine;

import io.signalbox.flow.Value;

/// How a step that reaches outside ended. Final: never changed once stored.
public sealed interface StepResult {
    /// @param output what later nodes read under the step's id
    /// @param externalId the service's id of what was made; may be blank
    record Answered(Value output, String externalId) implements StepResult {}

    /// For good.
    ///
    /// @param reason text key, see [io.signalbox.connector.Connectors#explain]
    record Failed(String reason, String detail) implements StepResult {}

    /// Tries or age used up, though the service might have taken it later.
    ///
    /// @param reason of the last try
    record GivenUp(String reason, String detail) implements StepResult {}

    /// The send gate refused.
    ///
    /// @param rule text key `rule.<rule>`
    record Suppressed(String rule, String detail) implements StepResult {}

    /// What its row says.
    default StepState state() {
        return switch (this) {
            case Answered _ -> StepState.DONE;
            case Failed _ -> StepState.REFUSED;
            case GivenUp _ -> StepState.DEAD;
            case Suppressed _ -> StepState.SUPPRESSED;
        };
    }
}
