package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A run that is not at its end, taken up by this process, with all it takes to go on.
///
/// @param lease what shows that this process holds it
/// @param results of steps that ended
/// @param attempts calls made so far of steps that did not end
/// @param unknown steps of which nobody knows whether their last call arrived
/// @param resting steps that did not go on when the run was left last, and why
public record StoredRun(
        String id,
        String flow,
        long version,
        NodeId trigger,
        Event event,
        Lease lease,
        Map<StepId, StepResult> results,
        Map<StepId, Integer> attempts,
        Map<StepId, Lost> unknown,
        Map<StepId, Rest> resting) {

    /// @param fence of the run's row when it was taken up: a higher one there means that somebody else has it now
    /// @param crashes how often a process died while it was at work on the run
    /// @param keyedAs id of the run whose keys its calls bear: its own, but for some replays
    /// @param inherited messages that an earlier run sent and counted, of which this one is the continuation
    /// @param fresh false when it was tried before, or is a replay: those have a smaller share of the work
    public record Lease(long fence, int crashes, String keyedAs, int inherited, boolean fresh) {}

    /// @param attempt the number of the call
    /// @param awaited true when a status of the service was waited for and did not come
    public record Lost(int attempt, boolean awaited) {}

    /// Why something does not go on.
    ///
    /// @param until when it may; empty when somebody must come first
    public record Rest(String reason, String detail, Optional<Instant> until) {
        boolean isOver(Instant now) {
            return until.filter(time -> !time.isAfter(now)).isPresent();
        }
    }

    public StoredRun {
        results = Map.copyOf(results);
        attempts = Map.copyOf(attempts);
        unknown = Map.copyOf(unknown);
        resting = Map.copyOf(resting);
    }

    public static StoredRun fresh(NewRun run, Event event) {
        return new StoredRun(
                run.id(),
                run.flow(),
                run.version(),
                run.trigger(),
                event,
                new Lease(0, 0, run.id(), 0, true),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }
}
