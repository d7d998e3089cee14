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
import io.signalbox.flow.Point;
import java.util.List;
import java.util.Optional;

/// A wire is drawn from a port, or the end of one is taken elsewhere.
///
/// @param target where it would end if let go now
/// @param refusal text key of why the node under the mouse may not be its end
public record Linking(Loose loose, Point at, Optional<NodeId> target, Optional<String> refusal) implements Gesture {
    static Linking of(Loose loose, Point at) {
        return new Linking(loose, at, Optional.empty(), Optional.empty());
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Drag drag -> {
                var end = sight.linkTarget(loose, drag.at());
                var refused = end.isPresent() ? Optional.<String>empty() : sight.refusalAt(loose, drag.at());
                yield Reaction.of(new Linking(loose, drag.at(), end, refused));
            }
            case Release _ -> let(sight);
            case Escape _ -> Reaction.of(Gesture.idle());
            case Press _, Carry _, WireFrom _, Turn _, Pick _, Ask _, Choose _, Confirm _ -> Reaction.of(this);
        };
    }

    private Reaction let(Sight sight) {
        if (target.isPresent()) {
            return Reaction.of(Gesture.idle(), new Effect.Perform(loose.joined(target.get()), ""));
        }
        if (refusal.isPresent()) {
            return Reaction.of(Gesture.idle(), new Effect.Say(refusal.get()));
        }
        if (sight.nodeAt(at).isPresent()) {
            return Reaction.of(Gesture.idle());
        }
        return loose.old()
                .map(wire -> Reaction.of(
                        Gesture.idle(),
                        new Effect.Perform(new Edit.Disconnect(wire.from(), wire.to()), ""),
                        new Effect.Report("canvas.deleted.wire", List.of())))
                .orElseGet(() -> Asking.about(new Slot.End(loose, at)));
    }
}
