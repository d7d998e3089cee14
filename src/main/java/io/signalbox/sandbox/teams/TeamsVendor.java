package io.signalbox.sandbox.teams;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.teams.Card;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// A workflow of Microsoft Teams at `/teams`. That a wrong signature is a 401 and too large a card a 413 is our
/// reading.
@AutoService(Vendor.class)
public final class TeamsVendor implements Vendor {
    private static final String SIGNATURE = "sandbox-signature";

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public StandIn open(World world) {
        return asked -> answer(world, asked);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        var base = sandbox + "/teams/";
        return List.of(new Sample(
                Account.of("teams-main", "teams", Map.of("base-url", base)),
                Map.of("webhook-url", new Secret(base + "workflows/1/triggers/manual/paths/invoke?sig=" + SIGNATURE))));
    }

    private static Answer answer(World world, Asked asked) {
        if (!SIGNATURE.equals(asked.query().get("sig"))) {
            return error(401, "DirectApiAuthorizationRequired", "The request must be signed by its address.");
        }
        var message = asked.json().orElse(Value.nothing());
        var shown = Card.shown(message);
        if (!asked.method().equals("POST") || shown.isEmpty()) {
            return error(400, "InvalidRequestContent", "The request holds no Adaptive Card.");
        }
        if (asked.body().length() > 2 * Card.LARGEST) {
            return error(413, "RequestEntityTooLarge", "The card is too large.");
        }
        world.arrived(
                Arrived.of("teams", world.clock().instant(), "Teams", Arrived.Look.CARD, shown.get(), asked.body()));
        return Answer.of(202, Value.nothing());
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(
                status, Value.fields("error", Value.fields("code", Value.of(code), "message", Value.of(message))));
    }
}
