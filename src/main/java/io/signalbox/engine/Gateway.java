package io.signalbox.engine;

import io.signalbox.connector.Outgoing;
import java.util.Optional;

/// The only way out of the process. Blocks until the answer is there or its time is up; never throws for what the
/// other side does.
@FunctionalInterface
public interface Gateway extends AutoCloseable {
    /// @param outgoing signed and complete
    /// @param privateHost `host:port` inside the person's own network that this account may reach
    Exchange send(Outgoing outgoing, Optional<String> privateHost);

    @Override
    default void close() {}
}
