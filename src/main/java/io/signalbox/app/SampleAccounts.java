package io.signalbox.app;

import io.signalbox.access.Accounts;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.sandbox.Sandbox;
import java.util.stream.Collectors;

/// The connections that the sample flows name, made to point at the vendors' stand-ins.
final class SampleAccounts {
    private SampleAccounts() {}

    /// @param sandbox its address, such as `http://127.0.0.1:8090`
    static void save(Accounts accounts, String sandbox) {
        Sandbox.samples(sandbox).forEach(sample -> accounts.save(sample.account(), sample.secrets()));
    }

    /// Makes those that the flow names. Leaves connections alone that have those names already: they may be a person's
    /// own.
    static void saveMissing(Accounts accounts, Flow flow, String sandbox) {
        var named = flow.nodes().values().stream().map(Node::connection).collect(Collectors.toSet());
        Sandbox.samples(sandbox).stream()
                .filter(sample -> named.contains(sample.account().name()))
                .filter(sample -> accounts.find(sample.account().name()).isEmpty())
                .forEach(sample -> accounts.save(sample.account(), sample.secrets()));
    }
}
