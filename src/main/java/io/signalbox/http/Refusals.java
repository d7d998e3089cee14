package io.signalbox.http;

import io.signalbox.engine.Admission;
import io.signalbox.engine.EventProblem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.JsonRepair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the sender of a body is told when it cannot be taken.
record Refusals(Texts texts) {
    private static final int MOST_TOLD = 5;

    Answer unreadable(JsonProblem problem) {
        var more = Value.fields("line", Value.of(problem.line()), "column", Value.of(problem.column()));
        return Answer.problem(
                400,
                more,
                texts.text("http.400"),
                texts.text(
                        "http.unreadable",
                        problem.line(),
                        problem.column(),
                        texts.text(problem.key(), problem.detail())));
    }

    /// What could be read after all, if only somebody allowed it.
    Answer unrepaired(JsonProblem problem, List<JsonRepair.Repair> repairs) {
        var words = Texts.of(JsonRepair.class, texts.language());
        var first = repairs.stream().limit(MOST_TOLD).toList();
        var more = Value.fields("line", Value.of(first.getFirst().line()))
                .with("column", Value.of(first.getFirst().column()))
                .with("repairs", new Value.Items(first.stream().<Value>map(JsonRepair.Repair::asValue).toList()));
        var where = texts.text(
                "http.unreadable",
                problem.line(),
                problem.column(),
                texts.text(problem.key(), problem.detail()));
        return Answer.problem(
                400,
                more,
                texts.text("http.400"),
                texts.text(
                        "http.unrepaired",
                        where,
                        first.stream().map(each -> each.text(words)).collect(Collectors.joining("; "))));
    }

    /// Present when there is no room: nothing was stored, and the sender is told when to come again.
    Optional<Answer> sentAway(Admission.Verdict verdict) {
        return switch (verdict) {
            case Admission.Verdict.Welcome _ -> Optional.empty();
            case Admission.Verdict.Busy(var after) -> Optional.of(later(429, after));
            case Admission.Verdict.Full(var after) -> Optional.of(later(503, after));
        };
    }

    private Answer later(int status, Duration after) {
        var seconds = Long.toString(after.toSeconds());
        return Answer.problem(status, texts.text("http." + status), texts.text("http.no-room", seconds))
                .with("Retry-After", seconds);
    }

    /// @param index of the event, when several came
    Answer unfit(EventProblem problem, Optional<Integer> index) {
        var more = Value.fields("member", Value.of(problem.member()));
        if (index.isPresent()) {
            more = more.with("index", Value.of(index.get()));
        }
        return Answer.problem(422, more, texts.text("http.422"), texts.text(problem.key(), problem.member()));
    }
}
