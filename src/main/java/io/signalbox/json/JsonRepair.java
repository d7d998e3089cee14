package io.signalbox.json;

import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.Arrays;
import java.util.List;

/// Reads what was meant to be JSON: pasted from documentation, with typographic quotes, comments and commas too many,
/// or filled by a template that does not escape. Nothing is guessed silently: every change is told.
///
/// JSON is never changed. A text that has names twice or is beyond what [Json] takes is not repaired, as that would
/// mean
/// to choose. Takes time in proportion to the length. Pure.
public final class JsonRepair {
    private static final int LONGEST = 64 * 1024;

    private JsonRepair() {}

    /// What was wrong at a place.
    public enum What {
        /// Quotes of a language instead of those of JSON.
        QUOTES("quotes"),
        COMMENT("comment"),
        /// A comma with nothing behind it.
        COMMA("comma"),
        /// A quote or a backslash inside a text that was not escaped.
        ESCAPE("escape"),
        /// A line break, a tab or the like inside a text.
        LINE("line"),
        /// A space that only looks like one.
        SPACE("space");

        private final String key;

        What(String key) {
            this.key = key;
        }
    }

    /// One change.
    ///
    /// @param line from 1, in the text as it was; so is `column`
    /// @param before the piece as it was, shortened
    /// @param after what it became; blank when it was left out
    public record Repair(What what, int line, int column, String before, String after) {
        /// For a person: where, what, before and after.
        public String text(Texts texts) {
            var said = texts.text("repair." + what.key);
            return after.isEmpty()
                    ? texts.text("repair.gone", line, column, said, before)
                    : texts.text("repair.changed", line, column, said, before, after);
        }

        /// The way back from [#asValue]; total.
        public static Repair of(Value value) {
            var what = Arrays.stream(What.values())
                    .filter(each -> each.key.equals(value.at("what").asText()))
                    .findFirst()
                    .orElse(What.ESCAPE);
            return new Repair(
                    what,
                    whole(value.at("line")),
                    whole(value.at("column")),
                    value.at("before").asText(),
                    value.at("after").asText());
        }

        private static int whole(Value number) {
            return number instanceof Value.Decimal(var decimal) ? decimal.intValue() : 1;
        }

        public Value.Fields asValue() {
            return Value.fields("line", Value.of(line), "column", Value.of(column))
                    .with("what", Value.of(what.key))
                    .with("before", Value.of(before))
                    .with("after", Value.of(after));
        }
    }

    /// What became of a text.
    public sealed interface Mended {}

    /// It can be read now.
    ///
    /// @param text as JSON; the same text when nothing had to be done
    /// @param repairs in the order of the text; empty when it was JSON already
    public record Whole(Value value, String text, List<Repair> repairs) implements Mended {
        public Whole {
            repairs = List.copyOf(repairs);
        }
    }

    /// It cannot.
    ///
    /// @param problem where, in the text as it was
    public record GaveUp(JsonProblem problem) implements Mended {}

    public static Mended of(String text) {
        JsonProblem first;
        try {
            return new Whole(Json.parse(text), text, List.of());
        } catch (JsonProblem problem) {
            first = problem;
        }
        boolean curable = first.key().equals("json.malformed") || first.key().equals("json.trailing");
        if (!curable || text.length() > LONGEST) {
            return new GaveUp(first);
        }
        var scan = new RepairScan(text);
        var stuck = scan.run();
        if (stuck.isPresent()) {
            return new GaveUp(stuck.get());
        }
        try {
            return scan.repairs().isEmpty()
                    ? new GaveUp(first)
                    : new Whole(Json.parse(scan.text()), scan.text(), scan.repairs());
        } catch (JsonProblem problem) {
            return new GaveUp(scan.before(problem));
        }
    }
}
