package io.signalbox.engine;

import io.signalbox.engine.RunStore.Written;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what happens to a run at work, and waits until that is on stable storage.
record RunWriter(RunStore runs) {
    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    Written write(StoredRun run, List<RunChange> changes) {
        var written = Stretch.resting(() ->
                runs.write(run.id(), run.lease().fence(), List.copyOf(changes)).join());
        if (written == Written.TOO_LATE) {
            LOG.warn("run {} ended or went on elsewhere; what was done here since is dropped", run.id());
        }
        return written;
    }
}
