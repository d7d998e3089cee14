package io.signalbox.designer.panel;

import io.signalbox.connector.Field;
import io.signalbox.connector.TemplateText;
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
        return connection(bench, configuration).flatMap(node -> wording(bench, node));
    }

    /// What its account's service has approved under the name that the node gives.
    static Optional<TemplateText> wording(Bench bench, Node service) {
        var settings = service.settings();
        var field = bench.connectors().operation(service.type(), service.operation()).stream()
                .flatMap(operation -> operation.fields().stream())
                .filter(Field.Template.class::isInstance)
                .map(Field.Template.class::cast)
                .findFirst();
        if (field.isEmpty()) {
            return Optional.empty();
        }
        var language = Optional.of(field.get().language())
                .filter(key -> !key.isEmpty())
                .map(settings::text);
        return bench.accounts()
                .find(service.connection())
                .flatMap(account -> bench.templates()
                        .find(account, settings.text(field.get().key()), language));
    }
}
