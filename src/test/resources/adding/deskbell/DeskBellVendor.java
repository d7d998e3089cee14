package io.signalbox.connector.deskbell;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// The stand-in of the small ticket system.
@AutoService(Vendor.class)
public final class DeskBellVendor implements Vendor {
    @Override
    public String name() {
        return "deskbell";
    }

    @Override
    public StandIn open(World world) {
        return asked -> answer(world, asked);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of("deskbell-main", "deskbell", Map.of("base-url", sandbox + "/deskbell")),
                Map.of("key", new Secret("sandbox"))));
    }

    private static Answer answer(World world, Asked asked) {
        if (!asked.header("x-desk-key").equals("sandbox")) {
            return Answer.problem(401, "no key");
        }
        var title = asked.json().orElse(Value.nothing()).at("title").asText();
        if (title.isEmpty()) {
            return Answer.problem(409, "a ticket needs a title");
        }
        world.arrived(Arrived.of(
                "deskbell", world.clock().instant(), asked.path().getLast(), Arrived.Look.RECORD, title, asked.body()));
        return Answer.of(201, Value.fields("id", Value.of("T-1")));
    }
}
