package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.signalbox.access.Scope;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whoever runs the service looks at: health, metrics, the log.
final class OperationsTest {
    private static final String EVENT =
            "{\"id\":\"e-1\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"data\":{\"wo_folio\":\"OT-1496\",\"code_responsible\":\"HR-22\"}}";

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static List<String> texts(Value items, String member) {
        return items.asItems().stream().map(item -> item.at(member).asText()).toList();
    }

    @Test
    void a_service_that_is_well_says_so_to_everybody_and_tells_nothing_else() throws Exception {
        assertEquals(
                "live",
                Rig.json(rig.call("GET", "/health/live", "", "")).at("status").asText());
        var ready = rig.call("GET", "/health/ready", "", "");
        assertEquals(200, ready.statusCode(), ready.body());
        assertEquals(
                List.of("store", "disk", "runs", "clock", "ledger", "audit"),
                texts(Rig.json(ready).at("checks"), "check"));
        assertFalse(ready.body().contains(folder.toString()));
        assertEquals(
                ready.body(), rig.call("GET", "/api/v1/health/ready", "", "").body());
    }

    @Test
    void what_happens_is_counted_by_name_and_no_payload_becomes_a_name() throws Exception {
        rig.run(Rig.sample());
        var sender = rig.token(Scope.EVENTS);
        rig.call("POST", "/events", sender, EVENT);
        rig.call("POST", "/events", sender, EVENT);
        rig.call("POST", "/events", sender, "{");
        rig.call("POST", "/events", "", EVENT);
        rig.settled();
        assertEquals(403, rig.call("GET", "/metrics", sender, "").statusCode());
        var page = rig.call("GET", "/metrics", rig.token(Scope.RUN_READ), "").body();
        for (var line : List.of(
                "signalbox_events_accepted_total 1.0",
                "signalbox_events_repeated_total 1.0",
                "signalbox_events_refused_total{reason=\"unreadable\"} 1.0",
                "signalbox_events_refused_total{reason=\"unauthorized\"} 1.0",
                "signalbox_step_call_seconds_count{answered=\"true\",connector=\"whatsapp\"} 1",
                "signalbox_runs_ended_total{state=\"succeeded\"} 1.0",
                "signalbox_calls_retried_total 0.0",
                "signalbox_runs_ended_total{state=\"dead\"} 0.0",
                "signalbox_queue_runs 0.0",
                "signalbox_queue_bytes 0.0",
                "signalbox_ledger_balanced 1.0")) {
            assertTrue(page.contains(line + "\n"), () -> line + " is not in\n" + page);
        }
        assertTrue(page.contains("signalbox_store_sync_seconds_count"), page);
        for (var told : List.of("OT-1496", "HR-22", "5511999991234")) {
            assertFalse(page.contains(told), page);
        }
    }

    @Test
    void a_retry_is_counted_and_shows_in_the_queue() throws Exception {
        rig.run(Rig.sample());
        rig.fault("{\"vendor\":\"whatsapp\",\"status\":503,\"times\":1}");
        rig.call("POST", "/events", rig.token(Scope.EVENTS), EVENT);
        assertEquals(1, rig.settled().sent());
        var page = rig.call("GET", "/metrics", rig.token(Scope.RUN_READ), "").body();
        assertTrue(page.contains("signalbox_calls_retried_total 1.0\n"), page);
    }

    private static String line(Level level, String message, @Nullable Throwable failure, Object... arguments) {
        var logger = new LoggerContext().getLogger("io.signalbox.engine.RunLoop");
        var event = new LoggingEvent(Logger.class.getName(), logger, level, message, failure, arguments);
        var encoder = new JsonLines();
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void a_log_line_is_one_json_object_with_the_ids_as_members() throws Exception {
        var line = line(Level.WARN, "run {} of flow {} failed: {}", null, "r-1", "new-wo", "value.missing");
        assertEquals(1, line.lines().count());
        var json = Json.parse(line);
        assertEquals("r-1", json.at("run").asText());
        assertEquals("new-wo", json.at("flow").asText());
        assertEquals("WARN", json.at("level").asText());
        assertEquals(
                "run r-1 of flow new-wo failed: value.missing",
                json.at("message").asText());
    }

    @Test
    void nobody_can_write_lines_of_their_own_or_turn_the_text_round() throws Exception {
        var evil = "x\n{\"level\":\"ERROR\"}\r\u001b[31m\u202eoh\u2066\u2028\u0085\u200b";
        var line = line(Level.WARN, "event {} refused", null, evil);
        assertEquals(1, line.lines().count());
        assertTrue(line.strip()
                .chars()
                .noneMatch(c -> c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2000 && c < 0x2070)));
        assertEquals(evil, Json.parse(line).at("event").asText());
    }

    @Test
    void what_a_failure_says_of_the_data_stays_out_of_the_log() throws Exception {
        var canary = "canary-4711";
        var cause = new SQLException("Value too long for column: '" + canary + "'");
        var line = line(Level.ERROR, "a request failed", new StoreException("storing events", cause));
        assertFalse(line.contains(canary), line);
        var failure = Json.parse(line).at("failure");
        assertEquals("storing events", failure.at("what").asText());
        assertEquals("java.sql.SQLException", failure.at("cause").at("type").asText());
    }
}
