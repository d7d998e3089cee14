package io.signalbox.connector.whatsapp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookCall;
import io.signalbox.connector.HookItem;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replies and webhooks as the vendor publishes them, and as others have received them.
final class PublishedExamplesTest {
    private final WhatsApp whatsApp = new WhatsApp();

    private Outcome decoded(int status, Value body) {
        var call = new Call(
                Calls.account("whatsapp"), "send-text", Calls.texts("to", "5511999991234"), Value.Fields.empty(), "k");
        return whatsApp.decode(call, new Reply(status, Map.of(), body));
    }

    @Test
    void every_reply_of_the_vendors_examples_is_an_accepted_message() {
        var examples = Contracts.json("whatsapp/response-200-examples.json").asFields();
        assertEquals(22, examples.fields().size());
        assertAll(examples.fields().entrySet().stream().map(example -> () -> {
            var taken = assertInstanceOf(Outcome.Delivered.class, decoded(200, example.getValue()), example.getKey());
            assertEquals(example.getValue().at("messages").at(0).at("id").asText(), taken.externalId());
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "error-phonenumbernotfounderror.json, sender",
        "error-requestcodeerror.json, status",
        "error-verifycodeerror.json, status"
    })
    void what_others_were_refused_with_has_its_class(String file, String reason) {
        var outcome = decoded(400, Calls.recorded(PublishedExamplesTest.class, file));
        assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(reason, Calls.reason(outcome));
    }

    private List<HookItem> items(String name) {
        var call = new HookCall("POST", "https://plant.example/hooks/a", Map.of(), Map.of(), new byte[0], Optional::empty);
        return whatsApp.verifier()
                .orElseThrow()
                .items(call, Contracts.json("whatsapp/webhook-bindambc-" + name + ".json"));
    }

    @ParameterizedTest
    @CsvSource({
        "textmessage, whatsapp.messages.message_received",
        "audiomessage, whatsapp.messages.message_received",
        "buttonmessage, whatsapp.messages.message_received",
        "contactmessage, whatsapp.messages.message_received",
        "textmessagestatussent, whatsapp.messages.message_status",
        "mediauploaderror, whatsapp.messages.message_status",
        "accountreview, ''",
        "qualityupdate, ''"
    })
    void what_others_have_received_becomes_an_event(String name, String kind) {
        var items = items(name);
        assertEquals(1, items.size());
        assertEquals(kind, items.getFirst().kind());
        assertFalse(items.getFirst().data().isMissing());
        assertEquals(!kind.isEmpty(), items.getFirst().identity().isPresent());
    }

    @Test
    void a_status_says_how_far_its_message_came_and_why_no_further() {
        var teller = whatsApp.deliveries().orElseThrow();
        assertEquals(
                DeliveryStatus.State.SENT,
                teller.in(items("textmessagestatussent").getFirst())
                        .orElseThrow()
                        .state());
        var failed = teller.in(items("mediauploaderror").getFirst()).orElseThrow();
        assertEquals(DeliveryStatus.State.FAILED + " media", failed.state() + " " + failed.reason());
        assertEquals(Optional.empty(), teller.in(items("textmessage").getFirst()));
    }
}
