package io.signalbox.store;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.Ids;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What the executor asks of the store for one event after another, with what the store promises each time.
/// Thread-safe.
final class Work {
    private static final Instant START = Instant.parse("2026-11-21T14:00:00Z");
    private static final StepId STEP = StepId.parse("fields");

    private final Ids ids;

    Work(long seed) {
        var milliseconds = new AtomicLong();
        var chance = new SplittableRandom(seed);
        this.ids = new Ids(() -> START.plus(Duration.ofMillis(milliseconds.incrementAndGet())), () -> {
            synchronized (chance) {
                return chance.nextLong();
            }
        });
    }

    /// One event from its acceptance to the end of its runs.
    ///
    /// @param flows how many runs it starts
    /// @param promised told what is on stable storage, as soon as it is
    void run(EventLog events, SqlRunStore runs, int flows, Consumer<Promise> promised) {
        var entry = entry(flows);
        events.append(List.of(entry));
        promised.accept(new Promise.Stored(entry));
        for (var run : entry.runs()) {
            var intent = new RunChange.Intent(STEP, 1, run.id().substring(0, 26), Value.of("request"));
            runs.write(run.id(), 0, List.of(intent)).join();
            promised.accept(new Promise.Intended(run.id(), intent));
            var answer = new StepResult.Answered(Value.fields("ok", Value.of(true)), "wamid." + run.id());
            runs.write(run.id(), 0, List.of(new RunChange.Result(STEP, answer))).join();
            promised.accept(new Promise.Answered(run.id(), intent, answer));
            var end = new RunChange.Finish(RunState.SUCCEEDED, 1, "", "", START);
            runs.write(run.id(), 0, List.of(end)).join();
            promised.accept(new Promise.Ended(run.id(), RunState.SUCCEEDED, START));
        }
    }

    private EventLog.Entry entry(int flows) {
        var id = ids.next();
        var event = new Event(
                id,
                "a.b.c",
                "a",
                "b",
                "c",
                "",
                "OT-1",
                START,
                START,
                Value.fields("text", Value.of("x".repeat(700))),
                Value.Fields.empty());
        var runs = IntStream.range(0, flows)
                .mapToObj(flow -> new NewRun(ids.next(), "flow-" + flow, 1, new NodeId("trigger")))
                .toList();
        return new EventLog.Entry(event, Optional.of("sender-" + id), runs);
    }
}
