package io.signalbox.engine;

import io.signalbox.flow.Flow;
import java.util.Map;

/// How a finished run counts.
///
/// @param messages accepted by their services
/// @param failed some node failed and no wire took the failure over
public record RunEnd(boolean failed, int messages, String reason, String detail) {

    /// @param plan finished
    public static RunEnd of(Flow flow, Plan plan) {
        int messages = 0;
        boolean failed = false;
        var reason = "";
        var detail = "";
        for (var visit : plan.trace()) {
            var node = flow.nodes().get(visit.step().node());
            if (visit.state() == NodeTrace.State.DONE && node != null && Planner.sends(flow, node)) {
                messages++;
            }
            boolean handled = flow.wiresFrom(visit.step().node()).stream().anyMatch(wire -> wire.onError());
            if (visit.state() == NodeTrace.State.FAILED && !handled && !failed) {
                failed = true;
                reason = visit.reason();
                detail = visit.detail();
            }
            if (!failed && reason.isEmpty() && visit.state() == NodeTrace.State.SUPPRESSED) {
                reason = visit.reason();
                detail = visit.detail();
            }
        }
        return new RunEnd(
                failed, messages, failed || messages == 0 ? reason : "", failed || messages == 0 ? detail : "");
    }

    /// The state that says it: given up where some step was and no wire took that over.
    public static RunState state(Flow flow, Plan plan, Map<StepId, StepResult> results) {
        boolean givenUp = plan.trace().stream()
                .filter(visit -> results.get(visit.step()) instanceof StepResult.GivenUp)
                .anyMatch(visit -> flow.wiresFrom(visit.step().node()).stream().noneMatch(wire -> wire.onError()));
        return givenUp ? RunState.DEAD : of(flow, plan).failed() ? RunState.FAILED : RunState.SUCCEEDED;
    }
}
