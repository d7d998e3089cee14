package io.signalbox.sandbox.walkme;

import io.signalbox.connector.walkme.WalkMeRules;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Shipped;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Answers as WalkMe does, by the rules that the connector obeys, for a company with two systems, `plant` and `office`.
/// Every id and secret buys a token, but the secret `wrong`; the id `read-only` may not write. Safe for threads.
///
/// Our reading, as the vendor documents none of it: the statuses and the wording of refusals, the answer's members, how
/// long a token lives, and that a key which is no place of the template is passed over.
final class WalkMeStandIn implements StandIn {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Set<String> SYSTEMS = Set.of("plant", "office");

    /// @param key of the API key it was given to
    private record Pass(String key, Instant until) {}

    private final World world;
    private final Map<String, Value> templates = new HashMap<>();
    private final Map<String, Pass> passes = new HashMap<>();
    private long issued;

    WalkMeStandIn(World world) {
        this.world = world;
        Shipped.json(WalkMeStandIn.class, "templates.json")
                .asItems()
                .forEach(template -> templates.put(template.at("id").asText(), template));
    }

    @Override
    public String part(Asked asked) {
        return isToken(asked) ? "token" : "";
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        return refused(fault.status(), "Injected by the sandbox");
    }

    @Override
    public Answer answer(Asked asked) {
        if (isToken(asked)) {
            return token(asked);
        }
        var pass = pass(asked);
        if (pass.isEmpty()) {
            return refused(401, "The token is missing or has expired");
        }
        if (!asked.method().equals("POST") || !asked.path().equals(List.of("public", "v1", "notifications", "send"))) {
            return refused(404, "There is no such resource");
        }
        if (pass.get().key().equals("read-only")) {
            return refused(403, "The key has no write access to the Notification API");
        }
        return asked.json()
                .map(body -> notification(body.at("notification"), asked.body()))
                .orElseGet(() -> refused(400, "The body is not JSON"));
    }

    private static boolean isToken(Asked asked) {
        return asked.path().equals(List.of("accounts", "connect", "token"));
    }

    private synchronized Optional<Pass> pass(Asked asked) {
        return Optional.ofNullable(passes.get(asked.credentials("Bearer")))
                .filter(pass -> pass.until().isAfter(world.clock().instant()));
    }

    private synchronized Answer token(Asked asked) {
        var basic = decoded(asked.credentials("Basic"));
        int colon = basic.indexOf(':');
        if (colon < 1 || colon == basic.length() - 1 || basic.endsWith(":wrong")) {
            return refused(401, "invalid_client");
        }
        if (!asked.method().equals("POST")
                || !"client_credentials".equals(asked.form().get("grant_type"))) {
            return refused(400, "unsupported_grant_type");
        }
        issued++;
        var token = "walkme-" + issued;
        passes.put(
                token,
                new Pass(basic.substring(0, colon), world.clock().instant().plus(LIFE)));
        return Answer.of(
                200,
                Value.fields("access_token", Value.of(token))
                        .with("token_type", Value.of("Bearer"))
                        .with("expires_in", Value.of(LIFE.toSeconds())));
    }

    private static String decoded(String basic) {
        try {
            return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private Answer notification(Value notification, String raw) {
        var fault = fault(notification);
        if (fault.isPresent()) {
            return refused(400, fault.get());
        }
        var template = templates.getOrDefault(notification.at("templateId").asText(), Value.nothing());
        var values = new HashMap<String, String>();
        notification
                .at("override")
                .asItems()
                .forEach(pair ->
                        values.put(pair.at("key").asText(), pair.at("value").asText()));
        var shown = shown(notification, template, values);
        for (var person : targets(notification)) {
            world.arrived(Arrived.of("walkme", world.clock().instant(), person, Arrived.Look.CARD, shown, raw));
        }
        return Answer.of(200, Value.fields("notificationId", Value.of("sandbox-" + raw.hashCode())));
    }

    private static String shown(Value notification, Value template, Map<String, String> values) {
        var title = notification.at("runtimeTitle").isMissing()
                ? template.at("title").asText()
                : notification.at("runtimeTitle").asText();
        var text = notification.at("runtimeDescription").isMissing()
                ? template.at("text").asText()
                : notification.at("runtimeDescription").asText();
        var card = title + "\n" + text + "\n[" + template.at("button").asText() + "] "
                + template.at("url").asText();
        return WalkMeRules.filled(card, name -> values.getOrDefault(name, ""));
    }

    private static List<String> targets(Value notification) {
        var targets = new ArrayList<String>();
        notification.at("endUsersIds").asItems().forEach(user -> targets.add(user.asText()));
        notification.at("audiencesIds").asItems().forEach(audience -> targets.add("audience " + audience.asText()));
        return targets;
    }

    private Optional<String> fault(Value notification) {
        if (notification.asFields().fields().values().stream().anyMatch(Value::isMissing)) {
            return Optional.of("members that are not used must be left out");
        }
        var template = notification.at("templateId").asText();
        if (!templates.containsKey(template)) {
            return Optional.of(template.isEmpty() ? "templateId is required" : "there is no template " + template);
        }
        if (!SYSTEMS.contains(notification.at("systemId").asText())) {
            return Optional.of("systemId is required with more than one system: plant or office");
        }
        for (var member : List.of("endUsersIds", "audiencesIds", "override")) {
            if (notification.asFields().has(member) && !(notification.at(member) instanceof Value.Items)) {
                return Optional.of(member + " must be an array");
            }
        }
        int users = notification.at("endUsersIds").asItems().size();
        if (users == 0 && notification.at("audiencesIds").asItems().isEmpty()) {
            return Optional.of("endUsersIds or audiencesIds is required");
        }
        if (users > WalkMeRules.MOST_USERS) {
            return Optional.of("endUsersIds takes at most " + WalkMeRules.MOST_USERS);
        }
        var kind = notification.at("notificationType");
        if (!kind.isMissing() && WalkMeRules.kind(kind.asText()).isEmpty()) {
            return Optional.of("notificationType must be push or popup");
        }
        for (var member : List.of("startAt", "endAt")) {
            var time = notification.at(member);
            if (!time.isMissing() && WalkMeRules.time(time.asText()).isEmpty()) {
                return Optional.of(member + " must be YYYY-MM-DD hh:mm or a time with its offset");
            }
        }
        return Optional.empty();
    }

    private static Answer refused(int status, String why) {
        return Answer.of(status, Value.fields("message", Value.of(why)));
    }
}
