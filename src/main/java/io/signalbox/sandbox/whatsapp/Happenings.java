package io.signalbox.sandbox.whatsapp;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What happens at the stand-in's end: people write, and messages are delivered, read or lost. Safe for threads.
final class Happenings {
    private static final String SENDER = "1234567890";
    private static final Duration WINDOW = Duration.ofHours(24);

    private final Webhook webhook;
    private final InstantSource clock;
    private final Map<String, Instant> wroteAt = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();

    Happenings(World world) {
        this.webhook = new Webhook(world);
        this.clock = world.clock();
    }

    boolean wroteLately(String person) {
        var wrote = wroteAt.get(person);
        return wrote != null && !wrote.plus(WINDOW).isBefore(clock.instant());
    }

    /// Somebody wrote, which lets free text reach them for 24 hours: `{"from", "text"}`, `{"from", "button": {"text",
    /// "payload"}}` for a template's button, `{"from", "reply": {"id", "title"}}` or `{"from", "choice": {"id",
    /// "title"}}` for a reply button or a row of a list. Or something became of a message: `{"to", "status", "id"?,
    /// "code"?}`.
    Answer inbound(Value said) {
        if (!said.at("status").isMissing()) {
            return reported(said);
        }
        var from = digits(said.at("from").asText());
        if (from.isEmpty()) {
            return Answer.problem(400, "expected from: the digits of the person who wrote");
        }
        wroteAt.put(from, clock.instant());
        var message = Value.fields("from", Value.of(from))
                .with("id", Value.of(id(from)))
                .with("timestamp", Value.of(Long.toString(clock.instant().getEpochSecond())));
        if (!said.at("button").isMissing()) {
            told(from, message, "button", said.at("button"));
        } else if (!said.at("reply").isMissing()) {
            var reply = Value.fields("type", Value.of("button_reply"), "button_reply", said.at("reply"));
            told(from, message, "interactive", reply);
        } else if (!said.at("choice").isMissing()) {
            var choice = Value.fields("type", Value.of("list_reply"), "list_reply", said.at("choice"));
            told(from, message, "interactive", choice);
        } else if (!said.at("text").isMissing()) {
            told(from, message, "text", Value.fields("body", said.at("text")));
        }
        return Answer.ok();
    }

    private void told(String from, Value.Fields message, String type, Value content) {
        webhook.message(SENDER, from, message.with("type", Value.of(type)).with(type, content));
    }

    private Answer reported(Value said) {
        var to = digits(said.at("to").asText());
        var id = said.at("id").isMissing() ? id(to) : said.at("id").asText();
        int code = said.at("code") instanceof Value.Decimal(var number) ? number.intValue() : 131026;
        report(SENDER, id, to, said.at("status").asText(), Value.nothing(), code);
        return Answer.ok();
    }

    /// Tells the status of a message.
    ///
    /// @param code why it failed; 0 where it did not
    void report(String sender, String id, String to, String status, Value key, int code) {
        var report = Value.fields("id", Value.of(id))
                .with("status", Value.of(status))
                .with("timestamp", Value.of(Long.toString(clock.instant().getEpochSecond())))
                .with("recipient_id", Value.of(to))
                .withPresent("biz_opaque_callback_data", key);
        if (status.equals("failed")) {
            var error = Value.fields("code", Value.of(code))
                    .with("title", Value.of("Message undeliverable"))
                    .with("message", Value.of("Message undeliverable"))
                    .with("error_data", Value.fields("details", Value.of("Message undeliverable.")));
            report = report.with("errors", Value.items(error));
        }
        webhook.status(sender, report);
    }

    /// A new message's id.
    String id(String to) {
        return "wamid."
                + Base64.getEncoder()
                        .encodeToString((to + ":" + clock.millis() + ":" + sent.incrementAndGet())
                                .getBytes(StandardCharsets.UTF_8));
    }

    static String digits(String number) {
        var digits = new StringBuilder();
        number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
