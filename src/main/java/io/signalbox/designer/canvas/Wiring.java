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
import io.signalbox.flow.NodeId;
import java.util.List;

/// A wire is drawn with the keyboard: targets carry numbers, arrows go through them.
public record Wiring(NodeId from, List<NodeId> targets, int chosen) implements Gesture {
    public Wiring {
        targets = List.copyOf(targets);
    }

    NodeId target() {
        return targets.get(chosen);
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Turn(int by) -> Reaction.of(new Wiring(from, targets, Math.floorMod(chosen + by, targets.size())));
            case Pick(int target) when target < targets.size() -> connect(targets.get(target));
            case Confirm _ -> connect(target());
            case Escape _, Press _ -> Reaction.of(Gesture.idle());
            case Drag _, Release _, Carry _, WireFrom _, Pick _, Ask _, Choose _ -> Reaction.of(this);
        };
    }

    private Reaction connect(NodeId to) {
        return Reaction.of(Gesture.idle(), new Effect.Perform(new Edit.Connect(from, to), ""));
    }
}
