package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fills in what can be known without asking: the only connection of a service, and the fields that what came before
/// carries by name. Touches nothing that a person has filled in.
///
/// @param accounts of the workspace
public record Presets(Connectors connectors, List<Account> accounts) {
    public Presets {
        accounts = List.copyOf(accounts);
    }

    /// Every node of the flow that changes, in the order they run.
    public List<Node> in(Flow flow) {
        var changed = new ArrayList<Node>();
        var filled = flow;
        for (var id : Problems.inOrder(flow)) {
            var before = filled;
            var node = before.node(id).map(each -> of(before, each));
            if (node.isPresent() && !node.equals(before.node(id))) {
                changed.add(node.get());
                filled = before.withNode(node.get());
            }
        }
        return changed;
    }

    /// The node with what is known filled in.
    public Node of(Flow flow, Node node) {
        return switch (node) {
            case Node.Source source -> filled(flow, source, source.settings());
            case Node.Connection connection -> filled(flow, connection, connection.settings());
            case Node.Trigger _, Node.Configuration _ -> node;
        };
    }

    private Node filled(Flow flow, Node node, Settings settings) {
        var operation = connectors.operation(node.type(), node.operation());
        var known = settings;
        for (var field : operation.map(each -> each.fields()).orElse(List.of())) {
            if (settings.get(field.key()).map(Expression::isBlank).orElse(true)) {
                var found = found(flow, node.id(), field);
                if (found.isPresent()) {
                    known = known.with(field.key(), found.get());
                }
            }
        }
        var own = accounts.stream()
                .filter(account -> account.type().equals(node.type()))
                .toList();
        var named = node.connection().isEmpty() && own.size() == 1
                ? node.withService(node.type(), own.getFirst().name(), node.operation())
                : node;
        return known.equals(settings) ? named : named.withSettings(known);
    }

    /// What ran last is nearest to what is meant; the event comes last.
    private Optional<Expression> found(Flow flow, NodeId id, Field field) {
        var before = Problems.ranBefore(flow).getOrDefault(id, Set.of());
        var nearest = new ArrayList<>(Problems.inOrder(flow).reversed());
        for (var name : field.from()) {
            for (var node : nearest) {
                var known = before.contains(node) ? flow.node(node) : Optional.<Node>empty();
                var path = known.flatMap(each -> carries(flow, each, name));
                if (path.isPresent()) {
                    return Optional.of(new Expression.Reference(path.get(), functions(flow, field)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> carries(Flow flow, Node node, String name) {
        return switch (node) {
            case Node.Trigger _ ->
                !example(flow).at("data").at(name).isMissing()
                        ? Optional.of(
                                new Path(Path.TRIGGER, List.of()).member("data").member(name))
                        : Optional.empty();
            case Node.Source source ->
                connectors
                        .operation(source.type(), source.operation())
                        .filter(operation -> !operation.example().at(name).isMissing())
                        .map(_ -> new Path(source.id(), List.of()).member(name));
            case Node.Connection _, Node.Configuration _ -> Optional.empty();
        };
    }

    private static Value example(Flow flow) {
        return flow.samples().stream().findFirst().map(Sample::event).orElse(Value.Fields.empty());
    }

    /// A number written without its country is one of the country whose language the flow speaks.
    private static List<FunctionCall> functions(Flow flow, Field field) {
        return field instanceof Field.Recipient
                ? List.of(new FunctionCall(
                        Function.PHONE_DIGITS,
                        flow.language().callingCode().stream().toList()))
                : List.of();
    }
}
