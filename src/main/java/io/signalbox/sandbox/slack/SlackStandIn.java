package io.signalbox.sandbox.slack;

import com.google.re2j.Pattern;
import io.signalbox.connector.slack.SlackRules;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.Signature;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers as Slack does: words beside `ok: false` at status 200, plain text for webhooks, one message a second for
/// each
/// channel. Which channels there are, and which tokens and webhooks fail, is our own choice. Safe for threads.
final class SlackStandIn implements StandIn {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /// @param trouble the word that a post into it is answered with; blank when it is taken
    private record Channel(String id, String name, String trouble) {
        String shown() {
            return id.equals(name) ? "@" + name : "#" + name;
        }
    }

    private static final List<Channel> CHANNELS = List.of(
            new Channel("C0123456789", "maintenance", ""),
            new Channel("C0222222222", "stock", ""),
            new Channel("C0333333333", "management", "not_in_channel"),
            new Channel("C0444444444", "old-plant", "is_archived"));

    /// A person's id stands for the channel that they and the app have to themselves.
    private static final Pattern PERSON = Pattern.compile("U[A-Z0-9]{8,10}");

    private final World world;
    private final Map<String, Instant> lastInto = new HashMap<>();
    private long told;

    SlackStandIn(World world) {
        this.world = world;
    }

    @Override
    public String part(Asked asked) {
        return isHook(asked) ? "webhook" : "";
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        return fault.status() == 200 || fault.status() == 0
                ? said("internal_error")
                : Answer.of(
                        fault.status(), Value.fields("ok", Value.of(false), "error", Value.of(word(fault.status()))));
    }

    private static String word(int status) {
        return status == 429 ? "ratelimited" : "service_unavailable";
    }

    @Override
    public Answer answer(Asked asked) {
        if (isHook(asked)) {
            return webhook(asked);
        }
        var token = asked.credentials("Bearer");
        if (token.isEmpty() || token.equals("expired")) {
            return said(token.isEmpty() ? "not_authed" : "token_revoked");
        }
        var method = asked.path().size() == 2 && asked.path().getFirst().equals("api")
                ? asked.path().getLast()
                : "";
        return switch (method) {
            case "auth.test" -> Answer.of(200, Value.fields("ok", Value.of(true), "team", Value.of("Plant")));
            case "conversations.list" -> channels(asked);
            case "chat.postMessage" -> token.equals("no-scope") ? lacks("chat:write") : post(asked);
            default -> said("unknown_method");
        };
    }

    private static boolean isHook(Asked asked) {
        return !asked.path().isEmpty() && asked.path().getFirst().equals("services");
    }

    private Answer post(Asked asked) {
        var message = asked.json();
        if (message.isEmpty()) {
            return said("invalid_json");
        }
        var channel = channel(message.get().at("channel").asText());
        if (channel.isEmpty()) {
            return said("channel_not_found");
        }
        if (!channel.get().trouble().isEmpty()) {
            return said(channel.get().trouble());
        }
        var text = message.get().at("text").asText();
        var fault = SlackRules.fault(text);
        if (fault.isPresent()) {
            return said(fault.get().equals("text.long") ? "msg_too_long" : "no_text");
        }
        return turn(channel.get().id())
                ? taken(channel.get(), message.get(), text, asked.body())
                : said("ratelimited", 429).withHeader("Retry-After", "1");
    }

    private synchronized boolean turn(String channel) {
        var now = world.clock().instant();
        var last = lastInto.get(channel);
        if (last != null && now.isBefore(last.plus(BETWEEN))) {
            return false;
        }
        lastInto.put(channel, now);
        return true;
    }

    private Answer taken(Channel channel, Value message, String text, String raw) {
        arrived(channel.shown(), text, raw);
        var at = world.clock().instant();
        return Answer.of(
                200,
                Value.fields("ok", Value.of(true), "channel", Value.of(channel.id()))
                        .with("ts", Value.of("%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1_000)))
                        .with(
                                "message",
                                Value.fields("text", Value.of(text))
                                        .withPresent("thread_ts", message.at("thread_ts"))));
    }

    private void arrived(String to, String text, String raw) {
        world.arrived(new Arrived(
                "slack", world.clock().instant(), to, Arrived.Look.CARD, "", "", text, text.replace("&lt;", "<"), raw));
    }

    private static Optional<Channel> channel(String named) {
        return CHANNELS.stream()
                .filter(channel -> channel.id().equals(named) || ("#" + channel.name()).equals(named))
                .findFirst()
                .or(() -> PERSON.matches(named) ? Optional.of(new Channel(named, named, "")) : Optional.empty());
    }

    /// Two channels a page, so that paging is needed.
    private static Answer channels(Asked asked) {
        boolean second = "page2".equals(asked.query().get("cursor"));
        var page = CHANNELS.subList(second ? 2 : 0, second ? 3 : 2).stream()
                .<Value>map(channel -> Value.fields("id", Value.of(channel.id()), "name", Value.of(channel.name())))
                .toList();
        return Answer.of(
                200,
                Value.fields("ok", Value.of(true), "channels", new Value.Items(page))
                        .with("response_metadata", Value.fields("next_cursor", Value.of(second ? "" : "page2"))));
    }

    private Answer webhook(Asked asked) {
        var secret = asked.path().size() == 4 ? asked.path().getLast() : "";
        return switch (secret) {
            case "", "gone" -> Answer.text(404, "no_service");
            case "archived" -> Answer.text(410, "channel_is_archived");
            case "forbidden" -> Answer.text(403, "action_prohibited");
            default -> {
                var text =
                        asked.json().map(message -> message.at("text").asText()).orElse("");
                if (SlackRules.fault(text).isPresent()) {
                    yield Answer.text(400, text.isEmpty() ? "no_text" : "invalid_payload");
                }
                if (!turn(asked.path().get(2))) {
                    yield said("ratelimited", 429).withHeader("Retry-After", "1");
                }
                arrived("webhook", text, asked.body());
                yield Answer.text(200, "ok");
            }
        };
    }

    /// A person wrote in a channel: `{"channel"?, "user"?, "text"}`.
    @Override
    public Answer inbound(Value said) {
        var at = world.clock().instant();
        var time = Long.toString(at.getEpochSecond());
        var event = Value.fields("type", Value.of("message"))
                .with("channel", or(said.at("channel"), "C0123456789"))
                .with("user", or(said.at("user"), "U0123456789"))
                .with("text", said.at("text"))
                .with("ts", Value.of(time + ".000100"));
        var body = Json.write(Value.fields("type", Value.of("event_callback"))
                .with("team_id", Value.of("T0001"))
                .with("event", event)
                .with("event_id", Value.of("Ev" + time + "-" + count()))
                .with("event_time", Value.of(at.getEpochSecond())));
        world.tell(hook -> new Hooks.Told(
                "application/json",
                Map.of(
                        "X-Slack-Request-Timestamp",
                        time,
                        "X-Slack-Signature",
                        "v0=" + Signature.hex("HmacSHA256", hook.secret(), "v0:" + time + ":" + body)),
                body));
        return Answer.ok();
    }

    private synchronized long count() {
        told++;
        return told;
    }

    private static Value or(Value value, String absent) {
        return value.isMissing() ? Value.of(absent) : value;
    }

    private static Answer said(String word) {
        return said(word, 200);
    }

    private static Answer said(String word, int status) {
        return Answer.of(status, Value.fields("ok", Value.of(false), "error", Value.of(word)));
    }

    private static Answer lacks(String scope) {
        return Answer.of(
                200,
                Value.fields("ok", Value.of(false), "error", Value.of("missing_scope"))
                        .with("needed", Value.of(scope)));
    }
}
