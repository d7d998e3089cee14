package io.signalbox.sandbox.workplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.workplace.Workplace;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Asking;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-in of Workplace, asked by the connector. The bot of the token `bare` requires no proof.
final class WorkplaceStandInTest {
    private final Asking asking;

    WorkplaceStandInTest() throws IOException {
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
    }

    private Outcome perform(String token, String operation, Value.Fields settings, Value.Fields rows) throws Exception {
        var account = Calls.account("workplace", "base-url", asking.url() + "/workplace");
        return asking.perform(
                new Workplace(), new Call(account, operation, settings, rows, "run-1"), "Bearer " + token);
    }

    @Test
    void text_and_buttons_arrive_as_bubbles() throws Exception {
        perform("bare", "send-text", Calls.texts("to", "1", "text", "Hello"), Value.Fields.empty());
        var rows = Calls.texts(
                "button.1.title",
                "Yes",
                "button.1.payload",
                "Y",
                "button.2.title",
                "Open",
                "button.2.url",
                "https://x.example");
        var outcome = perform(
                "bare", "send-buttons", Calls.texts("to", "t_1", "recipient-kind", "thread", "text", "Sure?"), rows);
        assertEquals(
                "t_2",
                assertInstanceOf(Outcome.Delivered.class, outcome)
                        .output()
                        .at("thread_id")
                        .asText());
        assertEquals(
                List.of("Hello", "Sure?\n[Yes]\n[Open] https://x.example"),
                asking.sandbox().messages().stream()
                        .map(message -> message.shown())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"expired, 1, token", "elsewhere, 1, permission", "sandbox, 1, parameter", "bare, 551, person"})
    void the_graph_refuses_in_its_own_codes(String token, String to, String reason) throws Exception {
        var outcome = perform(token, "send-text", Calls.texts("to", to, "text", "Hello"), Value.Fields.empty());
        assertEquals(reason, Calls.reason(outcome));
        assertEquals(List.of(), asking.sandbox().messages());
    }

    @Test
    void the_proof_is_good_for_five_minutes() throws Exception {
        var account = new WorkplaceVendor().samples(asking.url()).getFirst().account();
        var call = new Call(account, "send-text", Calls.texts("to", "1", "text", "Hi"), Value.Fields.empty(), "run-1");
        var plain = new Workplace().encode(call);
        // 2026-11-21T14:00:00Z, and its proof by OpenSSL: printf 'sandbox|1795269600' | openssl dgst -sha256 -hmac …
        var signed = new Outgoing(
                "POST",
                plain.url() + "?appsecret_time=1795269600&appsecret_proof=" + PROOF,
                plain.headers(),
                plain.body());
        assertEquals(200, asking.reply(signed, "Bearer sandbox").status());
        asking.pass(Duration.ofSeconds(301));
        assertEquals(400, asking.reply(signed, "Bearer sandbox").status());
    }

    private static final String PROOF = "3cf4155bf5fae63120e2cf2952a3f847ff7831c2c8f58e7f2ab5206f1abdf7d4";

    @Test
    void faults_come_with_the_code_that_was_asked_for() throws Exception {
        for (int code : new int[] {2, 4, 613, 1200}) {
            asking.control("POST", "/faults", "{\"vendor\":\"workplace\",\"code\":" + code + "}");
            assertInstanceOf(
                    Outcome.TryLater.class,
                    perform("bare", "send-text", Calls.texts("to", "1", "text", "Hi"), Value.Fields.empty()));
        }
    }

    @Test
    void a_person_is_found_by_id() throws Exception {
        var found = perform("bare", "find-person", Calls.texts("person", "100"), Value.Fields.empty());
        assertEquals(
                "100",
                assertInstanceOf(Outcome.Delivered.class, found)
                        .output()
                        .at("id")
                        .asText());
        assertEquals(
                "parameter",
                Calls.reason(perform("bare", "find-person", Calls.texts("person", "551"), Value.Fields.empty())));
    }
}
