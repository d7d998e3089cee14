package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The connections that the sample flow names, made to point at the vendors' stand-ins.
final class SampleAccounts {
    private SampleAccounts() {}

    /// @param sandbox its address, such as `http://127.0.0.1:8090`
    static void save(Accounts accounts, String sandbox) {
        accounts.save(
                account(
                        "fracttal-main",
                        "fracttal",
                        Map.of(
                                "base-url", sandbox + "/fracttal/api",
                                "token-url", sandbox + "/fracttal/oauth/token",
                                "client-id", "sandbox")),
                Map.of("client-secret", new Secret("sandbox")));
        accounts.save(
                account(
                        "whatsapp-main",
                        "whatsapp",
                        Map.of("base-url", sandbox + "/whatsapp", "phone-number-id", "1234567890")),
                Map.of("access-token", new Secret("sandbox")));
    }

    /// Leaves connections alone that have those names already: they may be a person's own.
    static void saveMissing(Accounts accounts, String sandbox) {
        if (accounts.find("fracttal-main").isEmpty()
                && accounts.find("whatsapp-main").isEmpty()) {
            save(accounts, sandbox);
        }
    }

    private static Account account(String name, String type, Map<String, String> values) {
        return new Account(name, type, new LinkedHashMap<>(values), Set.of(), true);
    }
}
