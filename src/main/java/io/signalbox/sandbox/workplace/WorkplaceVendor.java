package io.signalbox.sandbox.workplace;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Workplace from Meta at `/workplace`.
@AutoService(Vendor.class)
public final class WorkplaceVendor implements Vendor {
    /// Of the bot's app; the stand-in checks the proof by it.
    static final String APP_SECRET = "sandbox-app-secret";

    @Override
    public String name() {
        return "workplace";
    }

    @Override
    public StandIn open(World world) {
        return new WorkplaceStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        var values = new LinkedHashMap<String, String>();
        values.put("base-url", sandbox + "/workplace");
        List.of("proof", "enabled", "visible", "message-any", "read-profile").forEach(flag -> values.put(flag, "true"));
        return List.of(new Sample(
                Account.of("workplace-main", "workplace", values),
                Map.of(
                        "access-token",
                        new Secret("sandbox"),
                        "app-secret",
                        new Secret(APP_SECRET),
                        "verify-token",
                        new Secret("sandbox-verify"))));
    }
}
