package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.engine.NodeTrace.State;
import io.signalbox.engine.RunDifferences.Difference;
import io.signalbox.engine.RunDifferences.Part;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunDifferencesTest {
    private static NodeTrace step(String id, State state, String input, String output) throws Exception {
        return new NodeTrace(
                new StepId(new NodeId(id), List.of()),
                state,
                Json.parse(input),
                Json.parse(output),
                Optional.empty(),
                state == State.FAILED ? "refused" : "",
                "");
    }

    private static NodeTrace event(String id, String priority) throws Exception {
        var event = "{\"id\": \"%s\", \"occurredAt\": \"%s\", \"receivedAt\": \"%s\", \"data\": {\"p\": \"%s\"}}"
                .formatted(id, id, id, priority);
        return step("start", State.DONE, event, event);
    }

    @Test
    void the_values_that_differ_are_told_with_their_place() throws Exception {
        var first = List.of(event("1", "HIGH"), step("send", State.DONE, "{\"to\": [1, 2]}", "{\"id\": \"a\"}"));
        var second = List.of(event("2", "LOW"), step("send", State.DONE, "{\"to\": [1]}", "{\"id\": \"a\"}"));
        var start = new StepId(new NodeId("start"), List.of());
        var send = new StepId(new NodeId("send"), List.of());
        assertEquals(
                List.of(
                        new Difference.Other(
                                start, Part.INPUT, Path.parse("start.data.p"), Value.of("HIGH"), Value.of("LOW")),
                        new Difference.Other(send, Part.INPUT, Path.parse("send.to[1]"), Value.of(2), Value.nothing())),
                RunDifferences.between(first, second));
    }

    @Test
    void a_step_that_one_did_not_come_to_or_that_ended_otherwise_is_told() throws Exception {
        var done = step("send", State.DONE, "{}", "{}");
        var failed = step("send", State.FAILED, "{}", "{}");
        var after = step("after", State.DONE, "{}", "{}");
        assertEquals(
                List.of(new Difference.Ended(done, failed), new Difference.Alone(after.step(), true)),
                RunDifferences.between(List.of(done, after), List.of(failed)));
    }

    @Test
    void runs_that_did_the_same_do_not_differ_and_endless_lists_end() throws Exception {
        assertEquals(List.of(), RunDifferences.between(List.of(event("1", "HIGH")), List.of(event("2", "HIGH"))));
        var many = "[" + "1, ".repeat(2_000) + "1]";
        assertEquals(
                RunDifferences.MOST,
                RunDifferences.between(
                                List.of(step("a", State.DONE, many, "{}")), List.of(step("a", State.DONE, "[]", "{}")))
                        .size());
    }
}
