package io.signalbox.sandbox.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.engine.Direct;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Bench;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The connector for Microsoft Teams and its stand-in against each other; both rest on our own reading.
final class TeamsVendorTest {
    private final Bench bench = new Bench();

    TeamsVendorTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_card_arrives_and_the_address_is_not_shown() throws Exception {
        var line = bench.line("teams-main");
        var settings = new String[] {
            "title",
            "Pump 7 stopped",
            "text",
            "**OT-1**",
            "tone",
            "attention",
            "link",
            "https://one.example.com/wo/1",
            "button",
            "Open"
        };
        assertEquals("", Bench.said(line, "post-card", settings));
        assertEquals("""
                Pump 7 stopped
                **OT-1**
                [Open] https://one.example.com/wo/1""", bench.sandbox().messages().getFirst().shown());
        var shown = line.shown("post-card", Calls.texts(settings), Value.Fields.empty());
        assertFalse(shown.toString().contains("sig="), shown.toString());
        assertEquals(
                List.of("signed-in"),
                line.tested().stream().skip(1).map(step -> step.key()).toList());
        assertEquals(1, bench.sandbox().messages().size());
    }

    @Test
    void a_workflow_whose_address_was_renewed_says_so() throws Exception {
        var line = bench.line(
                "teams-main", Map.of(), Map.of("webhook-url", bench.sandbox().url() + "/teams/workflows/1?sig=old"));
        assertEquals("webhook-gone", Bench.said(line, "post-card", "title", "a", "text", "b"));
    }

    @Test
    void a_card_that_teams_would_not_show_is_not_sent() {
        var line = bench.line("teams-main");
        assertEquals("card.empty", refused(line, "title", "a", "text", " "));
        assertEquals("card.long", refused(line, "title", "a", "text", "é".repeat(15_000)));
        assertEquals("link", refused(line, "title", "a", "text", "b", "link", "javascript:alert(1)"));
    }

    private static String refused(Direct line, String... settings) {
        return assertThrows(CallProblem.class, () -> Bench.said(line, "post-card", settings))
                .key();
    }
}
