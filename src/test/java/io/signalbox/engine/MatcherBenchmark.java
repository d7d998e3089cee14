package io.signalbox.engine;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Prints what finding an event's flows costs with 10,000 of them switched on, by the index and by asking each.
public final class MatcherBenchmark {
    private static final int FLOWS = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private MatcherBenchmark() {}

    public static void main(String[] arguments) {
        var random = new Random(1);
        var flows = new ArrayList<Matcher.StoredLive>();
        for (int number = 0; number < FLOWS; number++) {
            flows.add(flow(number, random));
        }
        var events = new ArrayList<Event>();
        for (int number = 0; number < 2_000; number++) {
            events.add(event(random));
        }
        var matcher = new Matcher(flows);
        for (int round = 0; round < 5; round++) {
            measure("index", events, 400, matcher);
        }
        measureAsking(events.subList(0, 50), flows);
    }

    /// All wait for the same event, each for equipment of its own, half of them for a priority, too.
    private static Matcher.StoredLive flow(int number, Random random) {
        var rows = new ArrayList<Condition>();
        if (random.nextBoolean()) {
            rows.add(Condition.row("trigger.data.priority", Operator.EQ, Value.of("HIGH")));
        }
        rows.add(Condition.row("trigger.data.code", Operator.EQ, Value.of("PMP-" + number)));
        rows.add(Condition.row("trigger.data.value", Operator.GT, Value.of(10)));
        var settings = Settings.empty()
                .with("module", "monitoring")
                .with("submodule", "meters")
                .with("event", "new_reading");
        var trigger = new Node.Trigger(
                new NodeId("trigger"),
                "",
                "event",
                settings,
                new Condition.Group(Condition.Mode.ALL, rows),
                false,
                Value.Fields.empty());
        return new Matcher.StoredLive(
                Flow.empty("f" + number, "", Language.EN, ZoneOffset.UTC).withNode(trigger), 1);
    }

    private static Event event(Random random) {
        var data = Value.fields("code", Value.of("pmp-" + random.nextInt(FLOWS)), "value", Value.of(42))
                .with("priority", Value.of("HIGH"));
        return new Event(
                "e",
                "monitoring.meters.new_reading",
                "monitoring",
                "meters",
                "new_reading",
                "",
                "",
                NOW,
                NOW,
                data,
                Value.Fields.empty());
    }

    private static void measure(String name, List<Event> events, int times, Matcher matcher) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long found = 0;
        for (int time = 0; time < times; time++) {
            for (var event : events) {
                found += matcher.matches(event).size();
            }
        }
        print(name, threads.getCurrentThreadCpuTime() - start, (long) times * events.size(), found);
    }

    private static void measureAsking(List<Event> events, List<Matcher.StoredLive> flows) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long found = 0;
        for (var event : events) {
            for (var live : flows) {
                if (Matcher.holds(live.flow().triggers().getFirst(), live.flow().locality(), event)) {
                    found++;
                }
            }
        }
        print("asking each", threads.getCurrentThreadCpuTime() - start, events.size(), found);
    }

    private static void print(String name, long nanos, long events, long found) {
        System.out.printf("%s: %.2f µs CPU an event, %d matches%n", name, nanos / 1_000.0 / events, found);
    }
}
