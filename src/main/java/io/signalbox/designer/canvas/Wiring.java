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
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A wire is drawn with the keyboard, or its end taken elsewhere: targets carry numbers, arrows go through them.
public record Wiring(Loose loose, List<NodeId> targets, int chosen) implements Gesture {
    public Wiring {
        targets = List.copyOf(targets);
    }

    NodeId target() {
        return targets.get(chosen);
    }

    /// Begins where the wire can be tied to something.
    static Reaction begun(Loose loose, Sight sight) {
        var targets = sight.legalTargets(loose);
        return targets.isEmpty()
                ? Reaction.of(
                        Gesture.idle(),
                        new Effect.Say(loose.forwards() ? "canvas.wire.nowhere" : "canvas.wire.nowhere.back"))
                : new Wiring(loose, targets, 0).shown();
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Turn(int by) -> new Wiring(loose, targets, Math.floorMod(chosen + by, targets.size())).shown();
            case Pick(int target) when target < targets.size() -> connect(targets.get(target));
            case Confirm _ -> connect(target());
            case Escape _, Press _ -> new Reaction(Gesture.idle(), back());
            case Drag _, Release _, Carry _, WireFrom _, Pick _, Ask _, Choose _ -> Reaction.of(this);
        };
    }

    /// The possible end has the keyboard: so it is in view, and a screen reader says which it is.
    private Reaction shown() {
        return Reaction.of(this, new Effect.Reveal(target()));
    }

    /// The keyboard goes on from the node that it came from; from a wire, whoever turned keys into this takes it back.
    private List<Effect> back() {
        return loose.old().isEmpty() ? List.of(Effect.Select.only(loose.fixed())) : List.of();
    }

    /// The keyboard goes on from what it held: the node, or the wire at its new place.
    private Reaction connect(NodeId end) {
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Perform(loose.joined(end), ""));
        effects.addAll(back());
        loose.moved(end).ifPresent(wire -> effects.add(new Effect.ChooseWire(Optional.of(wire))));
        return new Reaction(Gesture.idle(), effects);
    }
}
