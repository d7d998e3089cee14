package io.signalbox.sandbox.twilio;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// Twilio's messages and contents at `/twilio`.
@AutoService(Vendor.class)
public final class TwilioVendor implements Vendor {
    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public StandIn open(World world) {
        return new TwilioStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(new Sample(
                Account.of(
                        "twilio-main",
                        "twilio",
                        Map.of(
                                "account-sid",
                                TwilioStandIn.ACCOUNT,
                                "sender",
                                "14155238886",
                                "base-url",
                                sandbox + "/twilio",
                                "content-url",
                                sandbox + "/twilio")),
                Map.of("auth-token", new Secret("sandbox-auth-token"))));
    }
}
