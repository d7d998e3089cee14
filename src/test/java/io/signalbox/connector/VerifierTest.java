package io.signalbox.connector;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Problems;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each verifier against published vectors, and against every change of a single bit.
final class VerifierTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:MyTopic";
    private static final String CERTIFICATE = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0000.pem";
    private static final long SEED = 20_261_122;

    @Test
    void a_flow_file_may_name_each_verifier_and_no_other() {
        assertEquals(Problems.VERIFIERS, Set.copyOf(Verifier.keys()));
        for (var key : Verifier.keys()) {
            assertEquals(Optional.of(key), Verifier.of(key, Optional.empty()).map(Verifier::key));
        }
        assertEquals(Optional.empty(), Verifier.of("hmac", Optional.empty()));
    }

    @Test
    void meta_signs_the_raw_body() {
        for (var vector : Contracts.json("whatsapp/hub-signature-vectors.json").asItems()) {
            var call = Callers.of("meta", vector.at("body").asText())
                    .secret("secret", vector.at("key").asText())
                    .header("x-hub-signature-256", vector.at("header").asText());
            assertEquals(vector.at("valid").isMissing(), call.isGenuine(), vector.asText());
        }
    }

    @Test
    void metas_question_is_answered_with_its_challenge_and_only_for_the_token() {
        var meta = Callers.of("meta", "").secret("secret", "s").secret("verify-token", "let-me-in");
        var question = "https://plant.example/hooks/abc?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        assertEquals(
                new Verifier.Handshake("text/plain", "1158201444"),
                meta.asking(question + "let-me-in").judged());
        assertTrue(meta.asking(question + "let-me-im").isRefused());
        assertTrue(meta.asking(question + "s").isRefused());
        assertTrue(meta.asking(question).isRefused());
        assertTrue(meta.asking(question.replace("subscribe", "unsubscribe") + "let-me-in")
                .isRefused());
        assertTrue(meta.asking(question.replace("1158201444", "1".repeat(257)) + "let-me-in")
                .isRefused());
        assertTrue(Callers.of("meta", "").asking(question + "let-me-in").isRefused());
    }

    @Test
    void twilio_signs_the_public_address_and_the_sorted_parameters() {
        for (var vector : Contracts.json("twilio/signature-vectors.json").asItems()) {
            boolean json = !vector.at("json_body").isMissing();
            var form = vector.at("params").asFields().fields().entrySet().stream()
                    .map(each -> encoded(each.getKey()) + "="
                            + encoded(each.getValue().asText()))
                    .collect(Collectors.joining("&"));
            var call = Callers.of("twilio", json ? vector.at("json_body").asText() : form)
                    .header("content-type", json ? "application/json" : "application/x-www-form-urlencoded")
                    .at(vector.at("url").asText())
                    .secret("secret", vector.at("auth_token").asText())
                    .header("x-twilio-signature", vector.at("signature").asText());
            var ported = call.at(vector.at("url").asText().replace(".com/", ".com:443/"));
            boolean valid = vector.at("valid").isMissing();
            assertEquals(valid, call.isGenuine(), vector.at("name").asText());
            assertEquals(valid, ported.isGenuine(), "with its port: " + vector.at("name"));
            assertFalse(
                    call.at(vector.at("url").asText().replace("https", "http")).isGenuine());
        }
    }

    @Test
    void a_body_that_nothing_vouches_for_is_refused() {
        var vector = Contracts.json("twilio/signature-vectors.json").at(2);
        var call = Callers.of("twilio", "{\"a\":1}")
                .at(vector.at("url").asText())
                .secret("secret", vector.at("auth_token").asText())
                .header("x-twilio-signature", vector.at("signature").asText());
        assertTrue(call.isRefused());
        assertTrue(call.body("").isGenuine());
    }

    @Test
    void slack_signs_time_and_body_and_is_believed_for_five_minutes() {
        var vector = Contracts.json("slack/signature-vectors.json").at(0);
        long time = Long.parseLong(vector.at("timestamp").asText());
        var call = slack();
        assertTrue(call.isGenuine());
        assertTrue(call.now(time + 300).isGenuine());
        assertTrue(call.now(time - 300).isGenuine());
        assertTrue(call.now(time + 301).isRefused());
        assertTrue(call.now(time - 301).isRefused());
        assertTrue(call.header("x-slack-request-timestamp", Long.toString(time + 1))
                .isRefused());
    }

    @Test
    void slacks_question_is_answered_once_it_is_verified() {
        var body = "{\"token\":\"x\",\"challenge\":\"3eZbrw1a\",\"type\":\"url_verification\"}";
        var signature = "v0=" + Hmac.hex("HmacSHA256", "secret", Hmac.utf8("v0:1531420618:"), Hmac.utf8(body));
        var call = Callers.of("slack", body)
                .secret("secret", "secret")
                .now(1_531_420_618)
                .header("x-slack-request-timestamp", "1531420618");
        assertEquals(
                new Verifier.Handshake("text/plain", "3eZbrw1a"),
                call.header("x-slack-signature", signature).judged());
        assertTrue(call.header("x-slack-signature", "v0=0").isRefused());
    }

    @Test
    void standard_webhooks_take_one_good_signature_among_several() {
        for (var vector :
                Contracts.json("standard-webhooks/signature-vectors.json").asItems()) {
            boolean valid = vector.at("valid").equals(Value.of(true));
            var call = standard(vector);
            assertEquals(valid, call.isGenuine(), vector.asText());
            var several = "v1,AAAA v1a,BBBB " + vector.at("webhook-signature").asText() + " v2,CCCC";
            assertEquals(valid, call.header("webhook-signature", several).isGenuine());
            long now = Long.parseLong(vector.at("now").asText());
            assertTrue(call.now(now + 301).isRefused());
            assertTrue(call.now(now - 301).isRefused());
            assertTrue(call.header("webhook-id", "msg_other").isRefused());
        }
    }

    @Test
    void okta_asks_with_a_header_and_shows_a_secret_one() {
        var okta = Callers.of("okta", "{}").secret("secret", "s3cret");
        assertEquals(
                new Verifier.Handshake("application/json", "{\"verification\":\"abc123\"}"),
                okta.asking("https://plant.example/hooks/abc")
                        .header("x-okta-verification-challenge", "abc123")
                        .judged());
        assertTrue(okta.asking("https://plant.example/hooks/abc")
                .header("x-okta-verification-challenge", "\"},\"x\":{")
                .isRefused());
        assertTrue(okta.header("authorization", "s3cret").isGenuine());
        assertTrue(okta.header("authorization", "s3cres").isRefused());
        assertTrue(
                okta.value("header-name", "X-Okta").header("x-okta", "s3cret").isGenuine());
        assertTrue(okta.value("header-name", "X-Okta")
                .header("authorization", "s3cret")
                .isRefused());
    }

    @Test
    void amazon_signs_with_a_certificate_of_its_own_and_for_one_topic() {
        var notice = sns(0);
        assertTrue(notice.isGenuine());
        assertTrue(notice.value("topic-arn", TOPIC + "x").isRefused());
        assertTrue(notice.value("topic-arn", "").isRefused());
        assertEquals(
                new Verifier.Confirm(
                        "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37"),
                sns(1).judged());
        for (var evil : List.of(
                "http://sns.us-east-1.amazonaws.com/x.pem",
                "https://sns.us-east-1.amazonaws.com.evil.example/x.pem",
                "https://sns.us-east-1.amazonaws.com:8443/x.pem",
                "https://sns.us-east-1.amazonaws.com@evil.example/x.pem",
                "https://evil.example/sns.us-east-1.amazonaws.com/x.pem",
                "https://s3.us-east-1.amazonaws.com/x.pem",
                "https://snsx.us-east-1.amazonaws.com/x.pem",
                "https://sns.us-east-1.evil.amazonaws.com/x.pem",
                "https://sns.us-east-1.amazonaws.com/x.txt",
                "https://sns.us-east-1.amazonaws.com/x?y.pem")) {
            var elsewhere =
                    notice.body(notice.body().replace(CERTIFICATE, evil)).web(evil, certificate());
            assertTrue(elsewhere.isRefused(), evil);
        }
        assertTrue(SnsHook.isAmazon("https://sns.cn-north-1.amazonaws.com.cn/x.pem", true));
    }

    @Test
    void a_secret_is_shown_as_bearer_or_in_a_header() {
        var bearer = Callers.of("bearer", "{}").secret("secret", "s3cret");
        assertTrue(bearer.header("authorization", "Bearer s3cret").isGenuine());
        assertTrue(bearer.header("authorization", "bearer s3cret").isGenuine());
        assertTrue(bearer.header("authorization", "s3cret").isRefused());
        assertTrue(bearer.isRefused());
        var header = Callers.of("header", "{}").secret("secret", "s3cret");
        assertTrue(header.header("x-api-key", "s3cret").isGenuine());
        assertTrue(header.value("header-name", "X-Plant")
                .header("x-plant", "s3cret")
                .isGenuine());
        assertTrue(header.value("header-name", "X-Plant")
                .header("x-api-key", "s3cret")
                .isRefused());
    }

    @ParameterizedTest
    @MethodSource("genuine")
    void without_its_secret_nothing_is_genuine(Callers call) {
        assertTrue(call.isGenuine());
        var bare = new Callers(
                call.verifier(),
                call.method(),
                call.url(),
                call.headers(),
                call.body(),
                Map.of(),
                Map.of(),
                call.now(),
                call.web());
        assertTrue(bare.isRefused());
        assertTrue(call.asking(call.url()).isRefused());
    }

    /// What carries the proof, by header; the body's own where it lies in it.
    @ParameterizedTest
    @MethodSource("genuine")
    void every_change_of_one_bit_is_refused(Callers call) {
        assertTrue(call.isGenuine());
        for (var header : call.headers().entrySet()) {
            if (header.getKey().equals("content-type")) {
                continue;
            }
            var text = header.getValue();
            bits(text.length())
                    .forEach(bit -> assertTrue(
                            call.header(header.getKey(), flipped(text, bit)).isRefused() || isScheme(text, bit),
                            () -> header.getKey() + " bit " + bit));
        }
        if (!isSigned(call)) {
            return;
        }
        bits(call.body().length()).forEach(bit -> {
            var changed = call.body(flipped(call.body(), bit));
            assertTrue(changed.isRefused() || says(changed).equals(says(call)), () -> "body bit " + bit);
        });
    }

    /// The word Bearer in any case is the same word.
    private static boolean isScheme(String text, int bit) {
        return text.startsWith("Bearer ") && bit / 8 < 7;
    }

    private static boolean isSigned(Callers call) {
        return !Set.of("bearer", "header", "okta").contains(call.verifier().key());
    }

    /// What the signature covers: raw bytes, but a form's parameters for Twilio and some members for Amazon. What reads
    /// the same is the same.
    private static Object says(Callers call) {
        return switch (call.verifier().key()) {
            case "twilio" ->
                Stream.of(call.body().split("&", -1))
                        .map(pair -> URLDecoder.decode(pair, StandardCharsets.ISO_8859_1))
                        .sorted()
                        .toList();
            case "sns" -> {
                var read = call.call().read().orElse(Value.nothing()).asFields();
                var signed = new LinkedHashMap<>(read.fields());
                signed.keySet()
                        .retainAll(Set.of(
                                "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type", "Signature"));
                yield signed;
            }
            default -> call.body();
        };
    }

    /// Every bit of a short text, and of a long one a thousand by chance.
    private static IntStream bits(int length) {
        return length * 8 <= 2_000 ? IntStream.range(0, length * 8) : new Random(SEED).ints(1_000, 0, length * 8);
    }

    private static String flipped(String text, int bit) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        bytes[bit / 8] = (byte) (bytes[bit / 8] ^ (1 << (bit % 8)));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static List<Callers> genuine() {
        var body = "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[]}]}";
        var twilio = Contracts.json("twilio/signature-vectors.json").at(0);
        var form = twilio.at("params").asFields().fields().entrySet().stream()
                .map(each ->
                        encoded(each.getKey()) + "=" + encoded(each.getValue().asText()))
                .collect(Collectors.joining("&"));
        return List.of(
                Callers.of("meta", body)
                        .secret("secret", "app")
                        .header("x-hub-signature-256", "sha256=" + Hmac.hex("HmacSHA256", "app", Hmac.utf8(body))),
                Callers.of("twilio", form)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .at(twilio.at("url").asText())
                        .secret("secret", twilio.at("auth_token").asText())
                        .header("x-twilio-signature", twilio.at("signature").asText()),
                slack(),
                standard(Contracts.json("standard-webhooks/signature-vectors.json")
                        .at(0)),
                sns(0),
                Callers.of("bearer", body).secret("secret", "s3cret").header("authorization", "Bearer s3cret"),
                Callers.of("header", body).secret("secret", "s3cret").header("x-api-key", "s3cret"),
                Callers.of("okta", body).secret("secret", "s3cret").header("authorization", "s3cret"));
    }

    private static Callers slack() {
        var vector = Contracts.json("slack/signature-vectors.json").at(0);
        return Callers.of("slack", vector.at("body").asText())
                .secret("secret", vector.at("signing_secret").asText())
                .header("x-slack-request-timestamp", vector.at("timestamp").asText())
                .header("x-slack-signature", vector.at("signature").asText())
                .now(Long.parseLong(vector.at("timestamp").asText()));
    }

    private static Callers standard(Value vector) {
        return Callers.of("standard-webhooks", vector.at("body").asText())
                .secret("secret", vector.at("secret").asText())
                .header("webhook-id", vector.at("webhook-id").asText())
                .header("webhook-timestamp", vector.at("webhook-timestamp").asText())
                .header("webhook-signature", vector.at("webhook-signature").asText())
                .now(Long.parseLong(vector.at("now").asText()));
    }

    private static Callers sns(int index) {
        var vectors = Contracts.json("aws-sns/signed-messages.json");
        var body = new String(Json.bytes(vectors.at("messages").at(index).at("body")), StandardCharsets.UTF_8);
        return Callers.of("sns", new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .value("topic-arn", TOPIC)
                .web(CERTIFICATE, certificate());
    }

    private static String certificate() {
        return Contracts.json("aws-sns/signed-messages.json")
                .at("certificate_pem")
                .asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_batch_of_whatsapp_is_one_item_a_message_and_a_status() {
        var text = Contracts.json("whatsapp/webhook-bindambc-textmessage.json");
        var meta = Callers.of("meta", "");
        var message = meta.items(text).getFirst();
        assertEquals(
                Optional.of("wamid.nBgN6TUyN2k5NzAzM5kzNhUCABI8FDNFQjAxQkE5REI4NEUzQ5Y5QTNgAA=="), message.identity());
        assertEquals(Optional.of(Instant.ofEpochSecond(1_672_947_578)), message.occurredAt());
        assertEquals("whatsapp.messages.message_received", message.kind());
        assertEquals("hi everyone!", message.data().at("text").at("body").asText());
        assertEquals(
                "409552778964973",
                message.data().at("metadata").at("phone_number_id").asText());
        assertEquals(
                "Mauricio Binda",
                message.data().at("contacts").at(0).at("profile").at("name").asText());
        var status = meta.items(Contracts.json("whatsapp/webhook-bindambc-textmessagestatussent.json"))
                .getFirst();
        assertEquals(
                Optional.of("wamid.nBgN6TUyN2k5NzAzM5kzNhUCABI8FDNFQjAxQkE5REI4NEUzQ5Y5QTNgAA==/sent"),
                status.identity());
        assertEquals("whatsapp.messages.message_status", status.kind());
        assertFalse(status.data().at("metadata").isMissing());
    }

    @Test
    void every_official_example_of_whatsapp_becomes_items() {
        assertAll(Contracts.json("whatsapp/webhook-examples.json").asFields().fields().entrySet().stream()
                .map(example -> () -> {
                    var items = Callers.of("meta", "").items(example.getValue());
                    assertFalse(items.isEmpty(), example.getKey());
                    items.forEach(item -> assertFalse(item.data().isMissing(), example.getKey()));
                }));
    }

    @Test
    void a_batch_of_workplace_and_of_okta_is_one_item_each() {
        var chats = Contracts.json("workplace/webhook-examples.json");
        var chat = Callers.of("meta", "").items(chats.at("message text"));
        assertEquals(
                List.of(Optional.of("mid.$cAAA1")),
                chat.stream().map(HookItem::identity).toList());
        assertEquals(
                Optional.of(Instant.ofEpochMilli(1_700_000_000_100L)),
                chat.getFirst().occurredAt());
        assertEquals("Hola", chat.getFirst().data().at("message").at("text").asText());
        var postback = Callers.of("meta", "").items(chats.at("postback")).getFirst();
        assertEquals(Optional.of("100011111111111/1700000000100"), postback.identity());
        var okta = Callers.of("okta", "")
                .items(Contracts.json("okta/event-hook-delivery.json").at("delivery"));
        assertEquals(
                List.of(Optional.of("u1")),
                okta.stream().map(HookItem::identity).toList());
        assertEquals(
                Optional.of(Instant.parse("2026-01-02T03:04:04Z")),
                okta.getFirst().occurredAt());
    }

    @Test
    void repeats_are_told_by_the_vendors_own_ids() {
        var received = Value.fields("MessageSid", Value.of("SM1"), "SmsStatus", Value.of("received"));
        var delivered = Value.fields("MessageSid", Value.of("SM1"), "MessageStatus", Value.of("delivered"));
        var twilio = Callers.of("twilio", "");
        assertEquals(
                Optional.of("SM1/received"), twilio.items(received).getFirst().identity());
        assertEquals(
                Optional.of("SM1/delivered"), twilio.items(delivered).getFirst().identity());
        assertEquals(
                Optional.of("token-1"),
                twilio.header("i-twilio-idempotency-token", "token-1")
                        .items(Value.fields("CallSid", Value.of("CA1")))
                        .getFirst()
                        .identity());
        assertEquals(
                Optional.of("Ev1"),
                Callers.of("slack", "")
                        .items(Value.fields("event_id", Value.of("Ev1")))
                        .getFirst()
                        .identity());
        assertEquals(
                Optional.of("m1"),
                Callers.of("sns", "")
                        .items(Value.fields("MessageId", Value.of("m1")))
                        .getFirst()
                        .identity());
        assertEquals(
                Optional.of("msg_1"),
                Callers.of("standard-webhooks", "")
                        .header("webhook-id", "msg_1")
                        .items(Value.Fields.empty())
                        .getFirst()
                        .identity());
    }
}
