package io.signalbox.sandbox.mail;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// A mail server at the port after the sandbox's own.
@AutoService(Vendor.class)
public final class MailVendor implements Vendor {
    @Override
    public String name() {
        return "mail";
    }

    @Override
    public StandIn open(World world) {
        return new MailStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "mail-main",
                        "mail",
                        Map.of(
                                "host", "127.0.0.1",
                                "port", Integer.toString(URI.create(sandbox).getPort() + 1),
                                "security", "none",
                                "from", "maintenance@plant.example.com",
                                "from-name", "Maintenance",
                                "allow-private", "true")),
                Map.of()));
    }
}
