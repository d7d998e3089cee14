package io.signalbox.sandbox;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import java.util.List;
import java.util.Map;

/// A vendor that has a stand-in. Found by `ServiceLoader`; must have a public constructor without arguments and no
/// state.
public interface Vendor {
    /// The first segment of its address; also how faults and messages call it.
    String name();

    /// What answers from now on; may have state, which ends with the sandbox.
    StandIn open(World world);

    /// The connections that shipped flows name, leading here.
    ///
    /// @param sandbox its address, such as `http://127.0.0.1:8090`
    default List<Sample> samples(String sandbox) {
        return List.of();
    }

    /// A connection with secrets that the stand-in takes.
    record Sample(Account account, Map<String, Secret> secrets) {
        public Sample {
            secrets = Map.copyOf(secrets);
        }
    }
}
