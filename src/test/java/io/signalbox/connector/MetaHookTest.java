package io.signalbox.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What Workplace's hooks have of their own: the older signature, and buttons.
final class MetaHookTest {
    private static final String BODY = "{\"object\":\"page\",\"entry\":[]}";

    private static Verifier.Judgement judge(String sha1, String header, String signature) {
        return Callers.of("meta", BODY)
                .secret("secret", "key")
                .value(MetaHook.OLDER, sha1)
                .header(header, signature)
                .judged();
    }

    @Test
    void sha1_counts_only_where_the_connection_says_so_and_nothing_better_is_there() {
        var old = "sha1=" + Hmac.hex("HmacSHA1", "key", Hmac.utf8(BODY));
        var today = "sha256=" + Hmac.hex("HmacSHA256", "key", Hmac.utf8(BODY));
        assertInstanceOf(Verifier.Genuine.class, judge("", "x-hub-signature-256", today));
        assertInstanceOf(Verifier.Refused.class, judge("", "x-hub-signature", old));
        assertInstanceOf(Verifier.Genuine.class, judge("true", "x-hub-signature", old));
        assertInstanceOf(Verifier.Refused.class, judge("true", "x-hub-signature", old.replace('a', 'b')));
        assertInstanceOf(Verifier.Refused.class, judge("true", "x-hub-signature", ""));
        assertInstanceOf(
                Verifier.Refused.class,
                Callers.of("meta", BODY)
                        .secret("secret", "key")
                        .value(MetaHook.OLDER, "true")
                        .header("x-hub-signature", old)
                        .header("x-hub-signature-256", "sha256=00")
                        .judged());
    }

    @Test
    void each_message_and_each_press_is_an_event_of_its_own() {
        var chats = Contracts.json("workplace/webhook-examples.json");
        var both = Value.items(
                chats.at("message text").at("entry").at(0).at("messaging").at(0),
                chats.at("postback").at("entry").at(0).at("messaging").at(0));
        var body = Value.fields("object", Value.of("page"), "entry", Value.items(Value.fields("messaging", both)));
        var items = Callers.of("meta", Json.write(body)).items(body);
        assertEquals(
                List.of("workplace.messages.message_received", "workplace.messages.button_pressed"),
                items.stream().map(HookItem::kind).toList());
        assertEquals(
                "ACK_WO_1890",
                items.getLast().data().at("postback").at("payload").asText());
    }
}
