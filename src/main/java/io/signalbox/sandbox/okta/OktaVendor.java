package io.signalbox.sandbox.okta;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// An Okta organisation that tells what happens to its users; there is nothing to call.
@AutoService(Vendor.class)
public final class OktaVendor implements Vendor {
    @Override
    public String name() {
        return "okta";
    }

    @Override
    public StandIn open(World world) {
        return new Organisation(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(
                new Sample(Account.of("okta-main", "okta", Map.of()), Map.of("secret", new Secret("sandbox-okta"))));
    }

    private record Organisation(World world) implements StandIn {
        @Override
        public Answer answer(Asked asked) {
            return Answer.problem(404, "Okta only tells");
        }

        /// `{"eventType", "user"?}`: one event, under the secret of each hook in its header.
        @Override
        public Answer inbound(Value said) {
            var at = world.clock().instant();
            var user = said.at("user").isMissing() ? Value.of("ana@plant.example.com") : said.at("user");
            var event = Value.fields(
                            "uuid", Value.of("u-" + at.toEpochMilli() + "-" + Integer.toHexString(said.hashCode())))
                    .with("published", Value.of(at.toString()))
                    .with("eventType", said.at("eventType"))
                    .with("severity", Value.of("INFO"))
                    .with("outcome", Value.fields("result", Value.of("SUCCESS")))
                    .with("target", Value.items(Value.fields("type", Value.of("User"), "alternateId", user)));
            var body = Json.write(Value.fields("eventType", Value.of("com.okta.event_hook"))
                    .with("cloudEventsVersion", Value.of("0.1"))
                    .with("eventTime", Value.of(at.toString()))
                    .with("contentType", Value.of("application/json"))
                    .with("data", Value.fields("events", Value.items(event))));
            world.tell(hook -> new Hooks.Told("application/json", Map.of("Authorization", hook.secret()), body));
            return Answer.ok();
        }
    }
}
