package io.signalbox.engine;

import io.signalbox.connector.Operation;
import io.signalbox.flow.Value;

/// A call the planner wants made, every value in place.
///
/// @param message true for what a Connection sends; false for what a Source fetches
public record Effect(
        StepId step,
        String type,
        String account,
        Operation operation,
        boolean message,
        Value.Fields settings,
        Value.Fields fields) {

    /// To whom it goes; missing when the operation has a recipient and none was found, blank-and-fine when it has
    /// none.
    public Value recipient() {
        return operation.recipient().map(settings::at).orElse(Value.nothing());
    }
}
