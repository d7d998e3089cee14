package io.signalbox.edit;

import static io.signalbox.edit.Drawing.flow;
import static io.signalbox.edit.Drawing.id;
import static io.signalbox.edit.Drawing.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WireRulesTest {
    private static final Flow FLOW = flow(
            List.of("t", "t2", "s", "s2", "c", "c2", "f", "f2"),
            wire("t", "s"),
            wire("s", "s2"),
            wire("s2", "c"),
            wire("c", "f"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    t | c |
                    t2 | s2 |
                    s | c |
                    c | c2 |
                    c | s |  wiring.circle
                    c | f2 |
                    f | c2 |
                    f | s | wiring.circle
                    s2 | s | wiring.circle
                    s | s | wiring.self
                    s | gone | wiring.self
                    gone | s | wiring.self
                    t | s | wiring.twice
                    t | t2 | wiring.into-trigger
                    s | t2 | wiring.into-trigger
                    t | f2 | wiring.configuration
                    s | f2 | wiring.configuration
                    f | f2 | wiring.configuration
                    c2 | f | wiring.configuration-taken""")
    void a_wire_that_may_not_be_is_refused_with_its_reason(String from, String to, String refusal) {
        assertEquals(Optional.ofNullable(refusal), WireRules.refusal(FLOW, id(from), id(to)));
    }
}
