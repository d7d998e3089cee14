package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.CanvasInput.Ask;
import io.signalbox.designer.canvas.CanvasInput.Carry;
import io.signalbox.designer.canvas.CanvasInput.Choose;
import io.signalbox.designer.canvas.CanvasInput.Confirm;
import io.signalbox.designer.canvas.CanvasInput.Drag;
import io.signalbox.designer.canvas.CanvasInput.Escape;
import io.signalbox.designer.canvas.CanvasInput.Pick;
import io.signalbox.designer.canvas.CanvasInput.Press;
import io.signalbox.designer.canvas.CanvasInput.Release;
import io.signalbox.designer.canvas.CanvasInput.Turn;
import io.signalbox.designer.canvas.CanvasInput.WireFrom;
import io.signalbox.designer.canvas.Reaction.Effect;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A new node from the palette is carried, with its ghost under the mouse.
public record Placing(PaletteItem item, Point at, boolean inside, String id) implements Gesture {
    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Carry carry -> Reaction.of(new Placing(item, carry.at(), carry.inside(), id));
            case Release _ when inside -> dropped(sight);
            case Release _, Escape _ -> Reaction.of(Gesture.idle());
            case Press _, Drag _, WireFrom _, Turn _, Pick _, Ask _, Choose _, Confirm _ -> Reaction.of(this);
        };
    }

    /// The wire that it would be put into here.
    Optional<Wire> over(Sight sight) {
        if (item.isCondition()) {
            return inside ? sight.wireAt(at) : Optional.empty();
        }
        if (item.isNote()) {
            return Optional.empty();
        }
        var node = NewNodes.from(item, sight.flow());
        return inside
                ? sight.wireAt(at).filter(wire -> Splicing.fits(sight.flow().withNode(node), node.id(), wire))
                : Optional.empty();
    }

    private Reaction dropped(Sight sight) {
        if (item.isCondition()) {
            return over(sight)
                    .map(wire -> new Reaction(Gesture.idle(), WireCondition.begun(wire)))
                    .orElseGet(() -> Reaction.of(Gesture.idle(), new Effect.Say(WireCondition.refusal(sight.flow()))));
        }
        if (item.isNote()) {
            return Reaction.of(Gesture.idle(), new Effect.BeginNote(NewNodes.placeUnder(at)));
        }
        var node = NewNodes.from(item, sight.flow());
        var edits = over(sight)
                .map(wire -> Splicing.added(sight, node, wire))
                .orElseGet(() -> List.of(new Edit.AddNode(node, NewNodes.placeUnder(at), List.of())));
        var effects = new ArrayList<Effect>();
        edits.forEach(edit -> effects.add(new Effect.Perform(edit, id)));
        effects.add(Effect.Select.only(node.id()));
        return new Reaction(Gesture.idle(), effects);
    }
}
