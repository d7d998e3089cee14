package io.signalbox.engine;

import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.send;
import static io.signalbox.engine.Walk.source;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final String START = TRIGGER.formatted("");
    private static final String HIGH = "'when':{'path':'trigger.data.p','op':'eq','value':'HIGH'}";
    private static final String LOW = "'when':{'path':'trigger.data.p','op':'eq','value':'LOW'}";

    private static String nodes(String... nodes) {
        return String.join(",", nodes);
    }

    @Test
    void ready_calls_come_at_once_and_later_ones_wait_for_them() {
        var flow = flow(
                nodes(START, source("a", ""), source("b", ""), send("c", ""), send("d", "")),
                nodes(wire("trigger", "a"), wire("trigger", "b"), wire("a", "c"), wire("b", "c"), wire("c", "d")));
        var walk = Walk.of(flow, "{}", Map.of());
        assertEquals(List.of("a b", "c", "d"), walk.calls());
        assertEquals(List.of("trigger DONE", "a DONE", "b DONE", "c DONE", "d DONE"), walk.states());
        assertEquals(new RunEnd(false, 2, "", ""), walk.end());
    }

    @Test
    void every_branch_whose_condition_holds_is_followed() {
        var flow = flow(
                nodes(START, send("high", ""), send("low", ""), send("always", "")),
                nodes(wire("trigger", "high", HIGH), wire("trigger", "low", LOW), wire("trigger", "always")));
        assertEquals(
                List.of("high always"), Walk.of(flow, "{'p':'HIGH'}", Map.of()).calls());
        assertEquals(
                List.of("low always"), Walk.of(flow, "{'p':'LOW'}", Map.of()).calls());
        assertEquals(
                List.of("trigger DONE", "high SKIPPED", "low SKIPPED", "always DONE"),
                Walk.of(flow, "{}", Map.of()).states());
    }

    @Test
    void otherwise_is_followed_when_no_condition_beside_it_held() {
        var flow = flow(
                nodes(START, send("high", ""), send("low", ""), send("rest", "")),
                nodes(
                        wire("trigger", "high", HIGH),
                        wire("trigger", "low", LOW),
                        wire("trigger", "rest", "'otherwise':true")));
        assertEquals(List.of("rest"), Walk.of(flow, "{'p':'MEDIUM'}", Map.of()).calls());
        assertEquals(List.of("high"), Walk.of(flow, "{'p':'HIGH'}", Map.of()).calls());
    }

    @Test
    void a_way_for_failures_does_not_compete_with_otherwise() {
        var flow = flow(
                nodes(START, source("a", ""), send("alarm", ""), send("rest", "")),
                nodes(
                        wire("trigger", "a"),
                        wire("a", "alarm", "'onError':true," + HIGH),
                        wire("a", "rest", "'otherwise':true")));
        assertEquals(
                List.of("a", "rest"), Walk.of(flow, "{'p':'HIGH'}", Map.of()).calls());
    }

    @Test
    void on_error_is_followed_only_after_a_failure_and_takes_it_over() {
        var flow = flow(
                nodes(START, source("a", ""), send("next", ""), send("alarm", "")),
                nodes(wire("trigger", "a"), wire("a", "next"), wire("a", "alarm", "'onError':true")));
        var well = Walk.of(flow, "{}", Map.of());
        assertEquals(List.of("a", "next"), well.calls());
        assertEquals(List.of("trigger DONE", "a DONE", "next DONE", "alarm SKIPPED"), well.states());
        var ill = Walk.of(flow, "{}", Map.of("a", "failed"));
        assertEquals(List.of("a", "alarm"), ill.calls());
        assertEquals(List.of("trigger DONE", "a FAILED", "next SKIPPED", "alarm DONE"), ill.states());
        assertEquals(new RunEnd(false, 1, "", ""), ill.end());
    }

    @Test
    void a_failure_that_nobody_takes_over_fails_the_run() {
        var flow = flow(
                nodes(START, source("a", ""), send("next", ""), send("beside", "")),
                nodes(wire("trigger", "a"), wire("a", "next"), wire("trigger", "beside")));
        var walk = Walk.of(flow, "{}", Map.of("a", "failed"));
        assertEquals(List.of("a FAILED", "next SKIPPED", "beside DONE"), reordered(walk, "a", "next", "beside"));
        assertEquals(new RunEnd(true, 1, "status", "500"), walk.end());
    }

    @Test
    void where_two_ways_join_the_box_runs_once_when_both_are_decided() {
        var flow = flow(
                nodes(START, source("a", ""), source("b", ""), send("c", "")),
                nodes(wire("trigger", "a"), wire("a", "b"), wire("b", "c"), wire("trigger", "c", HIGH)));
        assertEquals(
                List.of("a", "b", "c"), Walk.of(flow, "{'p':'HIGH'}", Map.of()).calls());
        assertEquals(List.of("a", "b", "c"), Walk.of(flow, "{}", Map.of()).calls());
        assertEquals(
                List.of("a", "c"),
                Walk.of(flow, "{'p':'HIGH'}", Map.of("a", "failed")).calls());
        assertEquals(List.of("a"), Walk.of(flow, "{}", Map.of("a", "failed")).calls());
    }

    @Test
    void a_box_that_is_off_ends_its_branch() {
        var flow = flow(
                nodes(START, source("a", ",'off':true"), send("b", ""), send("c", "")),
                nodes(wire("trigger", "a"), wire("a", "b"), wire("trigger", "c")));
        var walk = Walk.of(flow, "{}", Map.of());
        assertEquals(
                List.of("trigger DONE", "a OFF", "c DONE", "b SKIPPED"), reordered(walk, "trigger", "a", "c", "b"));
        assertEquals(new RunEnd(false, 1, "", ""), walk.end());
    }

    private static List<String> reordered(Walk walk, String... steps) {
        return List.of(steps).stream()
                .map(step -> walk.states().stream()
                        .filter(state -> state.startsWith(step + " "))
                        .findFirst()
                        .orElse("none"))
                .toList();
    }

    @Test
    void a_trigger_decides_whether_anything_runs() {
        var stopped = flow(nodes(TRIGGER.formatted("," + HIGH), send("a", "")), wire("trigger", "a"));
        assertEquals(
                List.of("trigger STOPPED", "a SKIPPED"),
                Walk.of(stopped, "{}", Map.of()).states());
        assertEquals(List.of("a"), Walk.of(stopped, "{'p':'HIGH'}", Map.of()).calls());
        var off = flow(nodes(TRIGGER.formatted(",'off':true"), send("a", "")), wire("trigger", "a"));
        assertEquals(
                List.of("trigger OFF", "a SKIPPED"),
                Walk.of(off, "{}", Map.of()).states());
    }

    @Test
    void only_the_trigger_that_fired_goes_on() {
        var other = TRIGGER.replace("'trigger','kind'", "'second','kind'").formatted("");
        var flow = flow(
                nodes(START, other, send("a", ",'settings':{'path':'/x'}"), send("b", "")),
                nodes(wire("trigger", "a"), wire("second", "b")));
        var plan = new Planner(flow, Walk.CONNECTORS).next(new NodeId("second"), Walk.event("{}"), Map.of());
        assertEquals(
                List.of("b"),
                plan.effects().stream().map(effect -> effect.step().toString()).toList());
    }

    @Test
    void each_configuration_is_a_call_and_the_connection_alone_is_none() {
        var flow = flow(
                nodes(
                        START,
                        send("c", ",'settings':{'path':'/x'}"),
                        "{'id':'one','kind':'configuration','fields':[{'to':'a','from':'1'}]}",
                        "{'id':'two','kind':'configuration','fields':[{'to':'a','from':'2'}]," + HIGH + "}",
                        "{'id':'three','kind':'configuration','fields':[{'to':'a','from':'3'}]}",
                        send("after", "")),
                nodes(
                        wire("trigger", "c"),
                        wire("c", "one"),
                        wire("c", "two"),
                        wire("c", "three", LOW),
                        wire("one", "after")));
        var walk = Walk.of(flow, "{}", Map.of());
        assertEquals(List.of("one", "after"), walk.calls());
        assertEquals(
                List.of("c DONE", "one DONE", "two STOPPED", "three SKIPPED", "after DONE"),
                reordered(walk, "c", "one", "two", "three", "after"));
        assertEquals(new RunEnd(false, 2, "", ""), walk.end());
        assertEquals(
                List.of("one two", "after"),
                Walk.of(flow, "{'p':'HIGH'}", Map.of()).calls());
    }

    @Test
    void a_connection_without_configuration_makes_one_call_from_its_settings() {
        var flow = flow(
                nodes(
                        START,
                        "{'id':'text','kind':'connection','type':'whatsapp','connection':'w','operation':'send-text',"
                                + "'settings':{'to':{'path':'trigger.data.phone'},'text':{'template':'Hello {{ trigger.data.name }}'}}}"),
                wire("trigger", "text"));
        var walk = Walk.of(flow, "{'phone':'5511999991234','name':'Ana'}", Map.of());
        assertEquals(List.of("text: to: 5511999991234, text: Hello Ana"), walk.inputs());
        assertEquals(1, walk.end().messages());
    }

    @Test
    void a_reply_is_read_under_the_id_of_its_box() {
        var flow = flow(
                nodes(
                        START,
                        send("c", ""),
                        "{'id':'one','kind':'configuration','fields':[{'to':'a','from':'1'}]}",
                        send("d", ",'settings':{'path':{'template':'/x/{{ one.id }}'}}")),
                nodes(wire("trigger", "c"), wire("c", "one"), wire("one", "d")));
        assertEquals(
                List.of("one: a: 1", "d: path: /x/42"),
                Walk.of(flow, "{}", Map.of("one", "{'id':42}")).inputs());
    }

    @Test
    void what_the_gate_holds_back_ends_its_branch_without_failing() {
        var flow = flow(
                nodes(START, send("a", ""), send("b", ""), send("alarm", "")),
                nodes(wire("trigger", "a"), wire("a", "b"), wire("a", "alarm", "'onError':true")));
        var walk = Walk.of(flow, "{}", Map.of("a", "suppressed"));
        assertEquals(List.of("a"), walk.calls());
        assertEquals(new RunEnd(false, 0, "opt-out", ""), walk.end());
    }

    @Test
    void a_service_that_is_not_known_fails_its_box_alone() {
        var flow = flow(
                nodes(START, source("a", "").replace("http", "telex"), send("b", "")),
                nodes(wire("trigger", "a"), wire("a", "b", "'onError':true")));
        var walk = Walk.of(flow, "{}", Map.of());
        assertEquals(List.of("trigger DONE", "a FAILED", "b DONE"), walk.states());
    }

    @Test
    void a_circle_never_runs() {
        Flow flow = flow(
                nodes(START, source("a", ""), source("b", "")),
                nodes(wire("trigger", "a"), wire("a", "b"), wire("b", "a")));
        assertEquals(List.of("trigger DONE"), Walk.of(flow, "{}", Map.of()).states());
    }

    @Test
    void the_same_results_give_the_same_plan() {
        var flow =
                flow(nodes(START, source("a", ""), send("b", "")), nodes(wire("trigger", "a"), wire("a", "b", HIGH)));
        var planner = new Planner(flow, Walk.CONNECTORS);
        var results = Map.of(new StepId(new NodeId("a"), List.of()), Walk.answered("{'x':1}"));
        var event = Walk.event("{'p':'HIGH'}");
        assertEquals(planner.next(Path.TRIGGER, event, results), planner.next(Path.TRIGGER, event, results));
    }
}
