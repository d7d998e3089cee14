package io.signalbox.engine;

import io.signalbox.connector.DeliveryStatus;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// One run with everything that was written down about it.
public record RunRecord(RunSummary summary, long version, NodeId trigger, Event event, List<StepRecord> steps) {
    /// @param request masked; nothing for a step that was never called
    /// @param result as it stands; the last word only once it has ended
    /// @param possibleDuplicate true when the call was repeated after its first outcome was lost
    /// @param delivery what the service reported of what was sent; empty while it reported nothing
    public record StepRecord(
            StepId step,
            StepState state,
            int attempt,
            String key,
            Value request,
            StepResult result,
            boolean possibleDuplicate,
            Optional<DeliveryStatus> delivery) {
        /// Whether what it sent surely did not arrive, though the service had taken it.
        public boolean undelivered() {
            return delivery.filter(told -> told.state() == DeliveryStatus.State.FAILED)
                    .isPresent();
        }

        /// How often it was called. A read that was answered at once leaves no trace of its one call.
        public int attempts() {
            return result instanceof StepResult.Answered ? Math.max(1, attempt) : attempt;
        }

        public boolean ended() {
            return state.isFinal();
        }
    }

    public RunRecord {
        steps = List.copyOf(steps);
    }
}
