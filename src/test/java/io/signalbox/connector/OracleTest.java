package io.signalbox.connector;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.app_backend.SlackSignature;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import io.signalbox.connector.standardwebhooks.StandardWebhooks;
import io.signalbox.engine.Direct;
import io.signalbox.http.HttpGateway;
import io.signalbox.sandbox.Bench;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The vendors' own libraries judge what we send, and we judge what they sign.
final class OracleTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"type\":\"wo.done\",\"data\":{\"wo_folio\":\"OT-1 ñ €\"}}";

    private record Heard(HttpHeaders headers, String body) {}

    @Test
    void the_library_of_standard_webhooks_takes_what_we_send() throws Exception {
        var heard = new CopyOnWriteArrayList<Heard>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true), body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        var host = "127.0.0.1:" + server.getAddress().getPort();
        try (var gateway = new HttpGateway(Set.of(host))) {
            var line = new Direct(
                    new StandardWebhooks(), gateway, Map.of("base-url", "http://" + host), Map.of("secret", SECRET));
            var rows = Calls.texts("wo_folio", "OT-1 ñ €", "person.name", "José \"Pepe\"\n");
            for (int attempt = 0; attempt < 2; attempt++) {
                assertEquals("", Bench.said(line.call("send", Calls.texts("type", "wo.done"), rows, "mfzgk3dmmv")));
            }
            var shown = line.shown("send", Calls.texts("type", "wo.done"), rows).at("headers");
            assertEquals("••••••••", shown.at("webhook-signature").asText());
        } finally {
            server.stop(0);
        }
        var judge = new Webhook(SECRET);
        for (var one : heard) {
            assertDoesNotThrow(() -> judge.verify(one.body(), one.headers()));
            assertThrows(WebhookVerificationException.class, () -> judge.verify(one.body() + " ", one.headers()));
            assertEquals(List.of("mfzgk3dmmv"), one.headers().allValues("webhook-id"));
        }
        assertEquals(2, heard.size());
    }

    @Test
    void we_take_what_the_library_of_standard_webhooks_signs() throws Exception {
        var shown = new Webhook(SECRET).sign("msg_1", 1_614_265_330, BODY);
        var call = standard(wire(BODY)).secret("secret", SECRET).header("webhook-signature", shown);
        assertTrue(call.isGenuine());
        assertFalse(call.body(wire(BODY.replace("done", "gone"))).isGenuine());
        assertFalse(call.header("webhook-id", "msg_2").isGenuine());
        assertFalse(call.now(1_614_265_330 + 301).isGenuine());
        assertTrue(call.header("webhook-signature", "v1,AAAA " + shown).isGenuine());
    }

    /// One character for each byte, as the callers here have it.
    private static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Callers standard(String body) {
        return Callers.of("standard-webhooks", body)
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", "1614265330")
                .now(1_614_265_330);
    }

    /// The library above has no such signature; the JDK makes it.
    @Test
    void we_take_what_a_private_key_signs_and_nothing_else() throws Exception {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var call = standard(wire(BODY))
                .secret("secret", published(keys))
                .header("webhook-signature", "v1a," + signed(keys, "msg_1.1614265330." + BODY));
        assertTrue(call.isGenuine());
        assertFalse(call.body(wire(BODY + " ")).isGenuine());
        assertFalse(call.secret(
                        "secret",
                        published(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()))
                .isGenuine());
        assertFalse(call.secret("secret", "whpk_AAAA").isGenuine());
        assertFalse(call.header("webhook-signature", "v1," + signed(keys, "msg_1.1614265330." + BODY))
                .isGenuine());
        var signature = Base64.getDecoder().decode(signed(keys, "msg_1.1614265330." + BODY));
        for (int bit = 0; bit < signature.length * 8; bit++) {
            var changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertFalse(
                    call.header(
                                    "webhook-signature",
                                    "v1a," + Base64.getEncoder().encodeToString(changed))
                            .isGenuine(),
                    "bit " + bit);
        }
    }

    private static String published(KeyPair keys) {
        var encoded = keys.getPublic().getEncoded();
        return "whpk_"
                + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static String signed(KeyPair keys, String text) throws Exception {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    @Test
    void we_take_what_slacks_library_signs() {
        var shown = new SlackSignature.Generator("8f742231b10e").generate("1531420618", BODY);
        var call = Callers.of("slack", wire(BODY))
                .secret("secret", "8f742231b10e")
                .header("x-slack-request-timestamp", "1531420618")
                .header("x-slack-signature", shown)
                .now(1_531_420_618);
        assertTrue(call.isGenuine());
        assertFalse(call.body(wire(BODY + " ")).isGenuine());
    }

    /// The library cannot sign, so each side judges what the documented algorithm makes, and what was changed after.
    @Test
    void twilios_library_and_we_are_of_one_mind_about_forms() {
        var random = new Random(11);
        var validator = new RequestValidator("12345");
        for (int round = 0; round < 200; round++) {
            var form = new TreeMap<String, String>();
            for (int field = random.nextInt(12); field >= 0; field--) {
                form.put(word(random), word(random));
            }
            var url = "https://plant.example/hooks/abc" + (random.nextBoolean() ? "?step=" + round : "");
            var signed = new StringBuilder(url);
            form.forEach((name, value) -> signed.append(name).append(value));
            var signature = Hmac.base64("HmacSHA1", Hmac.utf8("12345"), Hmac.utf8(signed.toString()));
            assertTwilio(true, validator, url, form, signature);
            form.merge(form.firstKey(), "!", String::concat);
            assertTwilio(false, validator, url, form, signature);
        }
    }

    private static void assertTwilio(
            boolean genuine, RequestValidator judge, String url, Map<String, String> form, String signature) {
        assertEquals(genuine, judge.validate(url, form, signature), url);
        var body = form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var call = Callers.of("twilio", body)
                .header("content-type", "application/x-www-form-urlencoded")
                .at(url)
                .secret("secret", "12345")
                .header("x-twilio-signature", signature);
        assertEquals(genuine, call.isGenuine(), url);
    }

    private static String word(Random random) {
        var letters = "abcXYZ019 +&=%ñ€✓\n";
        return random.ints(1 + random.nextInt(9), 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    @Test
    void twilios_library_says_of_its_published_vectors_what_we_say() throws Exception {
        for (var vector : Contracts.json("twilio/signature-vectors.json").asItems()) {
            var judge = new RequestValidator(vector.at("auth_token").asText());
            var url = vector.at("url").asText();
            var signature = vector.at("signature").asText();
            boolean valid = vector.at("valid").isMissing();
            if (vector.at("json_body").isMissing()) {
                var form = new TreeMap<String, String>();
                vector.at("params").asFields().fields().forEach((name, value) -> form.put(name, value.asText()));
                assertTwilio(valid, judge, url, form, signature);
            } else {
                var body = vector.at("json_body").asText();
                var call = Callers.of("twilio", body)
                        .at(url)
                        .secret("secret", vector.at("auth_token").asText())
                        .header("x-twilio-signature", signature);
                assertEquals(valid, judge.validate(url, body, signature), vector.at("name")::asText);
                assertEquals(valid, call.isGenuine(), vector.at("name")::asText);
            }
        }
    }
}
