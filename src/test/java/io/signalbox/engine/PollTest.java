package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Node;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PollTest {
    private static Poll poll(String more) throws Exception {
        var flow = FlowJson.read("""
                {"format": "signalbox.flow/1", "id": "f", "name": "f", "wires": [], "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "poll", "settings": {"service": "http",
                   "connection": "main", "operation": "get", "every": 5, "items": "rows", "key": "id"%s}}]}
                """.formatted(more));
        return Poll.of((Node.Trigger) flow.nodes().values().iterator().next()).orElseThrow();
    }

    private static Value rows(Stream<Integer> numbers) {
        return Value.fields(
                "rows",
                new Value.Items(numbers.<Value>map(
                                number -> Value.fields("id", Value.of("wo-" + number), "at", Value.of(number)))
                        .toList()));
    }

    private static List<String> names(IntStream numbers) {
        return numbers.mapToObj(number -> "wo-" + number).toList();
    }

    /// Looks until nothing is new, always at the same answer.
    private static List<String> all(Poll poll, Value answer, Value state) {
        var told = new ArrayList<String>();
        var news = poll.news(answer, state);
        while (!news.items().isEmpty()) {
            news.items().forEach(item -> told.add(item.key()));
            news = poll.news(answer, news.state());
        }
        return told;
    }

    @Test
    void of_an_answer_longer_than_what_is_told_at_once_nothing_is_left_out() throws Exception {
        var poll = poll(", \"backlog\": true");
        var answer = rows(IntStream.range(0, 2_500).boxed());
        assertEquals(1_000, poll.news(answer, Value.nothing()).items().size());
        assertEquals(names(IntStream.range(0, 2_500)), all(poll, answer, Value.nothing()));
    }

    @Test
    void nor_where_the_newest_come_first_and_the_cursor_goes_with_them() throws Exception {
        var poll = poll(", \"cursor\": \"at\"");
        var before = poll.news(rows(Stream.of(0)), Value.nothing()).state();
        var answer = rows(IntStream.range(0, 2_500).map(at -> 2_499 - at).boxed());
        var first = poll.news(answer, before);
        assertEquals(
                names(IntStream.range(0, 1_000).map(at -> 1_000 - at)),
                first.items().stream().map(Poll.Item::key).toList());
        assertEquals("1000", first.state().at("cursor").asText());
        assertEquals(
                names(IntStream.range(1, 2_500)).stream().sorted().toList(),
                all(poll, answer, before).stream().sorted().toList());
    }

    @Test
    void nor_where_many_have_the_same_cursor() throws Exception {
        var poll = poll(", \"cursor\": \"day\"");
        var same = new Value.Items(IntStream.range(0, 1_500)
                .<Value>mapToObj(at -> Value.fields("id", Value.of("wo-" + at), "day", Value.of("2026-11-22")))
                .toList());
        var before = poll.news(Value.fields("rows", new Value.Items(List.of())), Value.nothing());
        assertEquals(
                1_500, all(poll, Value.fields("rows", same), before.state()).size());
    }

    @Test
    void what_was_there_at_the_first_look_starts_nothing_however_much_it_is() throws Exception {
        var poll = poll("");
        var answer = rows(IntStream.range(0, 2_500).boxed());
        assertEquals(List.of(), all(poll, answer, Value.nothing()));
        var more = rows(IntStream.range(0, 2_501).boxed());
        assertEquals(
                List.of("wo-2500"),
                all(poll, more, poll.news(answer, Value.nothing()).state()));
    }
}
