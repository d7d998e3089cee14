package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.signalbox.access.Scope;
import io.signalbox.connector.Contracts;
import io.signalbox.flow.Value;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The CloudEvents library sends, and we hear what it meant; the documented handshake before it.
final class CloudEventsOracleTest {
    @TempDir
    private Path folder;

    @Test
    void what_the_library_sends_in_binary_mode_is_stored_once() throws Exception {
        var event = CloudEventBuilder.v1()
                .withId("e-1 é\"%")
                .withSource(URI.create("/plant/7"))
                .withType("tasks.work_orders.new_wo")
                .withSubject("OT-ñ 1")
                .withTime(OffsetDateTime.parse("2026-11-22T10:00:00Z"))
                .withExtension("shift", "früh")
                .withData("application/json", "{\"wo_folio\":\"OT-1\"}".getBytes(StandardCharsets.UTF_8))
                .build();
        var headers = new ArrayList<String>();
        var body = new AtomicReference<>("");
        HttpMessageFactory.createWriter(
                        (name, value) -> headers.addAll(List.of(name, value)),
                        bytes -> body.set(new String(bytes, StandardCharsets.UTF_8)))
                .writeBinary(event);
        try (var rig = new Rig(folder)) {
            var token = rig.token(Scope.EVENTS);
            var sent = headers.toArray(String[]::new);
            var first = rig.call("POST", "/events", token, body.get(), sent);
            var second = rig.call("POST", "/events", token, body.get(), sent);
            assertEquals(List.of(202, 202), List.of(first.statusCode(), second.statusCode()), first.body());
            assertEquals(Value.of(true), Rig.json(second).at("duplicate"));
            assertEquals(Rig.json(first).at("eventId"), Rig.json(second).at("eventId"));
        }
    }

    @Test
    void the_documented_handshake_is_answered() throws Exception {
        var asked = Contracts.json("cloudevents/webhook-handshake.json").at("request");
        try (var rig = new Rig(folder)) {
            var headers = new ArrayList<String>();
            asked.at("headers")
                    .asFields()
                    .fields()
                    .forEach((name, value) -> headers.addAll(List.of(name, value.asText())));
            var answer = rig.call(asked.at("method").asText(), "/events", "", "", headers.toArray(String[]::new));
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "eventemitter.example.com",
                    answer.headers().firstValue("WebHook-Allowed-Origin").orElse(""));
            assertEquals(
                    "*", answer.headers().firstValue("WebHook-Allowed-Rate").orElse(""));
            assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
            var odd = rig.call("OPTIONS", "/events", "", "", "WebHook-Request-Origin", "a b, *");
            assertEquals("", odd.headers().firstValue("WebHook-Allowed-Origin").orElse(""));
        }
    }
}
