package io.signalbox.sandbox.braze;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// Braze at `/braze`.
@AutoService(Vendor.class)
public final class BrazeVendor implements Vendor {
    @Override
    public String name() {
        return "braze";
    }

    @Override
    public StandIn open(World world) {
        return new BrazeStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of("braze-main", "braze", Map.of("base-url", sandbox + "/braze")),
                Map.of("rest-key", new Secret("sandbox"), "secret", new Secret("sandbox-hook"))));
    }
}
