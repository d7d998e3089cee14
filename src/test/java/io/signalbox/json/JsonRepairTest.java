package io.signalbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Contracts;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonRepair.GaveUp;
import io.signalbox.json.JsonRepair.Mended;
import io.signalbox.json.JsonRepair.Repair;
import io.signalbox.json.JsonRepair.What;
import io.signalbox.json.JsonRepair.Whole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What was meant to be JSON is read as it was meant, and every change is told (contradiction X6 of the documents).
final class JsonRepairTest {

    @Test
    void the_documented_example_of_walkme_can_be_pasted() {
        var mended = whole(documented("documented-example.txt"));
        var notification = mended.value().at("notification");
        assertEquals("bcf4c7f5682b4aa6875a0fc9bdfa21ca", notification.at("systemId").asText());
        assertEquals("name@email.com", notification.at("endUsersIds").at(0).asText());
        assertEquals("Push", notification.at("notificationType").asText());
        assertEquals("URL", notification.at("override").at(0).at("key").asText());
        assertEquals("www.someurl.com", notification.at("override").at(0).at("value").asText());
        assertEquals(
                new Repair(What.QUOTES, 2, 1, "« notification »", "\"notification\""),
                mended.repairs().getFirst());
    }

    @Test
    void so_can_its_template_with_comments_over_several_lines() {
        var mended = whole(documented("documented-template.txt"));
        var notification = mended.value().at("notification");
        assertEquals("<ID du modèle>", notification.at("templateId").asText());
        assertEquals(3, notification.at("endUsersIds").asItems().size());
        assertEquals("<date de début YYYY-MM-DD hh:mm>", notification.at("startAt").asText());
        var comments = mended.repairs().stream()
                .filter(repair -> repair.what() == What.COMMENT)
                .toList();
        assertEquals(12, comments.size());
        assertEquals(3, comments.getFirst().line());
        assertEquals("", comments.getFirst().after());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\": \"He said \"no\" twice\", \"b\": 1}      | He said \"no\" twice",
        "{\"a\": \"\"quoted\"\", \"b\": 1}                | \"quoted\"",
        "{\"b\": 1, \"a\": \"the end is \"here\"}         | the end is \"here",
        "{\"a\": \"C:\\Data\\new\", \"b\": 1}             | `C:\\Data\new`",
        "{\"a\": \"6\" pipe, 3\" valve\"}                 | 6\" pipe, 3\" valve",
        "{'a': 'it''s', 'b': 1,}                          | it''s",
        "{“a”: “b “c” d”}                                 | b “c” d"
    })
    void a_text_that_was_not_escaped_keeps_its_characters(String text, String a) {
        assertEquals(a, whole(text).value().at("a").asText());
    }

    @Test
    void a_line_break_inside_a_text_becomes_one_that_json_knows() {
        var mended = whole("{\n  \"message\": \"one\ntwo\",\n  \"n\": 1\n}");
        assertEquals("one\ntwo", mended.value().at("message").asText());
        assertEquals(
                List.of(new Repair(What.LINE, 2, 18, "↵", "\\n")),
                mended.repairs().stream().toList());
    }

    @Test
    void each_change_is_told_with_its_place() {
        var mended = whole("{\n  \"a\": [1, 2,], // two\n  \"b\":\u00a0“x”,\n}");
        assertEquals(
                List.of(
                        new Repair(What.COMMA, 2, 13, ",", ""),
                        new Repair(What.COMMENT, 2, 17, "// two", ""),
                        new Repair(What.SPACE, 3, 7, "␣", " "),
                        new Repair(What.QUOTES, 3, 8, "“x”", "\"x\""),
                        new Repair(What.COMMA, 3, 11, ",", "")),
                mended.repairs());
        assertEquals(
                "Line 2, column 17: a comment: // two is left out",
                mended.repairs().get(1).text(Texts.of(Json.class, Language.EN)));
        assertEquals(
                "Ligne 3, colonne 8\u202f: guillemets inconnus de JSON\u202f: “x” devient \"x\"",
                mended.repairs().get(3).text(Texts.of(Json.class, Language.FR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\": 1, \"a\": 2}",
        "{\"user_id\": \"a\", \"message\": \"x\", \"user_id\": \"victim\"}",
        "{\"message\": \"x\" and\", \"message\": \"y\"}"
    })
    void what_would_name_a_member_twice_is_never_chosen_from(String text) {
        assertEquals(
                "json.duplicate",
                assertInstanceOf(GaveUp.class, JsonRepair.of(text)).problem().key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\": 1 \"b\": 2}    | 1 | 9",
        "{\"a\" 1}              | 1 | 2",
        "{\"a\": }              | 1 | 7",
        "{\"a\": [1}            | 1 | 9",
        "[1, 2                  | 1 | 6",
        "hello                  | 1 | 1",
        "{“a”: [1, 2,}          | 1 | 13"
    })
    void what_is_not_clear_is_given_up_with_its_place(String text, int line, int column) {
        var problem = assertInstanceOf(GaveUp.class, JsonRepair.of(text)).problem();
        assertEquals(List.of(line, column), List.of(problem.line(), problem.column()), problem.getMessage());
    }

    @Test
    void json_is_never_changed() {
        var random = new Random(20_261_122);
        for (int round = 0; round < 2_000; round++) {
            var value = value(random, 3);
            var text = random.nextBoolean() ? Json.write(value) : Json.pretty(value);
            assertEquals(new Whole(value, text, List.of()), JsonRepair.of(text));
        }
    }

    @Test
    void json_that_was_dressed_for_reading_is_read_as_before() {
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            var value = value(random, 3);
            var dressed = dressed(Json.pretty(value), random);
            assertEquals(value, whole(dressed).value(), dressed);
        }
    }

    @Test
    void any_text_at_all_ends_in_json_or_in_a_place_within_it() {
        var random = new Random(7);
        var pieces = List.of(
                "{", "}", "[", "]", "\"", "“", "”", "«", "»", "'", ",", ":", "\\", "//", "/*", "*/", "\n", " ", "a", "1",
                "true", "\u00a0", "\\u12", "name", "é");
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            check(text.toString());
        }
    }

    private static void check(String text) {
        switch (JsonRepair.of(text)) {
            case Whole(var value, var json, var repairs) -> {
                assertEquals(value, whole(json).value());
                assertEquals(json.equals(text), repairs.isEmpty(), text);
            }
            case GaveUp(var problem) -> {
                long lines = text.chars().filter(c -> c == '\n').count() + 1;
                assertTrue(problem.line() >= 1 && problem.line() <= lines, text);
                assertTrue(problem.column() >= 1, text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"//", "\",\"", "{“a”:", "[1,],", "// a\n", "\" , ", "'\"", "\n", "\"\n"})
    void no_text_takes_long(String piece) {
        var text = "{\"a\": \"" + piece.repeat(64 * 1024 / piece.length() - 8);
        assertTimeout(Duration.ofSeconds(20), () -> check(text));
    }

    private static String dressed(String json, Random random) {
        var text = new StringBuilder("\uFEFF");
        boolean inside = false;
        boolean typographic = false;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '\\') {
                text.append(c).append(json.charAt(++at));
            } else if (c == '"') {
                typographic = inside ? typographic : random.nextInt(3) > 0;
                text.append(typographic ? inside ? '”' : '“' : '"');
                inside = !inside;
            } else if (c == '\n' && random.nextInt(3) == 0) {
                text.append(" // see \"the\" page, {later}\n");
            } else if (!inside && (c == '}' || c == ']') && isAfterValue(text)) {
                text.append(random.nextBoolean() ? "," : "/* , */").append(c);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /// A comma behind an opening brace is one that nothing was meant by.
    private static boolean isAfterValue(StringBuilder text) {
        var written = text.toString().stripTrailing();
        return !written.endsWith("[") && !written.endsWith("{");
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Value.of(random.nextInt(1_000) - 500);
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.nothing();
            case 3 -> Value.of(word(random));
            case 4 -> {
                var items = new ArrayList<Value>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add(value(random, depth - 1));
                }
                yield new Value.Items(items);
            }
            default -> {
                var fields = new LinkedHashMap<String, Value>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    fields.put(word(random), value(random, depth - 1));
                }
                yield new Value.Fields(fields);
            }
        };
    }

    private static String word(Random random) {
        var letters = "abcé ñ/:\n\t,;{}[]0-";
        var word = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static Whole whole(String text) {
        Mended mended = JsonRepair.of(text);
        return assertInstanceOf(Whole.class, mended, () -> text + " " + mended);
    }

    private static String documented(String name) {
        return new String(Contracts.bytes("walkme/" + name), StandardCharsets.UTF_8);
    }
}
