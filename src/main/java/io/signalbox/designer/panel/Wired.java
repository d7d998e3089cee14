package io.signalbox.designer.panel;

import io.signalbox.connector.Field;
import io.signalbox.connector.TemplateText;
import io.signalbox.engine.ServiceCheck;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.List;
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

    /// The places of the message that a configuration fills: those of its template, else those that the connection's
    /// own
    /// settings tell.
    static Places places(Bench bench, NodeId configuration) {
        return template(bench, configuration)
                .map(Places::of)
                .or(() -> connection(bench, configuration)
                        .map(node ->
                                new Places(new ServiceCheck(bench.flow(), bench.connectors(), bench.accounts()::find)
                                        .places(node, List.of()))))
                .orElseGet(Places::none);
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
