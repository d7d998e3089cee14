package io.signalbox.engine;

import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.event;
import static io.signalbox.engine.Walk.flow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MatcherTest {
    private static final String HIGH = ",'when':{'path':'trigger.data.p','op':'eq','value':'HIGH'}";
    private static final String SECOND = TRIGGER.replace("'trigger','kind'", "'second','kind'");

    private static Matcher matcher(Flow... flows) {
        return new Matcher(List.of(flows).stream()
                .map(flow -> new Matcher.StoredLive(flow, 7))
                .toList());
    }

    /// `flow trigger` of every match.
    private static List<String> matches(Matcher matcher, Event event) {
        return matcher.matches(event).stream()
                .map(match -> match.flow() + " " + match.version() + " "
                        + match.trigger().id())
                .toList();
    }

    @Test
    void an_event_starts_each_flow_once_though_two_triggers_fit() {
        var flow = flow(TRIGGER.formatted("") + "," + SECOND.formatted(""), "");
        assertEquals(List.of("f 7 trigger", "g 7 trigger"), matches(matcher(flow, flow.withId("g")), event("{}")));
    }

    @Test
    void the_first_trigger_whose_condition_holds_is_the_one_that_fired() {
        var flow = flow(TRIGGER.formatted(HIGH) + "," + SECOND.formatted(""), "");
        assertEquals(List.of("f 7 second"), matches(matcher(flow), event("{}")));
        assertEquals(List.of("f 7 trigger"), matches(matcher(flow), event("{'p':'high'}")));
        var strict = flow(TRIGGER.formatted(HIGH), "");
        assertEquals(List.of(), matches(matcher(strict), event("{}")));
    }

    @Test
    void module_submodule_and_event_must_all_fit() {
        var flow = flow(TRIGGER.formatted(""), "");
        for (var other : List.of("'module':'x'", "'submodule':'x'", "'event':'x'")) {
            var name = other.substring(0, other.indexOf(':'));
            var letter = name.equals("'module'") ? "'a'" : name.equals("'submodule'") ? "'b'" : "'c'";
            var changed = flow(TRIGGER.formatted("").replace(name + ":" + letter, other), "");
            assertEquals(List.of(), matches(matcher(changed), event("{}")), other);
        }
        assertEquals(List.of("f 7 trigger"), matches(matcher(flow), event("{}")));
    }

    @Test
    void a_trigger_that_is_off_waits_for_nothing() {
        assertEquals(List.of(), matches(matcher(flow(TRIGGER.formatted(",'off':true"), "")), event("{}")));
        assertEquals(List.of(), matches(matcher(), event("{}")));
    }

    @Test
    void a_webhook_is_found_by_its_exact_address_and_by_no_event() {
        var flow = flow(
                "{'id':'hook','kind':'trigger','type':'webhook','settings':{'hook':'Abc','verifier':'bearer'}}", "");
        var matcher = matcher(flow);
        assertEquals(Optional.of("f"), matcher.hook("Abc").map(Matcher.Match::flow));
        assertEquals(Optional.empty(), matcher.hook("abc"));
        assertEquals(Optional.empty(), matcher.hook("Ab"));
        assertEquals(List.of(), matches(matcher, event("{}")));
    }

    @Test
    void a_condition_sees_the_event_and_nothing_else() {
        var flow = flow(
                TRIGGER.formatted(",'when':{'all':[{'path':'trigger.module','op':'eq','value':'a'},"
                        + "{'path':'trigger.data.at','op':'lastN','value':1},{'path':'wo.x','op':'empty'}]}"),
                "");
        assertEquals(List.of("f 7 trigger"), matches(matcher(flow), event("{'at':'2026-11-22T11:00:00Z'}")));
        assertEquals(List.of(), matches(matcher(flow), event("{'at':'2026-11-20T11:00:00Z'}")));
    }
}
