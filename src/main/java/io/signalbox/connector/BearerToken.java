package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// `Authorization: Bearer <secret>`.
record BearerToken() implements Verifier {
    @Override
    public String key() {
        return "bearer";
    }

    @Override
    public List<String> needs() {
        return List.of("secret");
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        var shown = call.header("authorization");
        return Verifier.genuineIf(!call.isGet()
                && shown.regionMatches(true, 0, "Bearer ", 0, 7)
                && keys.secret("secret")
                        .filter(secret ->
                                Hmac.same(secret.value(), shown.substring(7).strip()))
                        .isPresent());
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        return List.of(HookItem.of(Optional.empty(), body));
    }

    @Override
    public boolean vendor() {
        return false;
    }
}
