package io.signalbox.sandbox.walkme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.walkme.WalkMe;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asking;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The stand-in of WalkMe, asked by the connector.
final class WalkMeStandInTest {
    private static final String TEMPLATE = "75cfcba6-c320-42cb-938e-4c2bd08a43a3";

    private final Asking asking;

    WalkMeStandInTest() throws IOException {
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
    }

    private Value bought(String key, String secret) throws Exception {
        var basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(asking.url() + "/walkme/accounts/connect/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            return Calls.json(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private String token() throws Exception {
        return bought("key", "secret").at("access_token").asText();
    }

    private Outcome send(String token, Value.Fields settings, Value.Fields rows) throws Exception {
        var account = Calls.account("walkme", "base-url", asking.url() + "/walkme");
        return asking.perform(
                new WalkMe(), new Call(account, "notify-users", settings, rows, "run-1"), "Bearer " + token);
    }

    private static Value.Fields settings() {
        return Calls.texts("template", TEMPLATE, "system", "plant", "users", "ana@example.com");
    }

    private int raw(String notification) throws Exception {
        return asking.reply(
                        Outgoing.json(
                                "POST",
                                asking.url() + "/walkme/public/v1/notifications/send",
                                Calls.json("{\"notification\":" + notification + "}")),
                        "Bearer " + token())
                .status();
    }

    @Test
    void the_notification_arrives_as_a_card_with_its_places_filled() throws Exception {
        var rows = Calls.texts("REQUESTED_BY", "Ana", "SUMMARY", "a loose rail", "URL", "https://one.example.com/r/1");
        assertInstanceOf(Outcome.Delivered.class, send(token(), settings(), rows));
        var arrived = asking.sandbox().messages().getFirst();
        assertEquals(Arrived.Look.CARD, arrived.look());
        assertEquals("""
                Approval needed
                Ana asks for a loose rail. Please decide today.
                [Open the request] https://one.example.com/r/1""", arrived.shown());
    }

    @Test
    void a_place_without_its_exact_key_stays_for_everybody_to_see() throws Exception {
        send(token(), settings(), Calls.texts("requested_by", "Ana", "SUMMARY", "x", "URL", "https://x.example"));
        assertEquals(
                "###REQUESTED_BY### asks for x. Please decide today.",
                asking.sandbox()
                        .messages()
                        .getFirst()
                        .shown()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"templateId\":\"nowhere\",\"systemId\":\"plant\",\"endUsersIds\":[\"u\"]}",
                "{\"systemId\":\"plant\",\"endUsersIds\":[\"u\"]}",
                "{\"templateId\":\"75cfcba6-c320-42cb-938e-4c2bd08a43a3\",\"endUsersIds\":[\"u\"]}",
                "{\"templateId\":\"75cfcba6-c320-42cb-938e-4c2bd08a43a3\",\"systemId\":\"plant\"}",
                "{\"templateId\":\"75cfcba6-c320-42cb-938e-4c2bd08a43a3\",\"systemId\":\"plant\",\"endUsersIds\":\"u\"}",
                "{\"templateId\":\"75cfcba6-c320-42cb-938e-4c2bd08a43a3\",\"systemId\":\"plant\",\"endUsersIds\":[\"u\"],\"title\":null}",
                "{\"templateId\":\"75cfcba6-c320-42cb-938e-4c2bd08a43a3\",\"systemId\":\"plant\",\"endUsersIds\":[\"u\"],\"startAt\":\"soon\"}",
                "{\"templateId\":\"75cfcba6-c320-42cb-938e-4c2bd08a43a3\",\"systemId\":\"plant\",\"endUsersIds\":[\"u\"],\"notificationType\":\"toast\"}"
            })
    void what_the_vendor_would_refuse_is_refused(String notification) throws Exception {
        assertEquals(400, raw(notification));
        assertEquals(List.of(), asking.sandbox().messages());
    }

    @Test
    void a_hundred_and_one_users_are_too_many() throws Exception {
        var users = "\"u\",".repeat(101);
        assertEquals(
                400,
                raw("{\"templateId\":\"" + TEMPLATE + "\",\"systemId\":\"plant\",\"endUsersIds\":["
                        + users.substring(0, users.length() - 1) + "]}"));
        assertEquals(
                200,
                raw("{\"templateId\":\"" + TEMPLATE
                        + "\",\"systemId\":\"office\",\"audiencesIds\":[\"a\"],\"notificationType\":\"Push\"}"));
    }

    @Test
    void tokens_run_out_and_keys_may_be_too_weak() throws Exception {
        var token = token();
        asking.pass(Duration.ofHours(1));
        assertInstanceOf(Outcome.SignInAgain.class, send(token, settings(), Value.Fields.empty()));
        var weak = bought("read-only", "secret").at("access_token").asText();
        assertEquals("permission", Calls.reason(send(weak, settings(), Value.Fields.empty())));
        assertEquals("invalid_client", bought("key", "wrong").at("message").asText());
    }

    @Test
    void it_fails_when_asked_to() throws Exception {
        var token = token();
        asking.control("POST", "/faults", "{\"vendor\":\"walkme\",\"status\":503}");
        assertEquals("unavailable", Calls.reason(send(token, settings(), Value.Fields.empty())));
        asking.control("POST", "/faults", "{\"vendor\":\"walkme-token\",\"status\":500}");
        assertEquals(
                "Injected by the sandbox", bought("key", "secret").at("message").asText());
    }
}
