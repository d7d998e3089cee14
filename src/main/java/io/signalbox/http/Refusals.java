package io.signalbox.http;

import io.signalbox.engine.Admission;
import io.signalbox.engine.EventProblem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonProblem;
import java.time.Duration;
import java.util.Optional;

/// What the sender of a body is told when it cannot be taken.
record Refusals(Texts texts) {

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
