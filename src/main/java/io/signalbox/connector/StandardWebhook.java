package io.signalbox.connector;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Standard Webhooks 1: id, time and body signed; several signatures may stand side by side while a secret is changed.
record StandardWebhook() implements Verifier {
    private static final String PREFIX = "whsec_";

    @Override
    public String key() {
        return "standard-webhooks";
    }

    @Override
    public List<String> needs() {
        return List.of("secret");
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        var id = call.header("webhook-id");
        var time = call.header("webhook-timestamp");
        var key = keys.secret("secret").flatMap(StandardWebhook::bytes);
        if (call.isGet() || id.isEmpty() || key.isEmpty() || !SlackHook.isNear(time, keys.now())) {
            return new Refused();
        }
        var expected = "v1," + Hmac.base64("HmacSHA256", key.get(), Hmac.utf8(id + "." + time + "."), call.body());
        boolean genuine = false;
        for (var shown : call.header("webhook-signature").split(" ", -1)) {
            genuine |= Hmac.same(expected, shown);
        }
        return Verifier.genuineIf(genuine);
    }

    private static Optional<byte[]> bytes(Secret secret) {
        var text = secret.value().startsWith(PREFIX) ? secret.value().substring(PREFIX.length()) : secret.value();
        try {
            return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length > 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        return List.of(HookItem.of(HookItem.identity(call.header("webhook-id")), body));
    }

    @Override
    public boolean vendor() {
        return false;
    }
}
