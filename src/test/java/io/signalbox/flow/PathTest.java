package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wo",
                "trigger.data.wo_folio",
                "wo.tasks[0].code",
                "wo[\"a name\"]",
                "wo[\"a\\\"b\\\\c\"][999999].x-y.$",
                "wo.naïve.数.٣",
                "wo[\"\"]",
                "wo[\"🔧\"]"
            })
    void a_path_is_printed_as_it_is_written(String text) {
        assertEquals(text, Path.parse(text).toString());
    }

    @Test
    void what_was_printed_is_read_as_the_same_path() {
        var dice = new Dice(1);
        for (int n = 0; n < 5_000; n++) {
            var path = dice.path(List.of(new NodeId("wo"), Path.TRIGGER));
            assertEquals(path, Path.parse(path.toString()));
        }
    }

    @Test
    void a_quoted_plain_name_is_the_same_as_a_dotted_one() {
        assertEquals(Path.parse("wo.name"), Path.parse("wo[\"name\"]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `` | syntax.path.root | 0
                    Wo.x | syntax.path.root | 0
                    .x | syntax.path.root | 0
                    9.x | syntax.path.root | 0
                    wo. | syntax.path | 3
                    wo..x | syntax.path | 3
                    wo.a b | syntax.path | 4
                    wo[] | syntax.path | 3
                    wo[ | syntax.path | 2
                    wo[-1] | syntax.path | 3
                    wo[12 | syntax.path | 5
                    wo[1234567] | syntax.path | 10
                    wo[x] | syntax.path | 3
                    wo["a | syntax.path | 5
                    wo["a" | syntax.path | 6
                    wo[0]x | syntax.path | 5""")
    void what_cannot_be_read_is_told_with_its_position(String text, String key, int position) {
        var problem = assertThrows(SyntaxException.class, () -> Path.parse(text));
        assertEquals(key + " " + position, problem.key() + " " + problem.position());
    }

    @Test
    void steps_lead_into_lists_and_objects() {
        var value = Given.json("{'tasks':[{'a name':7}]}");
        assertEquals(Value.of(7), Path.parse("wo.tasks[0][\"a name\"]").from(value));
        assertEquals(Value.nothing(), Path.parse("wo.tasks[1].code.deeper[3]").from(value));
        assertEquals(value, Path.parse("wo").from(value));
    }

    @Test
    void a_path_begins_with_its_own_beginnings_only() {
        var path = Path.parse("wo.tasks[0]");
        assertEquals(
                List.of(true, true, false, false, false),
                List.of("wo", "wo.tasks", "person.tasks", "wo.task", "wo.tasks[0].x").stream()
                        .map(other -> path.startsWith(Path.parse(other)))
                        .toList());
        assertEquals(path, Path.parse("wo").member("tasks").index(0));
    }
}
