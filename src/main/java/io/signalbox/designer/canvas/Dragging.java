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
/// @param guides what the held node is in line with
public record Dragging(
        NodeId held,
        SequencedMap<NodeId, Point> origins,
        Point start,
        Optional<Wire> over,
        List<Alignment.Guide> guides,
        String id)
        implements Gesture {
    /// So near, in pixels of the screen, a neighbour's line draws the held node to it.
    private static final double REACH = 6;

    public Dragging {
        origins = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(origins));
        guides = List.copyOf(guides);
    }

    static Gesture of(NodeId node, Point at, String id, Sight sight) {
        var moving = sight.selection().contains(node) ? sight.selection() : new LinkedHashSet<>(List.of(node));
        var origins = new LinkedHashMap<NodeId, Point>();
        for (var each : moving) {
            sight.area(each).ifPresent(area -> origins.put(each, new Point(area.x(), area.y())));
        }
        return origins.containsKey(node)
                ? new Dragging(node, origins, at, Optional.empty(), List.of(), id)
                : Gesture.idle();
    }

    @Override
    public Reaction after(CanvasInput input, Sight sight) {
        return switch (input) {
            case Drag drag -> moved(drag, sight);
            case Release _ -> Reaction.of(Gesture.idle(), dropped(sight));
            case Escape _ -> Reaction.of(Gesture.idle(), new Effect.Bail(id));
            case Press _, Carry _, WireFrom _, Turn _, Pick _, Ask _, Choose _, Confirm _ -> Reaction.of(this);
        };
    }

    private Reaction moved(Drag drag, Sight sight) {
        var origin = origins.getOrDefault(held, start);
        var box = sight.area(held).orElse(new Area(origin.x(), origin.y(), Area.NODE_WIDTH, Area.LOW));
        var others = neighbours(drag, box, sight);
        var place = placeOf(drag, origin, box, others, sight.zoom());
        var places = new LinkedHashMap<NodeId, Point>();
        // The others keep their distance to the held node.
        origins.forEach((node, from) -> places.put(node, from.plus(place.x() - origin.x(), place.y() - origin.y())));
        var guides = drag.free()
                ? List.<Alignment.Guide>of()
                : new Alignment(at(box, place.x(), place.y()), others).guides();
        var into = origins.size() == 1
                ? sight.wireAt(drag.at()).filter(wire -> Splicing.fits(sight.flow(), held, wire))
                : Optional.<Wire>empty();
        return Reaction.of(
                new Dragging(held, origins, start, into, guides, id), new Effect.Perform(new Edit.Move(places), id));
    }

    /// Those that stand still around where the hand is.
    private List<Area> neighbours(Drag drag, Area box, Sight sight) {
        var here = new Area(drag.at().x(), drag.at().y(), 0, 0).with(box).grown(Alignment.NEARBY);
        return sight.touching(here).stream()
                .filter(node -> !origins.containsKey(node))
                .flatMap(node -> sight.area(node).stream())
                .toList();
    }

    /// Where the held node comes to stand: in line with a neighbour, else on the grid, unless the hand is free.
    private Point placeOf(Drag drag, Point origin, Area box, List<Area> others, double zoom) {
        double dx = drag.at().x() - start.x();
        double dy = drag.at().y() - start.y();
        boolean level = drag.straight() && Math.abs(dx) >= Math.abs(dy);
        boolean upright = drag.straight() && !level;
        // At other zooms than 1 a pixel of the screen is a fraction of one here, and no file needs those.
        var wish = origin.plus(upright ? 0 : dx, level ? 0 : dy).snapped(1);
        if (drag.free()) {
            return wish;
        }
        var snapped = wish.snapped(CanvasView.GRID);
        var alignment = new Alignment(at(box, wish.x(), wish.y()), others);
        var across = alignment.across(REACH / zoom);
        var down = alignment.down(REACH / zoom);
        double x = across.isPresent() ? wish.x() + across.getAsDouble() : snapped.x();
        double y = down.isPresent() ? wish.y() + down.getAsDouble() : snapped.y();
        return new Point(upright ? origin.x() : x, level ? origin.y() : y);
    }

    private static Area at(Area box, double x, double y) {
        return new Area(x, y, box.width(), box.height());
    }

    private Effect[] dropped(Sight sight) {
        return over.map(wire -> Splicing.existing(sight, held, wire)).orElse(List.of()).stream()
                .map(edit -> new Effect.Perform(edit, id))
                .toArray(Effect[]::new);
    }
}
