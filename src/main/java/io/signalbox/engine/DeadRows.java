package io.signalbox.engine;

import java.util.List;

/// The stored side of the [DeadList].
public interface DeadRows {
    DeadList.Page page(DeadList.Filter filter, String cursor, int limit);

    /// True when the run was given up and nobody has attended to it.
    boolean isListed(String run);

    int discard(List<String> runs);
}
