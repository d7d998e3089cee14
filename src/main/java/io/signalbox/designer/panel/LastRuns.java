package io.signalbox.designer.panel;

import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunSummary;
import java.util.List;
import java.util.Optional;

/// What really happened with a flow lately. May block: asked through the background only.
public interface LastRuns {
    /// Newest first.
    List<RunSummary> latest(String flow, int limit);

    Optional<RunRecord> find(String run);

    /// Those that are stored.
    static LastRuns of(RunStore store) {
        return new LastRuns() {
            @Override
            public List<RunSummary> latest(String flow, int limit) {
                return store.latest(flow, limit);
            }

            @Override
            public Optional<RunRecord> find(String run) {
                return store.find(run);
            }
        };
    }

    /// Where nothing runs.
    static LastRuns none() {
        return new LastRuns() {
            @Override
            public List<RunSummary> latest(String flow, int limit) {
                return List.of();
            }

            @Override
            public Optional<RunRecord> find(String run) {
                return Optional.empty();
            }
        };
    }
}
