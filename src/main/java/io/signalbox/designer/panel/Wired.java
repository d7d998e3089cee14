package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.Optional;

/// What a configuration is wired from.
final class Wired {
    private Wired() {}

    /// The connection that sends what the configuration fills.
    static Optional<Node.Connection> connection(Bench bench, NodeId configuration) {
        return bench.flow().wiresTo(configuration).stream()
                .map(Wire::from)
                .flatMap(from -> bench.flow().node(from).stream())
                .filter(Node.Connection.class::isInstance)
                .map(Node.Connection.class::cast)
                .findFirst();
    }

    /// The wording of the message that a configuration fills, where it is known.
    static Optional<TemplateText> template(Bench bench, NodeId configuration) {
        return connection(bench, configuration)
                .filter(node -> node.type().equals("whatsapp"))
                .flatMap(node -> bench.templates()
                        .find(node.settings().text("template"), node.settings().text("language")));
    }
}
