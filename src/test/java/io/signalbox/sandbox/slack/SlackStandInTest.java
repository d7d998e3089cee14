package io.signalbox.sandbox.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpServer;
import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.slack.Slack;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Bench;
import io.signalbox.sandbox.Hooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slack's connector and stand-in against each other, and both against Slack's own library and documented words.
final class SlackStandInTest {
    private final Bench bench = new Bench();

    SlackStandInTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_post_arrives_in_its_channel_and_in_the_thread() throws Exception {
        var line = bench.line("slack-main");
        var outcome = line.call(
                "post-message",
                Calls.texts("channel", "#maintenance", "text", "Pump 7 <!channel> *hot*", "thread", "1.2"),
                Value.Fields.empty(),
                "key");
        var delivered = assertInstanceOf(Outcome.Delivered.class, outcome);
        assertEquals(delivered.output().at("ts").asText(), delivered.externalId());
        var arrived = bench.sandbox().messages().getFirst();
        assertEquals(List.of("#maintenance", "Pump 7 <!channel> *hot*"), List.of(arrived.to(), arrived.shown()));
        assertEquals("1.2", delivered.output().at("message").at("thread_ts").asText());
        assertTrue(arrived.body().contains("&lt;!channel>"), arrived.body());
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox, C9, channel",
        "sandbox, C0333333333, not-in-channel",
        "sandbox, C0444444444, archived",
        "expired, C0123456789, token",
        "no-scope, C0123456789, scope"
    })
    void what_slack_refuses_is_refused_with_a_reason(String token, String channel, String reason) throws Exception {
        var line = bench.line("slack-main", Map.of(), Map.of("bot-token", token));
        assertEquals(reason, Bench.said(line, "post-message", "channel", channel, "text", "x"));
        assertEquals(List.of(), bench.sandbox().messages());
    }

    @Test
    void a_channel_takes_one_message_a_second() throws Exception {
        var line = bench.line("slack-main");
        assertEquals("", Bench.said(line, "post-message", "channel", "#stock", "text", "1"));
        var second =
                line.call("post-message", Calls.texts("channel", "#stock", "text", "2"), Value.Fields.empty(), "key");
        assertEquals(
                Optional.of(Duration.ofSeconds(1)),
                assertInstanceOf(Outcome.TryLater.class, second).after());
        assertEquals("", Bench.said(line, "post-message", "channel", "#maintenance", "text", "3"));
        bench.pass(1);
        assertEquals("", Bench.said(line, "post-message", "channel", "#stock", "text", "4"));
    }

    @Test
    void channels_are_listed_to_the_end_so_that_one_is_chosen() throws Exception {
        var listed = bench.line("slack-main").pages("list-channels", Value.Fields.empty());
        var channels =
                assertInstanceOf(Outcome.Delivered.class, listed).output().at("channels");
        assertEquals(
                List.of("maintenance", "stock", "management"),
                channels.asItems().stream().map(one -> one.at("name").asText()).toList());
        var directory = new Slack().directories().getFirst();
        assertTrue(directory.lists("channel", ""));
        assertEquals(
                "C0123456789",
                channels.at(0)
                        .at(Objects.requireNonNull(directory.values().get("channel")))
                        .asText());
    }

    @Test
    void a_webhooks_address_is_called_and_never_shown() throws Exception {
        var line = bench.line("slack-stock");
        var settings = Calls.texts("text", "Below the minimum");
        assertEquals("", Bench.said(line, "post-webhook", "text", "Below the minimum"));
        assertEquals("Below the minimum", bench.sandbox().messages().getFirst().shown());
        var shown = line.shown("post-webhook", settings, Value.Fields.empty());
        assertEquals(
                bench.sandbox().url() + "/slack/services/••••••••",
                shown.at("url").asText());
        assertFalse(line.account().toString().contains("T0001"), line.account().toString());
    }

    @ParameterizedTest
    @CsvSource({"gone, webhook-gone", "archived, archived", "forbidden, forbidden"})
    void a_webhook_that_is_no_more_says_so(String secret, String reason) throws Exception {
        var base = bench.sandbox().url() + "/slack/services/";
        var line = bench.line("slack-stock", Map.of(), Map.of("webhook-url", base + "T0001/B0001/" + secret));
        assertEquals(reason, Bench.said(line, "post-webhook", "text", "x"));
    }

    @Test
    void an_address_of_another_service_is_never_called() throws Exception {
        var line = bench.line(
                "slack-stock", Map.of(), Map.of("webhook-url", bench.sandbox().url() + "/http/anything"));
        assertEquals("secret-address", Bench.said(line, "post-webhook", "text", "x"));
        assertEquals(List.of(), bench.sandbox().messages());
    }

    @Test
    void every_documented_word_lands_in_its_class() {
        var words = Contracts.json("slack/chat-postMessage-errors.json");
        var call = new Call(Calls.account("slack"), "post-message", Value.Fields.empty(), Value.Fields.empty(), "key");
        for (var word : words.at("retryable").asItems()) {
            assertTrue(said(call, word).startsWith("later"), word.asText());
        }
        for (var word : words.at("permanent").asItems()) {
            var said = said(call, word);
            assertTrue(!said.startsWith("later") && !said.isEmpty() && !said.equals("refused"), word + " " + said);
        }
        var hook = new Call(
                Calls.account("slack", "way", "webhook"),
                "post-webhook",
                Value.Fields.empty(),
                Value.Fields.empty(),
                "key");
        words.at("incoming_webhook").at("errors").asFields().fields().forEach((status, list) -> {
            for (var word : list.asItems()) {
                var said = Bench.said(new Slack().decode(hook, new Reply(Integer.parseInt(status), Map.of(), word)));
                assertEquals(status.equals("500"), said.startsWith("later"), status + " " + word + " " + said);
                assertFalse(said.equals("refused") || said.isEmpty(), word.asText());
            }
        });
    }

    private static String said(Call call, Value word) {
        var reply = Value.fields("ok", Value.of(false), "error", word);
        return Bench.said(new Slack().decode(call, new Reply(200, Map.of(), reply)));
    }

    @Test
    void slacks_own_library_takes_what_the_stand_in_signs() throws Exception {
        var heard = new CompletableFuture<Boolean>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var time = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
            var shown = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
            var judge = new SlackSignature.Verifier(new SlackSignature.Generator("s3cr3t"));
            long at = Long.parseLong(time) * 1_000;
            heard.complete(judge.isValid(time, body, shown, at) && !judge.isValid(time, body + " ", shown, at));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        bench.sandbox()
                .hook(
                        "slack",
                        new Hooks.Hook("http://127.0.0.1:" + server.getAddress().getPort() + "/", "s3cr3t", ""));
        bench.control("POST", "/sandbox/inbound", "{\"vendor\": \"slack\", \"text\": \"bomba ñ 7\"}");
        assertTrue(heard.get(20, TimeUnit.SECONDS));
        server.stop(0);
    }
}
