package io.signalbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Dice;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {
    private static void assertRefused(String key, int line, int column, byte[] bytes) {
        var problem = assertThrows(JsonProblem.class, () -> Json.parse(bytes));
        assertEquals(key + " " + line + ":" + column, problem.key() + " " + problem.line() + ":" + problem.column());
    }

    private static void assertRefused(String key, String text) {
        var problem = assertThrows(JsonProblem.class, () -> Json.parse(text));
        assertEquals(key, problem.key());
    }

    @Test
    void what_is_written_is_read_as_the_same_value() throws JsonProblem {
        var dice = new Dice(4);
        for (int n = 0; n < 5_000; n++) {
            var value = dice.value();
            assertEquals(value, Json.parse(Json.write(value)));
            assertEquals(value, Json.parse(Json.bytes(value)));
            assertEquals(value, Json.parse(Json.pretty(value)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "1.50, 1.50",
        "1e3, 1E+3",
        "1E400, 1E+400",
        "0.10e-3, 0.00010",
        "12345678901234567890.1, 12345678901234567890.1"
    })
    void a_number_stays_as_exact_as_it_was_written(String written, String kept) throws JsonProblem {
        assertEquals(kept, Json.write(Json.parse(written)));
        assertEquals(new Value.Decimal(new BigDecimal(written)), Json.parse(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `` | json.empty | 1 | 1
                    {"a":1} x | json.malformed | 1 | 9
                    {"a":1}{} | json.trailing | 1 | 8
                    {"a":1,"a":2} | json.duplicate | 1 | 11
                    {"a":{"b":1,"b":2}} | json.duplicate | 1 | 16
                    [1,] | json.malformed | 1 | 4
                    NaN | json.malformed | 1 | 4
                    {'a':1} | json.malformed | 1 | 2
                    [1e999999999] | json.number | 1 | 2
                    [1e-999999999] | json.number | 1 | 2
                    [1e401] | json.number | 1 | 2
                    [1e99999999999] | json.number | 1 | 2""")
    void what_is_no_json_or_no_number_is_told_with_its_place(String text, String key, int line, int column) {
        assertRefused(key, line, column, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_place_is_counted_as_editors_count() {
        assertRefused("json.number", 3, 8, "{\n  \"a\": 1,\n  \"b\": 1e999\n}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void no_text_is_too_deep_too_long_or_too_many() throws JsonProblem {
        Json.parse("[".repeat(64) + "]".repeat(64));
        assertRefused("json.limit", "[".repeat(65) + "]".repeat(65));
        assertRefused("json.limit", "[".repeat(100_000));
        Json.parse("{\"" + "n".repeat(256) + "\":1}");
        assertRefused("json.limit", "{\"" + "n".repeat(257) + "\":1}");
        Json.parse("1".repeat(64));
        assertRefused("json.limit", "1".repeat(65));
        Json.parse("\"" + "x".repeat(256 * 1024) + "\"");
        assertRefused("json.limit", "\"" + "x".repeat(256 * 1024 + 1) + "\"");
        assertRefused("json.limit", "[" + "1,".repeat(50_000) + "1]");
        assertRefused("json.limit", "[" + " ".repeat(9 * 1024 * 1024) + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    22 ff 22 | 2
                    22 e2 82 22 | 2
                    22 c0 80 22 | 2
                    22 ed a0 80 22 | 2
                    22 f4 90 80 80 22 | 2
                    22 f0 9f 94 | 2""")
    void bytes_that_are_no_utf8_are_refused_where_they_stand(String hex, int column) {
        assertRefused("json.utf8", 1, column, HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @Test
    void half_a_character_is_replaced_so_that_what_is_stored_is_what_was_read() throws JsonProblem {
        assertEquals(Value.of("a\uFFFDb"), Json.parse("\"a\\ud83db\""));
        assertEquals(Value.of("🔧"), Json.parse("\"\\ud83d\\udd27\""));
        assertRefused("json.malformed", "{\"\\ud83d\":1}");
    }

    @Test
    void members_keep_their_order_and_lines_their_ends() throws JsonProblem {
        var text = "{\n  \"b\": 1,\n  \"a\": [\n    null,\n    true\n  ]\n}\n";
        assertEquals(text, Json.pretty(Json.parse(text)));
        assertEquals("{\"b\":1,\"a\":[null,true]}", Json.write(Json.parse(text)));
    }

    /// What a parser says to a programmer, in English, is nothing for a person.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,} | EN | this cannot be read as JSON. Look just before this place for
                    {"a":1,"a":2} | EN | the member “a” stands here twice. Keep one of the two
                    {"a":1,} | FR | ceci ne peut pas être lu comme du JSON. Cherchez juste avant
                    {"a":1,"a":2} | IT | il membro «a» compare qui due volte. Ne tenga uno solo""")
    void a_person_is_told_what_to_do_in_their_own_language(String text, Language language, String begins) {
        var problem = assertThrows(JsonProblem.class, () -> Json.parse(text));
        var said = Texts.of(Json.class, language).text(problem.key(), problem.detail());
        assertTrue(said.startsWith(begins), said);
        assertFalse(said.contains("code 125"), said);
    }
}
