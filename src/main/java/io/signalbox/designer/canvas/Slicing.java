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

/// A cut is drawn over the ground; let go, it parts the wires that it crosses.
public record Slicing(Point start, Point end, List<Wire> cut, String id) implements Gesture {
    public Slicing {
        cut = List.copyOf(cut);
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Drag drag -> Reaction.of(new Slicing(start, drag.at(), sight.crossing(start, drag.at()), id));
            case Release _ -> parted();
            case Escape _ -> Reaction.of(Gesture.idle());
            case Press _, Carry _, WireFrom _, Turn _, Pick _, Ask _, Choose _, Confirm _ -> Reaction.of(this);
        };
    }

    private Reaction parted() {
        var effects = new ArrayList<Effect>();
        for (var wire : cut) {
            effects.add(new Effect.Perform(new Edit.Disconnect(wire.from(), wire.to()), id));
        }
        if (cut.size() == 1) {
            effects.add(new Effect.Report("canvas.deleted.wire", List.of()));
        } else if (!cut.isEmpty()) {
            effects.add(new Effect.Report("canvas.deleted.wires", List.of(cut.size())));
        }
        return new Reaction(Gesture.idle(), effects);
    }
}
