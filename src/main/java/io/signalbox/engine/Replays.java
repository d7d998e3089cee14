package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Repeats runs that were given up, each as a copy of its event.
public final class Replays implements DeadList {
    /// Between two repeats that were asked for at once.
    private static final Duration APART = Duration.ofMillis(100);

    private final DeadRows rows;
    private final RunStore runs;
    private final EventLog log;
    private final LiveFlows flows;
    private final RunLoop loop;
    private final Admission admission;
    private final Ids ids;
    private final InstantSource clock;

    public Replays(
            DeadRows rows,
            RunStore runs,
            EventLog log,
            LiveFlows flows,
            RunLoop loop,
            Admission admission,
            Ids ids,
            InstantSource clock) {
        this.rows = rows;
        this.runs = runs;
        this.log = log;
        this.flows = flows;
        this.loop = loop;
        this.admission = admission;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page page(Filter filter, String cursor, int limit) {
        return rows.page(filter, cursor, limit);
    }

    @Override
    public Replayed replay(List<String> wanted, boolean asNew) {
        return replay(wanted, !asNew, event -> event);
    }

    @Override
    public Replayed replay(String run, Value data) {
        return replay(List.of(run), false, event -> event.withData(data));
    }

    /// One at a time: of two who want the same run repeated, the second must find it attended to.
    private synchronized Replayed replay(List<String> wanted, boolean goesOn, UnaryOperator<Event> edit) {
        var started = new LinkedHashMap<String, String>();
        var refused = new ArrayList<String>();
        var now = clock.instant();
        for (var id : new LinkedHashSet<>(wanted)) {
            var due = now.plus(APART.multipliedBy(started.size()));
            var fresh = rows.isListed(id)
                    ? runs.find(id).flatMap(run -> again(run, goesOn, due, edit))
                    : Optional.<String>empty();
            fresh.ifPresentOrElse(run -> started.put(id, run), () -> refused.add(id));
        }
        if (!started.isEmpty()) {
            loop.due(now);
        }
        return new Replayed(started, refused);
    }

    private Optional<String> again(RunRecord run, boolean goesOn, Instant due, UnaryOperator<Event> edit) {
        var event = edit.apply(run.event().again(ids.next(), clock.instant()));
        return flows.matcher().match(run.summary().flow(), run.trigger(), event).map(match -> {
            var fresh = new NewRun(
                    ids.next(),
                    match.flow(),
                    match.version(),
                    match.trigger().id(),
                    Optional.of(new NewRun.Replayed(run.summary().id(), goesOn, due)));
            log.append(List.of(new EventLog.Entry(event, Optional.empty(), List.of(fresh))))
                    .forEach(stored -> admission.accepted(stored.runs().size(), stored.size()));
            return fresh.id();
        });
    }

    @Override
    public int discard(List<String> unwanted) {
        return rows.discard(unwanted);
    }
}
