package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.Reaction.Effect;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A wire gets a condition: one row to be filled in, with the wire chosen so that it can be.
final class WireCondition {
    private WireCondition() {}

    /// A wire that has a condition keeps it.
    static List<Effect> begun(Wire wire) {
        var when = wire.when().isAlways()
                ? new Condition.Group(Condition.Mode.ALL, List.of(Condition.blank()))
                : wire.when();
        var changed = new Wire(wire.from(), wire.to(), when, false, false, wire.extra());
        return List.of(
                Effect.Select.nothing(),
                new Effect.Perform(new Edit.ChangeWire(changed), ""),
                new Effect.ChooseWire(Optional.of(changed)));
    }

    /// The text key of what is said where there is no wire.
    static String refusal(Flow flow) {
        return flow.wires().isEmpty() ? "gesture.condition.none" : "gesture.condition";
    }

    /// The wire that is meant when none is pointed at: the chosen one, else the only one out of the chosen node.
    static Optional<Wire> meant(Flow flow, Optional<Wire> chosen, Set<NodeId> selected) {
        if (chosen.isPresent() || selected.size() != 1) {
            return chosen;
        }
        var out = flow.wiresFrom(selected.iterator().next());
        return out.size() == 1 ? Optional.of(out.getFirst()) : Optional.empty();
    }
}
