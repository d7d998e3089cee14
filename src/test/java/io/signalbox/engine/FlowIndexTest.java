package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Dice;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.RandomFlows;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The index finds what asking every flow finds: no more, no less, in the same order.
final class FlowIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> FIELDS = List.of("code", "name", "n", "when", "who");
    private static final List<Value> VALUES = List.of(
            Value.of("PMP-014"),
            Value.of("pmp-014"),
            Value.of("José"),
            Value.of("JOSE"),
            Value.of(""),
            Value.of("1.50"),
            Value.of("today"),
            Value.of("2026-11-22"),
            Value.of("2026-11-22T23:59:00Z"),
            Value.of(5),
            new Value.Decimal(new BigDecimal("5.0")),
            Value.of(true),
            Value.nothing(),
            Value.items(Value.of("a"), Value.of(1)),
            Value.fields("id", Value.of("HR-22"), "label", Value.of("Ana")),
            Value.fields("id", Value.of(5)),
            Value.of("HR-22"));

    private static Condition row(Dice dice) {
        return new Condition.Row(
                Path.parse("trigger.data." + dice.of(FIELDS)),
                dice.oneIn(4) ? dice.of(List.of(Operator.NE, Operator.IN, Operator.CONTAINS)) : Operator.EQ,
                dice.of(VALUES),
                dice.oneIn(3) ? dice.of(List.of(Condition.As.values())) : Condition.As.AS_IS,
                dice.oneIn(4),
                dice.oneIn(8));
    }

    private static Condition condition(Dice dice, int deep) {
        if (dice.oneIn(12)) {
            return new RandomFlows(dice.below(1_000_000)).condition(List.of(Path.TRIGGER), 2);
        }
        return deep == 0 || dice.oneIn(2)
                ? row(dice)
                : new Condition.Group(
                        dice.oneIn(2) ? Condition.Mode.ALL : dice.of(List.of(Condition.Mode.values())),
                        dice.list(3, _ -> condition(dice, deep - 1)));
    }

    private static Node.Trigger trigger(String id, String kind, Condition when, boolean off) {
        var settings =
                Settings.empty().with("module", "a").with("submodule", "b").with("event", kind);
        return new Node.Trigger(new NodeId(id), "", "event", settings, when, off, Value.Fields.empty());
    }

    private static Matcher.StoredLive flow(int number, List<Node.Trigger> triggers) {
        Flow flow = Flow.empty("f" + number, "", Language.EN, ZoneOffset.UTC);
        for (var trigger : triggers) {
            flow = flow.withNode(trigger);
        }
        return new Matcher.StoredLive(flow, number);
    }

    private static Event event(Dice dice) {
        var data = Value.Fields.empty();
        for (var field : FIELDS) {
            if (!dice.oneIn(4)) {
                data = data.with(field, dice.of(VALUES));
            }
        }
        return new Event(
                "e", "a.b.c", "a", "b", dice.oneIn(5) ? "d" : "c", "", "", NOW, NOW, data, Value.Fields.empty());
    }

    /// Every trigger asked, one by one.
    private static List<String> asked(List<Matcher.StoredLive> flows, Event event) {
        var found = new ArrayList<String>();
        for (var live : flows) {
            live.flow().triggers().stream()
                    .filter(trigger ->
                            !trigger.off() && trigger.settings().text("event").equals(event.event()))
                    .filter(trigger -> trigger.when()
                            .holdsFor(Matcher.scope(event, live.flow().locality())))
                    .findFirst()
                    .ifPresent(trigger -> found.add(live.flow().id() + " " + trigger.id()));
        }
        return found;
    }

    @Test
    void the_index_finds_what_asking_every_flow_finds() {
        int found = 0;
        for (long seed = 0; seed < 60; seed++) {
            var dice = new Dice(seed);
            var flows = new ArrayList<Matcher.StoredLive>();
            for (int number = 0; number < 60; number++) {
                var triggers = new ArrayList<Node.Trigger>();
                for (int n = 0; n <= dice.below(3); n++) {
                    var when = dice.oneIn(10) ? Condition.always() : condition(dice, 2);
                    triggers.add(trigger("t" + n, dice.oneIn(5) ? "d" : "c", when, dice.oneIn(10)));
                }
                flows.add(flow(number, triggers));
            }
            var matcher = new Matcher(flows);
            for (int n = 0; n < 40; n++) {
                var event = event(dice);
                var matches = matcher.matches(event).stream()
                        .map(match -> match.flow() + " " + match.trigger().id())
                        .toList();
                assertEquals(asked(flows, event), matches, "seed " + seed + " event " + event.data());
                found += matches.size();
            }
        }
        assertTrue(found > 1_000, "too few matches to show anything: " + found);
    }
}
