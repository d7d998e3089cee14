package io.signalbox.http;

import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonProblem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Which part of a list was asked for, and how it is answered: `{"items": […], "next": "…"}`, the latter only when
/// there is more. What `next` says goes into `?cursor=`.
///
/// @param cursor blank for the first page
record Page(String cursor, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    /// A parameter that cannot be understood. Answered with 400.
    static class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String parameter;
        private final String value;

        Unfit(String parameter, String value) {
            super(parameter);
            this.parameter = parameter;
            this.value = value;
        }

        Answer answer(Texts texts) {
            return Answer.problem(
                    400,
                    Value.fields("parameter", Value.of(parameter)),
                    texts.text("http.400"),
                    texts.text("http.parameter", parameter, value));
        }
    }

    /// A body that is no JSON.
    static final class Unread extends Unfit {
        private static final long serialVersionUID = 1;

        private final JsonProblem problem;

        Unread(JsonProblem problem) {
            super("body", problem.key());
            this.problem = problem;
        }

        @Override
        Answer answer(Texts texts) {
            return new Refusals(texts).unreadable(problem);
        }
    }

    static Page of(Asked asked) {
        var cursor = asked.query().getOrDefault("cursor", "");
        var limit = asked.query().getOrDefault("limit", "");
        if (limit.isEmpty()) {
            return new Page(cursor, USUAL);
        }
        try {
            return new Page(cursor, Math.clamp(Integer.parseInt(limit), 1, MOST));
        } catch (NumberFormatException _) {
            throw new Unfit("limit", limit);
        }
    }

    /// The cursor as the id of a row.
    String row() {
        return cursor.isEmpty() ? "" : id("cursor", cursor);
    }

    /// The cursor as a number.
    long number() {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw new Unfit("cursor", cursor);
        }
    }

    static String id(String parameter, String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException _) {
            throw new Unfit(parameter, text);
        }
    }

    static Optional<Instant> time(Asked asked, String parameter) {
        var text = asked.query().getOrDefault(parameter, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            throw new Unfit(parameter, text);
        }
    }

    /// @param rows one more than the limit was asked for, so that the end is known
    /// @param key what the next page goes on after
    <T> Answer answer(List<T> rows, Function<T, Value> shown, Function<T, String> key) {
        boolean more = rows.size() > limit;
        return answer(more ? rows.subList(0, limit) : rows, more, shown, key);
    }

    /// @param more true when the list goes on after these rows
    static <T> Answer answer(List<T> rows, boolean more, Function<T, Value> shown, Function<T, String> key) {
        var answer =
                Value.fields("items", new Value.Items(rows.stream().map(shown).toList()));
        return Answer.json(200, more ? answer.with("next", Value.of(key.apply(rows.getLast()))) : answer);
    }
}
