package io.signalbox.sandbox.fracttal;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import java.util.List;
import java.util.Map;

/// The frame around every answer, and its pages.
final class Envelopes {
    private static final int MOST_ROWS = 100;

    private Envelopes() {}

    static Answer of(List<Value> rows, int total) {
        return of(rows, total, "message");
    }

    private static Answer of(List<Value> rows, int total, String member) {
        return Answer.of(
                200,
                Value.fields("success", Value.of(true))
                        .with(member, Value.of("200"))
                        .with("data", new Value.Items(rows))
                        .with("total", Value.of(total)));
    }

    static Answer page(Map<String, String> query, List<Value> rows, String member) {
        int start = Math.clamp(whole(query.getOrDefault("start", ""), 0), 0, rows.size());
        int limit = Math.clamp(whole(query.getOrDefault("limit", ""), MOST_ROWS), 1, MOST_ROWS);
        return of(rows.subList(start, Math.min(rows.size(), start + limit)), rows.size(), member);
    }

    static Answer said(int status, String said) {
        return Answer.of(
                status,
                Value.fields("success", Value.of(false))
                        .with("message", Value.of(Integer.toString(status)))
                        .with("data", Value.of(said))
                        .with("total", Value.of(0)));
    }

    private static int whole(String text, int absent) {
        boolean isWhole =
                !text.isEmpty() && text.length() <= 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isWhole ? Integer.parseInt(text) : absent;
    }
}
