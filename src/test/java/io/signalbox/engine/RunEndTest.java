package io.signalbox.engine;

import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.send;
import static io.signalbox.engine.Walk.source;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunEndTest {
    /// A source, a message and a second one beside it; what the first message's failure leads to.
    private static final Flow FLOW = flow(
            String.join(
                    ",", TRIGGER.formatted(""), source("a", ""), send("one", ""), send("two", ""), send("alarm", "")),
            String.join(
                    ",",
                    wire("trigger", "a"),
                    wire("a", "one"),
                    wire("a", "two"),
                    wire("one", "alarm", "'onError':true")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {} | {} | {} | {} | false | 2 | `` | ``
                    {} | failed | {} | {} | false | 2 | `` | ``
                    {} | failed | {} | failed | true | 1 | status | 500
                    {} | {} | failed | {} | true | 1 | status | 500
                    {} | suppressed | suppressed | {} | false | 0 | opt-out | ``
                    {} | suppressed | {} | {} | false | 1 | `` | ``
                    {} | suppressed | failed | {} | true | 0 | status | 500
                    {} | failed | suppressed | suppressed | false | 0 | opt-out | ``
                    failed | {} | {} | {} | true | 0 | status | 500""")
    void a_run_counts_what_was_accepted_and_fails_when_nobody_takes_a_failure_over(
            String a,
            String one,
            String two,
            String alarm,
            boolean failed,
            int messages,
            String reason,
            String detail) {
        var walk = Walk.of(FLOW, "{}", Map.of("a", a, "one", one, "two", two, "alarm", alarm));
        assertEquals(new RunEnd(failed, messages, reason, detail), walk.end());
    }
}
