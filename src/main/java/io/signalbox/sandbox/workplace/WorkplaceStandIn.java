package io.signalbox.sandbox.workplace;

import io.signalbox.connector.Hmac;
import io.signalbox.connector.workplace.WorkplaceRules;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Answers as Workplace's Graph did, for a bot that requires the proof of its app's secret. The token is `sandbox`;
/// `elsewhere` is one that only other servers may use, `bare` one of a bot that requires no proof. The person `551` has
/// left.
///
/// Our reading: the statuses beside the codes, and the wording of refusals.
final class WorkplaceStandIn implements StandIn {
    private static final long GOOD_FOR = 300;
    private static final String PAGE = "100000000000001";

    private final World world;
    private final AtomicLong sent = new AtomicLong();

    WorkplaceStandIn(World world) {
        this.world = world;
    }

    /// A person wrote or pressed a button: `from` with `text`, or with `payload` and `title`; several in `messages`.
    @Override
    public Answer inbound(Value said) {
        var messages = said.at("messages").isMissing()
                ? List.of(said)
                : said.at("messages").asItems();
        if (messages.stream().anyMatch(message -> message.at("from").isMissing())) {
            return Answer.problem(400, "expected from, and text or payload");
        }
        long now = world.clock().millis();
        var items = new ArrayList<Value>();
        for (var message : messages) {
            items.add(item(message, now));
        }
        var entry = Value.fields("id", Value.of(PAGE), "time", Value.of(now)).with("messaging", new Value.Items(items));
        var body = Json.write(Value.fields("object", Value.of("page"), "entry", Value.items(entry)));
        world.tell(hook -> new Hooks.Told(
                "application/json",
                Map.of(
                        "X-Hub-Signature-256",
                        "sha256=" + Hmac.hex("HmacSHA256", hook.secret(), body.getBytes(StandardCharsets.UTF_8))),
                body));
        return Answer.ok();
    }

    private Value item(Value message, long now) {
        var sender =
                Value.fields("id", message.at("from"), "community", Value.fields("id", Value.of("200000000000001")));
        var item = Value.fields("sender", sender)
                .with("recipient", Value.fields("id", Value.of(PAGE)))
                .with("timestamp", Value.of(now));
        return message.at("payload").isMissing()
                ? item.with(
                        "message",
                        Value.fields(
                                "mid",
                                Value.of("mid.$c" + now + "-" + sent.incrementAndGet()),
                                "text",
                                message.at("text")))
                : item.with("postback", Value.fields("title", message.at("title"), "payload", message.at("payload")));
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        return fault.code() < 0
                ? Answer.problem(fault.status(), "injected by the sandbox")
                : error(fault.code(), fault.status() > 0 ? fault.status() : 400, "Injected by the sandbox");
    }

    @Override
    public Answer answer(Asked asked) {
        var token = asked.credentials("Bearer");
        if (!List.of("sandbox", "elsewhere", "bare").contains(token)) {
            return error(190, 401, "Invalid OAuth access token.");
        }
        if (token.equals("elsewhere")) {
            return error(10, 403, "The server's address is not on the list of allowed addresses");
        }
        if (token.equals("sandbox") && !isProven(asked, token)) {
            return error(100, 400, "API calls from the server require an appsecret_proof argument");
        }
        if (asked.method().equals("GET") && asked.path().size() == 1) {
            return profile(asked.path().getFirst());
        }
        if (!asked.method().equals("POST") || !asked.path().equals(List.of("me", "messages"))) {
            return error(100, 400, "Unsupported request");
        }
        return asked.json()
                .map(body -> message(body, asked.body()))
                .orElseGet(() -> error(100, 400, "The body is not JSON"));
    }

    private boolean isProven(Asked asked, String token) {
        var time = asked.query().getOrDefault("appsecret_time", "");
        if (time.isEmpty() || time.length() > 12 || !time.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        long age = world.clock().instant().getEpochSecond() - Long.parseLong(time);
        var proof = Hmac.hex(
                "HmacSHA256", WorkplaceVendor.APP_SECRET, (token + "|" + time).getBytes(StandardCharsets.UTF_8));
        return Math.abs(age) <= GOOD_FOR && proof.equals(asked.query().get("appsecret_proof"));
    }

    private static Answer profile(String person) {
        return person.equals("551")
                ? error(100, 404, "Object with that id does not exist")
                : Answer.of(
                        200,
                        Value.fields("id", Value.of(person), "name", Value.of("Marta Jaramillo"))
                                .with("email", Value.of("marta@example.com"))
                                .with("title", Value.of("Mechanic")));
    }

    private Answer message(Value body, String raw) {
        var recipient = body.at("recipient").asFields();
        if (recipient.fields().size() != 1) {
            return error(100, 400, "(#100) recipient must be one of id, ids and thread_key");
        }
        var to = recipient.fields().firstEntry().getValue().asItems().stream()
                .map(Value::asText)
                .collect(Collectors.joining(", "));
        if (to.isEmpty()) {
            return error(100, 400, "(#100) No matching user found");
        }
        if (to.equals("551")) {
            return error(551, 400, "This person isn't available right now.");
        }
        var shown = shown(body.at("message"));
        if (shown.isEmpty()) {
            return error(100, 400, "(#100) The message is empty, too long, or its buttons are not in order");
        }
        world.arrived(Arrived.of("workplace", world.clock().instant(), to, Arrived.Look.BUBBLE, shown.get(), raw));
        var said = Value.fields("recipient_id", Value.of(to))
                .with("message_id", Value.of("mid.$s" + sent.incrementAndGet()));
        return Answer.of(200, recipient.has("id") ? said : said.with("thread_id", Value.of("t_" + sent.get())));
    }

    /// As the recipient sees it; empty for a message that is refused.
    private static Optional<String> shown(Value message) {
        var text = message.at("text").asText();
        if (!text.isEmpty()) {
            return text.codePointCount(0, text.length()) <= WorkplaceRules.LONGEST_TEXT
                    ? Optional.of(text)
                    : Optional.empty();
        }
        var payload = message.at("attachment").at("payload");
        var buttons = payload.at("buttons").asItems();
        boolean fits = payload.at("template_type").asText().equals("button")
                && !payload.at("text").isMissing()
                && !buttons.isEmpty()
                && buttons.size() <= WorkplaceRules.MOST_BUTTONS
                && buttons.stream().allMatch(WorkplaceStandIn::isInOrder);
        return fits
                ? Optional.of(payload.at("text").asText() + "\n"
                        + buttons.stream()
                                .map(button -> "[" + button.at("title").asText() + "]"
                                        + (button.at("url").isMissing()
                                                ? ""
                                                : " " + button.at("url").asText()))
                                .collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    private static boolean isInOrder(Value button) {
        var title = button.at("title").asText();
        boolean link = button.at("type").asText().equals("web_url")
                && !button.at("url").isMissing();
        var payload = button.at("payload").asText();
        boolean postback = button.at("type").asText().equals("postback")
                && !payload.isEmpty()
                && payload.length() <= WorkplaceRules.LONGEST_PAYLOAD;
        return !title.isEmpty() && title.length() <= WorkplaceRules.LONGEST_TITLE && (link || postback);
    }

    private static Answer error(int code, int status, String message) {
        return Answer.of(
                status,
                Value.fields(
                        "error",
                        Value.fields("message", Value.of(message))
                                .with("type", Value.of("OAuthException"))
                                .with("code", Value.of(code))
                                .with("fbtrace_id", Value.of("ASandboxTrace"))));
    }
}
