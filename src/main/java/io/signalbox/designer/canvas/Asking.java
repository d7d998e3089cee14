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
import java.util.ArrayList;
import java.util.Optional;

/// The person searches for the node that goes into a slot.
public record Asking(Slot slot) implements Gesture {
    static Reaction about(Slot slot) {
        return Reaction.of(new Asking(slot), new Effect.Ask(slot));
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Choose choose -> chosen(choose, sight);
            case Ask(var other) -> about(other);
            case Escape _, Press _ -> Reaction.of(Gesture.idle());
            case Drag _, Release _, Carry _, WireFrom _, Turn _, Pick _, Confirm _ -> Reaction.of(this);
        };
    }

    /// Puts the new node into its slot as one undo step and goes to it.
    static Reaction chosen(Choose choose, Sight sight) {
        var node = NewNodes.from(choose.item(), sight.flow());
        var effects = new ArrayList<Effect>();
        for (var edit : choose.slot().edits(sight, node)) {
            effects.add(new Effect.Perform(edit, choose.id()));
        }
        effects.add(new Effect.ChooseWire(Optional.empty()));
        effects.add(Effect.Select.only(node.id()));
        effects.add(new Effect.Reveal(node.id()));
        return new Reaction(Gesture.idle(), effects);
    }
}
