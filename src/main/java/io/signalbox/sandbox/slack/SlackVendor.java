package io.signalbox.sandbox.slack;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.util.List;
import java.util.Map;

/// Slack at `/slack/api`, its incoming webhooks at `/slack/services`.
@AutoService(Vendor.class)
public final class SlackVendor implements Vendor {
    @Override
    public String name() {
        return "slack";
    }

    @Override
    public StandIn open(World world) {
        return new SlackStandIn(world);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        var hooks = sandbox + "/slack/services/";
        return List.of(
                new Sample(
                        Account.of("slack-main", "slack", Map.of("base-url", sandbox + "/slack/api")),
                        Map.of("bot-token", new Secret("sandbox"), "secret", new Secret("sandbox-signing"))),
                new Sample(
                        Account.of(
                                "slack-stock",
                                "slack",
                                Map.of("way", "webhook", "base-url", sandbox + "/slack/api", "hook-base-url", hooks)),
                        Map.of("webhook-url", new Secret(hooks + "T0001/B0001/sandbox"))));
    }
}
