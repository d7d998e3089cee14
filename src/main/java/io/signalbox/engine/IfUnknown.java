package io.signalbox.engine;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.util.Optional;

/// What a step does when nobody knows whether its call arrived.
public enum IfUnknown {
    /// The same call at once, with the same key, marked as a possible duplicate.
    RESEND("resend"),
    /// Until the service reports a status for the key; parked when none comes.
    WAIT("wait"),
    /// Until a person decides.
    PARK("park");

    /// The member of a node in the flow file.
    public static final String MEMBER = "ifUnknown";

    private final String key;

    IfUnknown(String key) {
        this.key = key;
    }

    /// As it stands in the flow file.
    public String key() {
        return key;
    }

    /// A configuration that says nothing goes by its connection.
    public static IfUnknown of(Flow flow, NodeId step) {
        return flow.node(step)
                .flatMap(IfUnknown::chosen)
                .or(() -> flow.wiresTo(step).stream()
                        .flatMap(wire -> flow.node(wire.from()).stream())
                        .filter(Node.Connection.class::isInstance)
                        .flatMap(service -> chosen(service).stream())
                        .findFirst())
                .orElse(RESEND);
    }

    private static Optional<IfUnknown> chosen(Node node) {
        var said = node.extra().at(MEMBER) instanceof Value.Text(var text) ? text : "";
        for (var choice : values()) {
            if (choice.key.equals(said)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
