package io.signalbox.engine;

import io.signalbox.access.Secret;
import io.signalbox.flow.Flow;
import java.util.Optional;

/// Another Signalbox that runs flows, reached over its API. Each method may block for seconds.
public interface FlowServer {
    /// @param version opaque; what a change must be based on
    /// @param on whether the server runs it
    record Deployed(Flow flow, String version, boolean on) {}

    /// How a send ended.
    sealed interface Sent {
        record Accepted(String version, boolean on) implements Sent {}

        /// Changed on the server since it was read; nothing was changed there.
        record Conflict(String theirs) implements Sent {}

        /// @param detail the server's own sentence
        record Refused(int status, String detail) implements Sent {}
    }

    /// Empty when the server has no such flow.
    Optional<Deployed> find(String id) throws Unreachable;

    /// @param basedOn the version the change was made from; empty: the server must not have the flow yet
    /// @param switchOn run it there, too
    Sent send(Flow flow, Optional<String> basedOn, boolean switchOn) throws Unreachable;

    /// The server did not answer, or not as a Signalbox does.
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;

        /// @param key text key, see [io.signalbox.connector.Connectors#explain]
        public Unreachable(String key, String detail) {
            super(detail);
            this.key = key;
        }

        public String key() {
            return key;
        }

        /// True when it did answer, and would not have us.
        public boolean isRefusal() {
            return key.equals("unauthorized") || key.equals("status");
        }
    }

    /// Opens the door to a server.
    @FunctionalInterface
    interface Door {
        /// @param url such as `https://plant-a.example:8085`
        FlowServer at(String url, Secret token);
    }
}
