package io.signalbox.sandbox.standardwebhooks;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.StandardSignature;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A receiver and sender of Standard Webhooks at `/standardwebhooks`: verifies what comes, takes each id once, and
/// signs
/// what it tells.
@AutoService(Vendor.class)
public final class StandardWebhooksVendor implements Vendor {
    private static final Secret SECRET = new Secret("whsec_c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveA==");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "standardwebhooks";
    }

    @Override
    public StandIn open(World world) {
        return new Partner(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of("webhooks-main", "standardwebhooks", Map.of("base-url", sandbox + "/standardwebhooks")),
                Map.of("secret", SECRET)));
    }

    private static Map<String, String> signed(Secret secret, String id, Instant at, String body) {
        var headers = new HashMap<>(Map.of(StandardSignature.ID, id));
        StandardSignature.by(secret)
                .ifPresent(signature ->
                        headers.putAll(signature.of(id, at).headers(body.getBytes(StandardCharsets.UTF_8))));
        return headers;
    }

    private record Partner(World world, Set<String> seen) implements StandIn {
        Partner(World world) {
            this(world, ConcurrentHashMap.newKeySet());
        }

        @Override
        public Answer answer(Asked asked) {
            var time = asked.header(StandardSignature.TIME);
            var id = asked.header(StandardSignature.ID);
            boolean dated =
                    time.length() > 5 && time.length() < 12 && time.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!dated || id.isEmpty()) {
                return Answer.problem(400, "webhook-id and webhook-timestamp are needed");
            }
            var at = Instant.ofEpochSecond(Long.parseLong(time));
            var expected = signed(SECRET, id, at, asked.body()).get(StandardSignature.SIGNATURE);
            boolean near = Duration.between(at, world.clock().instant()).abs().compareTo(WINDOW) <= 0;
            if (!near
                    || !List.of(asked.header(StandardSignature.SIGNATURE).split(" ", -1))
                            .contains(expected)) {
                return Answer.problem(401, "the signature does not fit");
            }
            if (seen.add(id)) {
                world.arrived(Arrived.of(
                        "standardwebhooks",
                        world.clock().instant(),
                        asked.json().map(body -> body.at("type").asText()).orElse(""),
                        Arrived.Look.RECORD,
                        asked.body(),
                        asked.body()));
            }
            return Answer.ok();
        }

        /// `{"type"?, "data"}`: told signed with each hook's secret.
        @Override
        public Answer inbound(Value said) {
            var at = world.clock().instant();
            var body = Json.write(Value.fields("type", said.at("type"), "timestamp", Value.of(at.toString()))
                    .with("data", said.at("data")));
            var id = "msg_" + Integer.toHexString(said.hashCode()) + at.toEpochMilli();
            world.tell(
                    hook -> new Hooks.Told("application/json", signed(new Secret(hook.secret()), id, at, body), body));
            return Answer.ok();
        }
    }
}
