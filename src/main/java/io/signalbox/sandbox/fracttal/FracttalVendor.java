package io.signalbox.sandbox.fracttal;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// Fracttal One at `/fracttal/api`, its tokens at `/fracttal/oauth/token`.
@AutoService(Vendor.class)
public final class FracttalVendor implements Vendor {
    @Override
    public String name() {
        return "fracttal";
    }

    @Override
    public StandIn open(World world) {
        return new FracttalStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "fracttal-main",
                        "fracttal",
                        Map.of(
                                "base-url", sandbox + "/fracttal/api",
                                "token-url", sandbox + "/fracttal/oauth/token",
                                "client-id", "sandbox")),
                Map.of("client-secret", new Secret("sandbox"))));
    }
}
