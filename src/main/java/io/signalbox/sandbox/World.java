package io.signalbox.sandbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// What a stand-in knows of its surroundings. Safe for threads.
public final class World {
    private final String vendor;
    private final int port;
    private final InstantSource clock;
    private final Consumer<Arrived> arrivals;
    private final Faults faults;
    private final Hooks hooks;

    World(String vendor, int port, InstantSource clock, Consumer<Arrived> arrivals, Faults faults, Hooks hooks) {
        this.vendor = vendor;
        this.port = port;
        this.faults = faults;
        this.clock = clock;
        this.arrivals = arrivals;
        this.hooks = hooks;
    }

    /// Of the sandbox. Who speaks something else than HTTP listens on the one after it.
    public int port() {
        return port;
    }

    /// The trouble that the next call has, for who is not asked by HTTP.
    public Optional<Faults.Fault> fault() {
        return faults.next(vendor);
    }

    public InstantSource clock() {
        return clock;
    }

    /// A message was accepted.
    public void arrived(Arrived message) {
        arrivals.accept(message);
    }

    /// Calls every hook registered for this vendor, as the vendor would: in the background, again when it is not
    /// taken. Returns at once.
    ///
    /// @return to how many hooks it goes
    public int tell(Hooks.Telling telling) {
        return hooks.tell(vendor, telling);
    }

    /// The same, at an address that a call named: only a registered hook is called, with what the address has behind
    /// its question mark.
    ///
    /// @param url blank for every hook
    public int tellAt(String url, Hooks.Telling telling) {
        return hooks.tell(vendor, url, telling);
    }
}
