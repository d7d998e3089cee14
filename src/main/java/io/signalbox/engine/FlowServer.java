package io.signalbox.engine;

import io.signalbox.access.Secret;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;

/// Another Signalbox that runs flows, reached over its API. Each method may block for seconds.
public interface FlowServer {
    /// @param version opaque; what a change must be based on
    /// @param on whether the server runs it
    record Deployed(Flow flow, String version, boolean on) {}

    /// What a server says about itself.
    ///
    /// @param version of the program; blank where it does not tell, as older ones
    /// @param troubles what keeps it from its work, in its own words; empty when it is well
    /// @param flows that are there; absent where the token may not read them
    record Met(String version, List<String> troubles, Optional<List<There>> flows) {
        public Met {
            troubles = List.copyOf(troubles);
            flows = flows.map(List::copyOf);
        }

        public boolean isWell() {
            return troubles.isEmpty();
        }
    }

    /// A flow in the list of a server.
    ///
    /// @param on whether the server runs it
    record There(String id, String name, boolean on) {}

    /// Asks how it is, and what runs there.
    Met meet() throws Unreachable;

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
