package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.CanvasInput.Drag;
import io.signalbox.designer.canvas.CanvasInput.Press;
import io.signalbox.designer.canvas.Reaction.Effect;
import io.signalbox.edit.Copying;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Clip;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashSet;

/// Begins a drag with Alt: a copy of what is chosen is made where it stands, and the copy follows the mouse. Copy and
/// moves are one undo step.
final class Twins {
    private Twins() {}

    /// @param node what was pressed; copied alone when it is not chosen
    /// @param press where, and in which gesture
    static Reaction dragged(NodeId node, Press press, Drag drag, Sight sight) {
        var id = press.id();
        var originals = new LinkedHashSet<>(sight.selection());
        if (!originals.contains(node)) {
            originals.clear();
            originals.add(node);
        }
        var copy = new Edit.Copy(new Copying.Duplicate(originals, 0, 0, false));
        var renaming = Clip.of(sight.flow(), originals).freshIds(sight.flow());
        var twins = new LinkedHashSet<NodeId>();
        originals.forEach(original -> twins.add(renaming.id(original)));
        var with = Sight.of(copy.applyTo(sight.flow()), twins, sight.zoom());
        var moved = Dragging.of(renaming.id(node), press.at(), id, with).after(drag, with);
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Perform(copy, id));
        effects.add(new Effect.Select(twins));
        effects.addAll(moved.effects());
        return new Reaction(moved.next(), effects);
    }
}
