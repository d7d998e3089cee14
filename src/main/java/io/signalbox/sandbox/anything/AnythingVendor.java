package io.signalbox.sandbox.anything;

import com.google.auto.service.AutoService;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes anything at `/http` and answers with what it was sent.
@AutoService(Vendor.class)
public final class AnythingVendor implements Vendor {
    @Override
    public String name() {
        return "http";
    }

    @Override
    public StandIn open(World world) {
        return asked -> echo(world, asked);
    }

    private static Answer echo(World world, Asked asked) {
        var path = "/" + String.join("/", asked.path());
        if (!asked.method().equals("GET")) {
            world.arrived(Arrived.of(
                    "http",
                    world.clock().instant(),
                    asked.method() + " " + path,
                    Arrived.Look.RECORD,
                    asked.body(),
                    asked.body()));
        }
        return Answer.of(
                200,
                Value.fields("ok", Value.of(true))
                        .with("method", Value.of(asked.method()))
                        .with("path", Value.of(path))
                        .with("query", Value.fields(texts(asked)))
                        .withPresent("key", Value.of(asked.header("idempotency-key")))
                        .with("body", asked.json().orElseGet(() -> Value.of(asked.body()))));
    }

    private static Map<String, Value> texts(Asked asked) {
        var texts = new LinkedHashMap<String, Value>();
        asked.query().forEach((name, text) -> texts.put(name, Value.of(text)));
        return texts;
    }
}
