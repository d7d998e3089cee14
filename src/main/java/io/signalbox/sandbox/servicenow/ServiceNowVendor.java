package io.signalbox.sandbox.servicenow;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// An instance of ServiceNow at `/servicenow`.
@AutoService(Vendor.class)
public final class ServiceNowVendor implements Vendor {
    @Override
    public String name() {
        return "servicenow";
    }

    @Override
    public StandIn open(World world) {
        return new ServiceNowStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "servicenow-main",
                        "servicenow",
                        Map.of("base-url", sandbox + "/servicenow", "user", "signalbox")),
                Map.of("secret", new Secret("sandbox"))));
    }
}
