package io.signalbox.sandbox.zapier;

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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/// Zapier's catch hooks at `/zapier/hooks/catch`. That a hook nobody has is a 404 is our reading; the vendor may take
/// such a call in silence.
@AutoService(Vendor.class)
public final class ZapierVendor implements Vendor {
    private static final int CALLS = 30;

    @Override
    public String name() {
        return "zapier";
    }

    @Override
    public StandIn open(World world) {
        var calls = new ArrayDeque<Instant>();
        return asked -> answer(world, calls, asked);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        var base = sandbox + "/zapier/hooks/catch/";
        return List.of(new Sample(
                Account.of("zapier-main", "zapier", Map.of("base-url", base)),
                Map.of("webhook-url", new Secret(base + "123456/abcde/"))));
    }

    private static Answer answer(World world, ArrayDeque<Instant> calls, Asked asked) {
        var path = asked.path();
        if (path.size() != 4 || !path.get(3).equals("abcde")) {
            return Answer.of(404, Value.fields("status", Value.of("error")));
        }
        synchronized (calls) {
            var now = world.clock().instant();
            while (!calls.isEmpty() && !calls.getFirst().plusSeconds(1).isAfter(now)) {
                calls.removeFirst();
            }
            if (calls.size() >= CALLS) {
                return Answer.of(429, Value.fields("status", Value.of("error")));
            }
            calls.addLast(now);
        }
        world.arrived(Arrived.of(
                "zapier", world.clock().instant(), "Zap abcde", Arrived.Look.RECORD, asked.body(), asked.body()));
        var id = Long.toString(world.clock().millis());
        return Answer.of(
                200,
                Value.fields("status", Value.of("success"))
                        .with("attempt", Value.of(id))
                        .with("id", Value.of(id))
                        .with("request_id", Value.of(id)));
    }
}
