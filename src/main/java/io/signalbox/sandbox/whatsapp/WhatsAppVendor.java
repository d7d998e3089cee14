package io.signalbox.sandbox.whatsapp;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// WhatsApp Cloud API at `/whatsapp`.
@AutoService(Vendor.class)
public final class WhatsAppVendor implements Vendor {
    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public StandIn open(World world) {
        return new WhatsAppStandIn(SampleTemplates.shipped(), world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "whatsapp-main",
                        "whatsapp",
                        Map.of(
                                "base-url",
                                sandbox + "/whatsapp",
                                "phone-number-id",
                                "1234567890",
                                "business-account-id",
                                "102290129340398")),
                Map.of(
                        "access-token", new Secret("sandbox"),
                        "app-secret", new Secret("sandbox-app-secret"),
                        "verify-token", new Secret("sandbox-verify"))));
    }
}
