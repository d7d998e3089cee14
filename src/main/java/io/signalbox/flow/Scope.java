package io.signalbox.flow;

import java.time.Instant;

/// What an expression or a condition can see at one place of one run.
public interface Scope {
    /// Nothing when the path leads nowhere; never throws.
    Value at(Path path);

    Locality locality();

    /// When the event was received: the only "now" a flow knows, so that a rehearsal decides as the live run did.
    Instant now();
}
