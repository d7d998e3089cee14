package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;

/// Okta's event hooks: a question with a header to begin with, then a secret header on each delivery.
record OktaHook() implements Verifier {
    private static final int LONGEST_CHALLENGE = 256;

    @Override
    public String key() {
        return "okta";
    }

    @Override
    public List<String> needs() {
        return List.of("secret");
    }

    /// The question carries no secret; who asks it learns no more than that the address, which is one, exists.
    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        if (!call.isGet()) {
            return Verifier.genuineIf(SecretHeader.shows(call, keys, "Authorization"));
        }
        var challenge = call.header("x-okta-verification-challenge");
        boolean fit = !challenge.isEmpty()
                && challenge.length() <= LONGEST_CHALLENGE
                && challenge.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\')
                && keys.secret("secret").isPresent();
        return fit ? new Handshake("application/json", "{\"verification\":\"" + challenge + "\"}") : new Refused();
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        var items = new ArrayList<HookItem>();
        for (var event : body.at("data").at("events").asItems()) {
            items.add(new HookItem(
                    HookItem.identity(event.at("uuid").asText()),
                    "",
                    HookItem.time(event.at("published").asText()),
                    event));
        }
        return items;
    }
}
