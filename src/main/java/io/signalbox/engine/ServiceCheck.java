package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Draft;
import io.signalbox.connector.Finding;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// What the services themselves have against the nodes that use them, see [Connector#check]. Pure.
public final class ServiceCheck {
    private final Flow flow;
    private final Connectors connectors;
    private final Function<String, Optional<Account>> accounts;

    /// @param accounts by name, as far as they are known
    public ServiceCheck(Flow flow, Connectors connectors, Function<String, Optional<Account>> accounts) {
        this.flow = flow;
        this.connectors = connectors;
        this.accounts = accounts;
    }

    /// Each once, though a connection sends several messages.
    List<Problem> in(Node node) {
        return found(node).keySet().stream().toList();
    }

    /// What mends this problem, if a service found it.
    Optional<Fix> mend(Node node, Problem problem) {
        return suspects(node).stream()
                .flatMap(each -> found(each).entrySet().stream())
                .filter(each -> each.getKey().equals(problem))
                .flatMap(each -> each.getValue().stream())
                .findFirst();
    }

    /// The places of the message that a configuration fills, where the connection's settings tell them.
    public SequencedMap<String, String> places(Node.Connection connection, List<MapRow> rows) {
        return connector(connection)
                .map(connector -> connector.places(draft(connection, rows)))
                .orElseGet(LinkedHashMap::new);
    }

    /// A problem of a configuration was found with its connection.
    private List<Node> suspects(Node node) {
        return node instanceof Node.Configuration
                ? flow.wiresTo(node.id()).stream()
                        .flatMap(wire -> flow.node(wire.from()).stream())
                        .toList()
                : List.of(node);
    }

    private SequencedMap<Problem, Optional<Fix>> found(Node node) {
        var found = new LinkedHashMap<Problem, Optional<Fix>>();
        connector(node).ifPresent(connector -> {
            var maps = node instanceof Node.Connection ? configurations(node) : List.<Node.Configuration>of();
            if (maps.isEmpty()) {
                connector.check(draft(node, List.of())).forEach(each -> add(found, connector, node, node, each));
            }
            for (var map : maps) {
                connector.check(draft(node, map.fields())).forEach(each -> add(found, connector, node, map, each));
            }
        });
        return found;
    }

    private static Problem problem(Connector connector, Node at, Finding finding) {
        return new Problem(
                finding.severity(),
                Optional.of(at.id()),
                finding.field(),
                finding.key(),
                finding.arguments(),
                Optional.of(connector.getClass()));
    }

    /// What a service says of a message, told where its values come from; empty when the node is gone.
    ///
    /// @param sender a configuration, or a connection that sends by itself
    static Optional<Problem> remark(Flow flow, Connectors connectors, NodeId sender, Finding finding) {
        var service = flow.wiresTo(sender).stream()
                .filter(_ -> flow.nodes().get(sender) instanceof Node.Configuration)
                .map(Wire::from)
                .findFirst()
                .orElse(sender);
        return flow.node(service)
                .flatMap(node -> connectors
                        .find(node.type())
                        .flatMap(connector -> flow.node(finding.field().startsWith("fields") ? sender : service)
                                .map(at -> problem(connector, at, finding))));
    }

    private void add(
            SequencedMap<Problem, Optional<Fix>> found, Connector connector, Node node, Node map, Finding finding) {
        var problem = problem(connector, finding.field().startsWith("fields") ? map : node, finding);
        found.put(problem, finding.mend().flatMap(mend -> fix(mend, node, map)));
    }

    private static Optional<Fix> fix(Finding.Mend mend, Node node, Node map) {
        return switch (mend) {
            case Finding.Mend.Put(var setting, var value) ->
                Optional.of(Fix.node(
                        node.withSettings(
                                value.isBlank()
                                        ? node.settings().without(setting)
                                        : node.settings().with(setting, value)),
                        value.isBlank() ? "fix.setting" : "fix.value",
                        value.isBlank() ? setting : shown(value)));
            case Finding.Mend.Use(var operation) ->
                Optional.of(Fix.node(
                        node.withService(node.type(), node.connection(), operation), "fix.operation", operation));
            case Finding.Mend.Rename(var row, var to) -> changed(map, row, old -> old.withTo(to), "fix.target", to);
            case Finding.Mend.Fill(var row, var value) ->
                changed(map, row, old -> old.withFrom(value), "fix.value", shown(value));
        };
    }

    private static Optional<Fix> changed(
            Node node, int row, Function<MapRow, MapRow> change, String key, String argument) {
        if (!(node instanceof Node.Configuration map) || row >= map.fields().size()) {
            return Optional.empty();
        }
        var rows = new ArrayList<>(map.fields());
        rows.set(row, change.apply(rows.get(row)));
        return Optional.of(Fix.node(map.withFields(rows), key, argument));
    }

    private static String shown(Expression value) {
        return value instanceof Expression.Literal literal
                ? literal.value().asText()
                : value.paths().isEmpty() ? "" : value.paths().getFirst().toString();
    }

    private Optional<Connector> connector(Node node) {
        return switch (node) {
            case Node.Source source -> connectors.find(source.type());
            case Node.Connection connection -> connectors.find(connection.type());
            case Node.Trigger trigger ->
                trigger.type().equals("webhook")
                        ? accounts.apply(trigger.connection())
                                .map(Account::type)
                                .flatMap(connectors::find)
                        : Optional.empty();
            case Node.Configuration _ -> Optional.empty();
        };
    }

    private Draft draft(Node node, List<MapRow> rows) {
        return new Draft(
                accounts.apply(node.connection()),
                node instanceof Node.Trigger ? "" : node.operation(),
                node.settings(),
                rows);
    }

    private List<Node.Configuration> configurations(Node node) {
        var maps = new ArrayList<Node.Configuration>();
        for (var wire : flow.wiresFrom(node.id())) {
            if (flow.nodes().get(wire.to()) instanceof Node.Configuration map) {
                maps.add(map);
            }
        }
        return maps;
    }
}
