package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Connectors;
import io.signalbox.sandbox.Sandbox;

/// The connections that the sample flows name, made to point at the vendors' stand-ins.
final class SampleAccounts {
    private SampleAccounts() {}

    /// @param sandbox its address, such as `http://127.0.0.1:8090`
    static void save(Accounts accounts, String sandbox) {
        Sandbox.samples(sandbox).forEach(sample -> accounts.save(sample.account(), sample.secrets()));
    }

    /// Leaves connections alone that have those names already: they may be a person's own. Makes none to a service that
    /// was closed: that is for a person to ask for.
    static void saveMissing(Accounts accounts, String sandbox) {
        Sandbox.samples(sandbox).stream()
                .filter(sample -> accounts.find(sample.account().name()).isEmpty())
                .filter(sample -> !isClosed(sample.account()))
                .forEach(sample -> accounts.save(sample.account(), sample.secrets()));
    }

    private static boolean isClosed(Account account) {
        return Connectors.found()
                .find(account.type())
                .filter(connector -> connector.spec().retired())
                .isPresent();
    }
}
