package io.signalbox.engine;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// The runs that were given up, until somebody has decided about them.
public interface DeadList {
    /// What is blank excludes nothing.
    ///
    /// @param reason text key
    record Filter(String flow, String reason) {}

    record DeadRun(RunSummary summary) {}

    /// Newest first.
    ///
    /// @param cursor id of the last run of the page before; blank for the first page
    List<DeadRun> page(Filter filter, String cursor, int limit);

    /// Has them run once more.
    ///
    /// @param asNew with new keys towards the services, so that what got through is sent again
    /// @param editedPayload instead of the event's own data
    /// @return the ids of those that run again; the others are not on the list, or their flow does not run for them
    List<String> replay(List<String> ids, boolean asNew, Optional<Value> editedPayload);

    /// Takes them off the list; they stay failed.
    ///
    /// @return how many were on it
    int discard(List<String> ids);
}
