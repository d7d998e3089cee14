package io.signalbox.sandbox.walkme;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// WalkMe at `/walkme`, its tokens at `/walkme/accounts/connect/token`.
@AutoService(Vendor.class)
public final class WalkMeVendor implements Vendor {
    @Override
    public String name() {
        return "walkme";
    }

    @Override
    public StandIn open(World world) {
        return new WalkMeStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "walkme-main",
                        "walkme",
                        Map.of(
                                "base-url", sandbox + "/walkme",
                                "token-url", sandbox + "/walkme/accounts/connect/token",
                                "client-id", "sandbox")),
                Map.of("client-secret", new Secret("sandbox"))));
    }
}
