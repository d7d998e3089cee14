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

    /// The send gate refused.
    ///
    /// @param rule text key `rule.<rule>`
    record Suppressed(String rule, String detail) implements StepResult {}
}
