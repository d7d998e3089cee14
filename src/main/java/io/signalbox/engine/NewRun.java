package io.signalbox.engine;

import io.signalbox.flow.NodeId;
import java.time.Instant;
import java.util.Optional;

/// A run to be: one per event and flow.
///
/// @param trigger the node that fired
/// @param replay present when it repeats a run that ended
public record NewRun(String id, String flow, long version, NodeId trigger, Optional<Replayed> replay) {
    /// @param run that it repeats
    /// @param goesOn true: what that run got done counts for this one, and the rest bears the same keys, so that a
    ///     service that knows them refuses a second message. False: everything anew
    /// @param due when it begins: many at once would be a storm
    public record Replayed(String run, boolean goesOn, Instant due) {}

    public NewRun(String id, String flow, long version, NodeId trigger) {
        this(id, flow, version, trigger, Optional.empty());
    }
}
