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
import io.signalbox.flow.Wire;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Nodes follow the mouse.
///
/// @param origins where each stood
/// @param over the wire that a lone node would be put into
public record Dragging(NodeId held, SequencedMap<NodeId, Point> origins, Point start, Optional<Wire> over, String id)
        implements Gesture {
    public Dragging {
        origins = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(origins));
    }

    static Gesture of(NodeId node, Point at, String id, Sight sight) {
        var moving = sight.selection().contains(node) ? sight.selection() : new LinkedHashSet<>(List.of(node));
        var origins = new LinkedHashMap<NodeId, Point>();
        for (var each : moving) {
            sight.area(each).ifPresent(area -> origins.put(each, new Point(area.x(), area.y())));
        }
        return origins.containsKey(node) ? new Dragging(node, origins, at, Optional.empty(), id) : Gesture.idle();
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Drag drag -> moved(drag, sight);
            case Release _ -> Reaction.of(Gesture.idle(), dropped(sight));
            case Escape _ -> Reaction.of(Gesture.idle(), new Effect.Bail(id));
            case Press _, Carry _, WireFrom _, Turn _, Pick _, Confirm _ -> Reaction.of(this);
        };
    }

    private Reaction moved(Drag drag, Sight sight) {
        double dx = drag.at().x() - start.x();
        double dy = drag.at().y() - start.y();
        var origin = origins.getOrDefault(held, start);
        if (!drag.free()) {
            // The held node lands on the grid; the others keep their distance to it.
            var snapped = origin.plus(dx, dy).snapped(CanvasView.GRID);
            dx = snapped.x() - origin.x();
            dy = snapped.y() - origin.y();
        }
        var places = new LinkedHashMap<NodeId, Point>();
        for (var entry : origins.entrySet()) {
            places.put(entry.getKey(), entry.getValue().plus(dx, dy));
        }
        var over = origins.size() == 1
                ? sight.wireAt(drag.at()).filter(wire -> Splicing.fits(sight.flow(), held, wire))
                : Optional.<Wire>empty();
        return Reaction.of(new Dragging(held, origins, start, over, id), new Effect.Perform(new Edit.Move(places), id));
    }

    private Effect[] dropped(Sight sight) {
        return over.map(wire -> Splicing.existing(sight, held, wire)).orElse(List.of()).stream()
                .map(edit -> new Effect.Perform(edit, id))
                .toArray(Effect[]::new);
    }
}
