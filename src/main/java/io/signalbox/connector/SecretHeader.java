package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The secret in a header of the sender's own, which the connection names.
record SecretHeader() implements Verifier {
    private static final String USUAL = "X-API-Key";

    @Override
    public String key() {
        return "header";
    }

    @Override
    public List<String> needs() {
        return List.of("secret");
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        return Verifier.genuineIf(!call.isGet() && shows(call, keys, USUAL));
    }

    /// @param usual the header's name where the connection has none
    static boolean shows(HookCall call, HookKeys keys, String usual) {
        var named = keys.value("header-name");
        var shown = call.header((named.isBlank() ? usual : named).toLowerCase(Locale.ROOT));
        return keys.secret("secret")
                .filter(secret -> Hmac.same(secret.value(), shown))
                .isPresent();
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
