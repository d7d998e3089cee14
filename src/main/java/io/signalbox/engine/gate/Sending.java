package io.signalbox.engine.gate;

import java.time.Instant;

/// The switch over all sending.
public sealed interface Sending {
    /// Nobody ever stopped it.
    record Usual() implements Sending {}

    /// Nothing goes out.
    record Stopped(Instant since) implements Sending {}

    /// It was stopped, and goes on since then. What had grown too old by then stays unsent.
    record Lifted(Instant at) implements Sending {}
}
