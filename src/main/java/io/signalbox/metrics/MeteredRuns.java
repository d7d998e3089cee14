package io.signalbox.metrics;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.Meters;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A record of runs that counts retries and ends as they are written.
public record MeteredRuns(RunStore runs, Meters meters) implements RunStore {
    @Override
    public CompletableFuture<Written> write(String run, long fence, List<RunChange> changes) {
        return runs.write(run, fence, changes).thenApply(written -> {
            // What is settled has not come about as its last change says.
            int done = switch (written) {
                case DONE -> changes.size();
                case SETTLED -> changes.size() - 1;
                case TOO_LATE -> 0;
            };
            changes.subList(0, done).forEach(this::count);
            return written;
        });
    }

    private void count(RunChange change) {
        if (change instanceof RunChange.Retry || change instanceof RunChange.Resend) {
            meters.retried();
        } else if (change instanceof RunChange.Finish finish) {
            meters.ended(finish.state());
        }
    }

    @Override
    public List<StoredRun> unfinished(String after, Room room, Predicate<String> held) {
        return runs.unfinished(after, room, held);
    }

    @Override
    public List<StoredRun> suspects(Room room) {
        return runs.suspects(room);
    }

    @Override
    public List<StoredRun> due(Instant now, Room room) {
        return runs.due(now, room);
    }

    @Override
    public Optional<Instant> nextDue() {
        return runs.nextDue();
    }

    @Override
    public Optional<Instant> unbegunSince() {
        return runs.unbegunSince();
    }

    @Override
    public Optional<Settled> settle(String key, Settlement settlement) {
        return runs.settle(key, settlement);
    }

    @Override
    public Optional<Settled> resolve(String run, Settlement settlement) {
        return runs.resolve(run, settlement);
    }

    @Override
    public boolean cancel(String run, Instant at) {
        boolean cancelled = runs.cancel(run, at);
        if (cancelled) {
            meters.ended(RunState.CANCELLED);
        }
        return cancelled;
    }

    @Override
    public List<RunSummary> latest(String flow, int limit) {
        return runs.latest(flow, limit);
    }

    @Override
    public Map<String, FlowActivity> activity(List<Instant> days) {
        return runs.activity(days);
    }

    @Override
    public Optional<RunRecord> find(String run) {
        return runs.find(run);
    }
}
