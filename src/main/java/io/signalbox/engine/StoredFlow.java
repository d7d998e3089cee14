package io.signalbox.engine;

import io.signalbox.flow.Flow;
import java.time.Instant;
import java.util.Optional;

/// A flow of the workspace.
///
/// @param flow as drawn
/// @param revision counts every save, from 1
/// @param live what runs now; empty when the flow is switched off
public record StoredFlow(Flow flow, long revision, Instant savedAt, Optional<LiveVersion> live) {
    /// @param number from 1, one for each time a changed flow was switched on or deployed
    /// @param identity hash of what it does, see [io.signalbox.json.FlowJson#identity]
    /// @param paused since its runs kept ending the program: what comes in waits until a person decides
    public record LiveVersion(long number, String identity, boolean paused) {}

    public boolean isPaused() {
        return live.filter(LiveVersion::paused).isPresent();
    }
}
