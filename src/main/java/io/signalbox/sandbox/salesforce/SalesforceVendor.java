package io.signalbox.sandbox.salesforce;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// A Salesforce organisation at `/salesforce`.
@AutoService(Vendor.class)
public final class SalesforceVendor implements Vendor {
    @Override
    public String name() {
        return "salesforce";
    }

    @Override
    public StandIn open(World world) {
        return new SalesforceStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "salesforce-main",
                        "salesforce",
                        Map.of("base-url", sandbox + "/salesforce", "client-id", "sandbox")),
                Map.of("client-secret", new Secret("sandbox"))));
    }
}
