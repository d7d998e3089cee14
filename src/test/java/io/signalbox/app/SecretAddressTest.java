package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// An address that is itself the secret: called as it is, and seen by nobody, neither when all goes well nor when not.
final class SecretAddressTest {
    private static final String SECRET = "x9-very-secret-path";

    private static final String FLOW = """
            {"format": "signalbox.flow/1", "id": "to-slack", "name": "To Slack",
             "nodes": [
               {"id": "trigger", "kind": "trigger", "type": "event",
                "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}},
               {"id": "post", "kind": "connection", "type": "slack", "connection": "hidden",
                "operation": "post-webhook", "settings": {"text": {"path": "trigger.data.wo_folio"}}}],
             "wires": [{"from": "trigger", "to": "post"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void it_stands_in_no_run_no_log_and_no_file() throws Exception {
        var logs = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger("io.signalbox");
        var level = root.getLevel();
        logs.start();
        root.addAppender(logs);
        root.setLevel(Level.DEBUG);
        try (var rig = new Rig(folder)) {
            var base = rig.sandbox().url() + "/slack/services/";
            rig.account(
                    "hidden",
                    "slack",
                    Map.of("way", "webhook", "hook-base-url", base),
                    Map.of("webhook-url", new Secret(base + "T/B/" + SECRET)));
            rig.run(Rig.flow(FLOW));
            post(rig, 1);
            assertEquals("OT-1", rig.sandbox().messages().getFirst().shown());
            rig.fault("{\"vendor\": \"slack-webhook\", \"status\": 404, \"times\": 9}");
            post(rig, 2);
            rig.account(
                    "hidden",
                    "slack",
                    Map.of("way", "webhook", "hook-base-url", "http://127.0.0.1:1/"),
                    Map.of("webhook-url", new Secret("http://127.0.0.1:2/" + SECRET)));
            post(rig, 3);
            var token = rig.token(Scope.ADMIN);
            var runs = Rig.json(rig.call("GET", "/api/v1/runs", token, ""))
                    .at("items")
                    .asItems();
            assertEquals(3, runs.size());
            var seen = new StringBuilder();
            for (var run : runs) {
                seen.append(rig.call("GET", "/api/v1/runs/" + run.at("id").asText(), token, "")
                        .body());
            }
            assertTrue(seen.indexOf("/slack/services/••••••••") >= 0, seen.toString());
            assertFalse(seen.indexOf(SECRET) >= 0, seen.toString());
        } finally {
            root.detachAppender(logs);
            root.setLevel(level);
        }
        assertFalse(logs.list.stream().map(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains(SECRET)));
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(SECRET), file.toString());
            }
        }
    }

    private static void post(Rig rig, int number) throws Exception {
        var event = """
                {"id": "e-%d", "module": "tasks", "submodule": "work_orders", "event": "new_wo",
                 "data": {"wo_folio": "OT-%d"}}""".formatted(number, number);
        assertEquals(
                List.of(202),
                List.of(rig.call("POST", "/events", rig.token(Scope.EVENTS), event)
                        .statusCode()));
        rig.settled();
    }
}
