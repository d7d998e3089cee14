package io.signalbox.engine;

import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.send;
import static io.signalbox.engine.Walk.source;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What follows a source that goes through a list.
final class IterationTest {
    private static final String START = TRIGGER.formatted("");

    private static String nodes(String... nodes) {
        return String.join(",", nodes);
    }

    private static String path(String template) {
        return ",'settings':{'path':{'template':'" + template + "'}}";
    }

    @Test
    void what_follows_runs_once_per_item() {
        var flow = flow(
                nodes(START, source("wo", ",'each':'wo.tasks'"), send("c", path("/{{ wo.n }}"))),
                nodes(wire("trigger", "wo"), wire("wo", "c")));
        var walk = Walk.of(flow, "{}", Map.of("wo", "{'tasks':[{'n':7},{'n':8},{'n':9}]}"));
        assertEquals(List.of("wo", "c[0] c[1] c[2]"), walk.calls());
        assertEquals(List.of("wo: ", "c[0]: path: /7", "c[1]: path: /8", "c[2]: path: /9"), walk.inputs());
        assertEquals(3, walk.end().messages());
    }

    @Test
    void a_condition_behind_the_list_is_asked_of_each_item() {
        var flow = flow(
                nodes(START, source("wo", ",'each':'wo.tasks'"), send("c", "")),
                nodes(wire("trigger", "wo"), wire("wo", "c", "'when':{'path':'wo.n','op':'gt','value':7}")));
        var walk = Walk.of(flow, "{}", Map.of("wo", "{'tasks':[{'n':7},{'n':8},{'n':9}]}"));
        assertEquals(List.of("wo", "c[1] c[2]"), walk.calls());
    }

    @Test
    void rows_of_the_same_value_are_one_visit() {
        var flow = flow(
                nodes(
                        START,
                        source("wo", ",'each':'wo.rows','groupBy':'wo.who'"),
                        send("c", path("/{{ wo.who }}/{{ wo.rows | count }}/{{ wo.n }}"))),
                nodes(wire("trigger", "wo"), wire("wo", "c")));
        var walk = Walk.of(
                flow, "{}", Map.of("wo", "{'rows':[{'who':'Ana','n':1},{'who':'Bia','n':2},{'who':'Ana','n':3}]}"));
        assertEquals(List.of("wo: ", "c[0]: path: /Ana/2/1", "c[1]: path: /Bia/1/2"), walk.inputs());
    }

    @Test
    void without_each_the_output_itself_is_the_list() {
        var flow = flow(
                nodes(START, source("wo", ",'groupBy':'wo.who'"), send("c", path("/{{ wo.who }}"))),
                nodes(wire("trigger", "wo"), wire("wo", "c")));
        assertEquals(
                List.of("wo: ", "c[0]: path: /Ana", "c[1]: path: /Bia"),
                Walk.of(flow, "{}", Map.of("wo", "[{'who':'Ana'},{'who':'Bia'}]"))
                        .inputs());
    }

    @Test
    void lists_nest_and_inner_boxes_see_both_items() {
        var flow = flow(
                nodes(
                        START,
                        source("wo", ",'each':'wo.list'"),
                        source("task", ",'each':'task.list','settings':{'path':{'template':'/{{ wo.id }}'}}"),
                        send("c", path("/{{ wo.id }}/{{ task }}/{{ trigger.data.x }}"))),
                nodes(wire("trigger", "wo"), wire("wo", "task"), wire("task", "c")));
        var walk = Walk.of(
                flow,
                Walk.event("{'x':'e'}"),
                effect -> Walk.answered(
                        switch (effect.step().toString()) {
                            case "wo" -> "{'list':[{'id':'A'},{'id':'B'}]}";
                            case "task[0]" -> "{'list':['a1','a2']}";
                            case "task[1]" -> "{'list':['b1']}";
                            default -> "{}";
                        }));
        assertEquals(List.of("wo", "task[0] task[1]", "c[0,0] c[0,1] c[1,0]"), walk.calls());
        assertEquals(
                List.of("c[0,0]: path: /A/a1/e", "c[0,1]: path: /A/a2/e", "c[1,0]: path: /B/b1/e"),
                walk.inputs().subList(3, 6));
    }

    @Test
    void one_item_that_fails_leaves_the_others_alone() {
        var flow = flow(
                nodes(
                        START,
                        source("wo", ",'each':'wo.list'"),
                        send("c", ""),
                        send("d", ""),
                        send("alarm", path("/{{ wo }}"))),
                nodes(wire("trigger", "wo"), wire("wo", "c"), wire("c", "d"), wire("c", "alarm", "'onError':true")));
        var walk = Walk.of(
                flow,
                Walk.event("{}"),
                effect -> Walk.answered(
                        switch (effect.step().toString()) {
                            case "wo" -> "{'list':['a','b']}";
                            case "c[1]" -> "failed";
                            default -> "{}";
                        }));
        assertEquals(List.of("wo", "c[0] c[1]", "d[0] alarm[1]"), walk.calls());
        assertEquals("alarm[1]: path: /b", walk.inputs().getLast());
        assertEquals(new RunEnd(false, 3, "", ""), walk.end());
    }

    @Test
    void a_list_that_is_empty_sends_nothing_and_fails_nothing() {
        var flow = flow(
                nodes(START, source("wo", ",'each':'wo.list'"), send("c", "")),
                nodes(wire("trigger", "wo"), wire("wo", "c")));
        for (var output : List.of("{'list':[]}", "{}", "null")) {
            assertEquals(
                    new RunEnd(false, 0, "", ""),
                    Walk.of(flow, "{}", Map.of("wo", output)).end());
        }
    }

    @Test
    void the_failure_of_the_list_itself_is_taken_over_once() {
        var flow = flow(
                nodes(START, source("wo", ",'each':'wo.list'"), send("c", ""), send("alarm", "")),
                nodes(wire("trigger", "wo"), wire("wo", "c"), wire("wo", "alarm", "'onError':true")));
        var walk = Walk.of(flow, "{}", Map.of("wo", "failed"));
        assertEquals(List.of("wo", "alarm"), walk.calls());
        assertEquals(new RunEnd(false, 1, "", ""), walk.end());
        assertEquals(
                List.of("wo", "c[0]"),
                Walk.of(flow, "{}", Map.of("wo", "{'list':[1]}")).calls());
    }

    @Test
    void one_box_takes_the_items_and_the_failure_of_the_list_itself() {
        var flow = flow(
                nodes(
                        START,
                        source("wo", ",'each':'wo.list'"),
                        send("c", path("/{{ wo | default:none }}")),
                        send("d", path("/{{ c.id | default:none }}"))),
                nodes(wire("trigger", "wo"), wire("wo", "c"), wire("wo", "c", "'onError':true"), wire("c", "d")));
        var failed = Walk.of(flow, "{}", Map.of("wo", "failed", "c", "{'id':'m1'}"));
        assertEquals(List.of("wo", "c", "d"), failed.calls());
        assertEquals(List.of("c: path: /none", "d: path: /m1"), failed.inputs().subList(1, 3));
        assertEquals(new RunEnd(false, 2, "", ""), failed.end());
        var fetched = Walk.of(flow, "{}", Map.of("wo", "{'list':['a','b']}", "c", "{'id':'m1'}"));
        assertEquals(List.of("wo", "c[0] c[1]", "d[0] d[1]"), fetched.calls());
    }

    @Test
    void a_way_around_the_list_joins_every_item() {
        var flow = flow(
                nodes(START, source("wo", ",'each':'wo.list'"), send("c", "")),
                nodes(
                        wire("trigger", "wo"),
                        wire("wo", "c", "'when':{'path':'wo','op':'gt','value':5}"),
                        wire("trigger", "c")));
        assertEquals(
                List.of("wo", "c[0] c[1]"),
                Walk.of(flow, "{}", Map.of("wo", "{'list':[1,9]}")).calls());
    }

    @Test
    void ways_through_different_lists_do_not_join() {
        var flow = flow(
                nodes(
                        START,
                        source("one", ",'each':'one.list'"),
                        source("two", ",'each':'two.list'"),
                        send("c", path("/{{ one }}/{{ two | default:x }}"))),
                nodes(
                        wire("trigger", "one"),
                        wire("trigger", "two"),
                        wire("one", "c"),
                        wire("two", "c", "'when':{'path':'two','op':'notEmpty'}")));
        var walk = Walk.of(flow, "{}", Map.of("one", "{'list':['a','b','c']}", "two", "{'list':['x']}"));
        assertEquals(List.of("one two", "c[0] c[1] c[2]"), walk.calls());
        assertEquals(List.of("problem.lists"), keys(flow));
    }

    private static List<String> keys(Flow flow) {
        return FlowCheck.ofFiles(Connectors.found()).in(flow).stream()
                .map(problem -> problem.key())
                .filter(key -> key.equals("problem.lists"))
                .toList();
    }
}
