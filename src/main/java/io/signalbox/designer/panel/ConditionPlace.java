package io.signalbox.designer.panel;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Wire;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Whose condition is edited: how to read it from a flow, how to write it back, and which values it can see.
///
/// @param sentence text key of the words around all / any / none
/// @param owner whose problems those of the condition are
/// @param field of the condition in those problems
public record ConditionPlace(
        String sentence,
        NodeId owner,
        String field,
        Function<Flow, Condition> reads,
        BiFunction<Flow, Condition, Optional<Edit>> writes,
        Function<Flow, SequencedSet<NodeId>> roots) {

    /// Of a trigger or a configuration.
    public static ConditionPlace ofNode(NodeId id, String kind) {
        return new ConditionPlace(
                "condition." + kind,
                id,
                "when",
                flow -> flow.node(id).map(Node::when).orElse(Condition.always()),
                (flow, when) -> flow.node(id).flatMap(node -> written(node, when)),
                flow -> kind.equals("trigger")
                        ? new LinkedHashSet<>(List.of(Path.TRIGGER))
                        : FieldChoice.rootsBefore(flow, id));
    }

    /// Of the wire between two nodes.
    public static ConditionPlace ofWire(NodeId from, NodeId to) {
        return new ConditionPlace(
                "condition.wire",
                from,
                "wire." + to,
                flow -> wire(flow, from, to).map(Wire::when).orElse(Condition.always()),
                (flow, when) -> wire(flow, from, to).map(wire -> new Edit.ChangeWire(wire.withWhen(when))),
                flow -> {
                    var known = new HashSet<>(Problems.ranBefore(flow).getOrDefault(from, Set.of()));
                    known.add(from);
                    return FieldChoice.ordered(flow, known);
                });
    }

    /// The wire between two nodes, if it is still there.
    static Optional<Wire> wire(Flow flow, NodeId from, NodeId to) {
        return flow.wires().stream().filter(wire -> wire.joins(from, to)).findFirst();
    }

    private static Optional<Edit> written(Node node, Condition when) {
        return switch (node) {
            case Node.Trigger trigger -> Optional.of(new Edit.ChangeNode(trigger.withWhen(when), "edit.condition"));
            case Node.Configuration configuration ->
                Optional.of(new Edit.ChangeNode(configuration.withWhen(when), "edit.condition"));
            case Node.Source _, Node.Connection _ -> Optional.empty();
        };
    }
}
