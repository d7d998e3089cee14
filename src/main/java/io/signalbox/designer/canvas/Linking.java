package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.CanvasInput.Carry;
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
import io.signalbox.flow.Point;
import java.util.Optional;

/// A wire is drawn from a port.
///
/// @param target where it would end if let go now
/// @param refusal text key of why the node under the mouse may not be its end
public record Linking(NodeId from, Point at, Optional<NodeId> target, Optional<String> refusal) implements Gesture {
    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Drag drag ->
                Reaction.of(new Linking(
                        from, drag.at(), sight.linkTarget(from, drag.at()), sight.refusalAt(from, drag.at())));
            case Release _ -> let(sight);
            case Escape _ -> Reaction.of(Gesture.idle());
            case Press _, Carry _, WireFrom _, Turn _, Pick _, Confirm _ -> Reaction.of(this);
        };
    }

    private Reaction let(Sight sight) {
        if (target.isPresent()) {
            return Reaction.of(Gesture.idle(), new Effect.Perform(new Edit.Connect(from, target.get()), ""));
        }
        return sight.refusalAt(from, at)
                .map(key -> Reaction.of(Gesture.idle(), new Effect.Say(key)))
                .orElseGet(() -> Reaction.of(Gesture.idle()));
    }
}
