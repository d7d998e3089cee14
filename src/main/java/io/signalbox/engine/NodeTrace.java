package io.signalbox.engine;

import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.util.Optional;

/// What happened at one node in one run, for people.
///
/// @param input settings and fields as evaluated; for a trigger the event
/// @param verdict of the node's own condition, where it has one
/// @param reason text key of why it failed or was suppressed; blank otherwise
public record NodeTrace(
        StepId step, State state, Value input, Value output, Optional<Verdict> verdict, String reason, String detail) {
    public enum State {
        /// Did its work.
        DONE,
        /// Its condition did not hold: the branch ends, which is no failure.
        STOPPED,
        /// Its call is still to be made.
        WAITING,
        FAILED,
        /// The send gate refused.
        SUPPRESSED,
        /// No wire led here.
        SKIPPED,
        /// Switched off.
        OFF
    }
}
