package io.signalbox.sandbox.braze;

import io.signalbox.connector.braze.BrazeRules;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.Shipped;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Answers as Braze does, by the rules that the connector obeys. Its one key is `sandbox`: `other-cluster` is a key of
/// another instance, `no-permission` one that may do nothing.
///
/// Our reading: the wording of refusals; that a response outside the 24 hours and a message with a gap are named in
/// `errors` and do not go out; that people whose id begins with `unknown` are not in the workspace.
final class BrazeStandIn implements StandIn {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LIMIT = 250_000;

    /// As the guide tells people to write it: nothing is escaped.
    private static final String LIQUID = """
            {
              "user_id": "{{user_id}}",
              "phone_number": "{{phone_number}}",
              "message": "{{message}}"
            }""";

    private final World world;
    private final Map<String, Value> campaigns = new HashMap<>();
    private final Map<String, Instant> wroteAt = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final DirectMessages direct = new DirectMessages();

    BrazeStandIn(World world) {
        this.world = world;
        Shipped.json(BrazeStandIn.class, "campaigns.json")
                .asItems()
                .forEach(campaign -> campaigns.put(campaign.at("id").asText(), campaign));
    }

    /// A person wrote: the webhook campaign tells it, and the 24 hours begin.
    @Override
    public Answer inbound(Value said) {
        var from = said.at("from").asText();
        if (from.isEmpty()) {
            return Answer.problem(400, "expected from: the external id of the person who wrote, and text");
        }
        wroteAt.put(from, world.clock().instant());
        var phone = said.at("phone").isMissing()
                ? "+5511999991234"
                : said.at("phone").asText();
        var body = LIQUID.replace("{{user_id}}", from)
                .replace("{{phone_number}}", phone)
                .replace("{{message}}", said.at("text").asText());
        world.tell(hook -> new Hooks.Told("application/json", Map.of("X-API-Key", hook.secret()), body));
        return Answer.ok();
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        return limited(Answer.of(fault.status(), message("injected by the sandbox")), fault.status() == 429 ? 0 : 1);
    }

    @Override
    public Answer answer(Asked asked) {
        var key = asked.credentials("Bearer");
        if (!key.equals("sandbox") && !key.equals("no-permission")) {
            return Answer.of(401, message("Invalid API key: " + (key.isEmpty() ? "missing" : "not of this instance")));
        }
        var path = String.join("/", asked.path());
        if (!asked.method().equals("POST")
                || !List.of("campaigns/trigger/send", "messages/send", "users/track")
                        .contains(path)) {
            return Answer.of(404, message("Invalid URL"));
        }
        if (key.equals("no-permission")) {
            return Answer.of(403, message("The API key may not call this endpoint"));
        }
        var body = asked.json();
        if (body.isEmpty()) {
            return refused("The body is not JSON");
        }
        var answer = switch (path) {
            case "messages/send" -> message(body.get(), asked.body());
            case "users/track" -> track(body.get(), asked.body());
            default -> campaign(body.get(), asked.body());
        };
        return limited(answer, LIMIT - calls.incrementAndGet());
    }

    private Answer campaign(Value body, String raw) {
        var campaign = campaigns.get(body.at("campaign_id").asText());
        if (campaign == null) {
            return refused("'campaign_id' must be a valid campaign");
        }
        boolean broadcast = body.at("broadcast").asText().equals("true");
        var recipients = body.at("recipients").asItems();
        if (recipients.isEmpty()) {
            return broadcast
                    ? broadcast(campaign, raw)
                    : refused("'recipients' is required unless 'broadcast' is true");
        }
        if (broadcast) {
            return refused("'broadcast' cannot be true if 'recipients' is provided");
        }
        if (recipients.size() > BrazeRules.MOST_RECIPIENTS) {
            return refused("'recipients' cannot have more than 50 elements");
        }
        for (var recipient : recipients) {
            long named = List.of("external_user_id", "user_alias", "email").stream()
                    .filter(member -> !recipient.at(member).isMissing())
                    .count();
            if (named != 1) {
                return refused("each recipient must have exactly one of external_user_id, user_alias and email");
            }
            if (recipient.at("send_to_existing_only").asText().equals("false")
                    && (recipient.at("attributes").isMissing()
                            || !recipient.at("user_alias").isMissing())) {
                return refused("'send_to_existing_only' false needs 'attributes' and no 'user_alias'");
            }
        }
        var errors = new ArrayList<String>();
        for (var recipient : recipients) {
            deliver(campaign, body, recipient, raw, errors);
        }
        return sent(errors);
    }

    private void deliver(Value campaign, Value body, Value recipient, String raw, List<String> errors) {
        var who = who(recipient);
        boolean existing = !recipient.at("send_to_existing_only").asText().equals("false");
        if (existing && who.startsWith("unknown")) {
            errors.add("user '" + who + "' does not exist");
            return;
        }
        if (campaign.at("kind").asText().equals("response") && !isOpen(who)) {
            errors.add("user '" + who + "' has not written within 24 hours");
            return;
        }
        var own = recipient.at("trigger_properties");
        var wording = campaign.at("message").asText();
        var missing = BrazeRules.places(wording).sequencedKeySet().stream()
                .filter(name -> property(own, body, name).isMissing())
                .toList();
        if (!missing.isEmpty()) {
            errors.add("trigger property '" + String.join("', '", missing) + "' is missing for '" + who + "'");
            return;
        }
        var shown = BrazeRules.filled(wording, name -> property(own, body, name).asText());
        world.arrived(Arrived.of("braze", world.clock().instant(), who, Arrived.Look.BUBBLE, shown, raw));
    }

    /// What the recipient has wins over what the call has.
    private static Value property(Value own, Value body, String name) {
        return own.at(name).isMissing() ? body.at("trigger_properties").at(name) : own.at(name);
    }

    private Answer broadcast(Value campaign, String raw) {
        world.arrived(Arrived.of(
                "braze",
                world.clock().instant(),
                "everybody",
                Arrived.Look.BUBBLE,
                campaign.at("message").asText(),
                raw));
        return sent(List.of());
    }

    private Answer message(Value body, String raw) {
        return direct.refusal(body).map(BrazeStandIn::refused).orElseGet(() -> {
            var errors = new ArrayList<String>();
            for (var person : DirectMessages.people(body)) {
                if (DirectMessages.isAnswer(body) && !isOpen(person)) {
                    errors.add("user '" + person + "' has not written within 24 hours");
                } else {
                    world.arrived(Arrived.of(
                            "braze",
                            world.clock().instant(),
                            DirectMessages.place(body, person),
                            DirectMessages.look(body),
                            direct.shown(body),
                            raw));
                }
            }
            return sent(errors);
        });
    }

    private Answer track(Value body, String raw) {
        var profiles = body.at("attributes").asItems();
        if (profiles.isEmpty()) {
            return refused("one of 'attributes', 'events', 'purchases' is required");
        }
        for (var profile : profiles) {
            world.arrived(Arrived.of(
                    "braze",
                    world.clock().instant(),
                    profile.at("external_id").asText(),
                    Arrived.Look.RECORD,
                    profile.asText(),
                    raw));
        }
        return Answer.of(201, message("success").with("attributes_processed", Value.of(profiles.size())));
    }

    private boolean isOpen(String who) {
        var wrote = wroteAt.get(who);
        return wrote != null && wrote.plus(WINDOW).isAfter(world.clock().instant());
    }

    private static String who(Value recipient) {
        var alias = recipient.at("user_alias");
        return alias.isMissing()
                ? recipient.at("external_user_id").asText()
                        + recipient.at("email").asText()
                : alias.at("alias_name").asText();
    }

    private Answer sent(List<String> errors) {
        var said = message("success").with("dispatch_id", Value.of("sandbox" + calls.get()));
        return Answer.of(201, errors.isEmpty() ? said : said.with("errors", Value.texts(errors)));
    }

    private static Answer refused(String why) {
        return Answer.of(400, message(why));
    }

    private static Value.Fields message(String text) {
        return Value.fields("message", Value.of(text));
    }

    /// The window begins anew at the full hour.
    private Answer limited(Answer answer, long remaining) {
        long seconds = world.clock().instant().getEpochSecond();
        long reset = (seconds / HOUR.toSeconds() + 1) * HOUR.toSeconds();
        return answer.withHeader("X-RateLimit-Limit", Integer.toString(LIMIT))
                .withHeader("X-RateLimit-Remaining", Long.toString(remaining))
                .withHeader("X-RateLimit-Reset", Long.toString(reset));
    }
}
