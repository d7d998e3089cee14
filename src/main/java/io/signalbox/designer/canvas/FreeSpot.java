package io.signalbox.designer.canvas;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.Optional;

/// Looks for a place where a new node covers no other.
final class FreeSpot {
    private static final double STEP = 136;

    private FreeSpot() {}

    /// Adds the node after the one that is chosen where a wire may lead there, else near the middle of the view.
    static Edit.AddNode add(Sight sight, Node node, Point middle) {
        var chosen = sight.selection();
        var with = new Sight(sight.flow().withNode(node), sight.areas(), chosen, sight.zoom());
        Optional<NodeId> before = chosen.size() == 1
                ? Optional.of(chosen.getFirst()).filter(id -> with.isLegal(id, node.id()))
                : Optional.empty();
        var wish = before.flatMap(sight::area)
                .map(area -> new Point(area.x() + Tidy.COLUMN, area.y()).snapped(CanvasView.GRID))
                .orElseGet(() -> NewNodes.placeUnder(middle));
        return new Edit.AddNode(node, free(sight, wish), before.stream().toList());
    }

    private static Point free(Sight sight, Point wish) {
        var spot = wish;
        while (isTaken(sight, spot)) {
            spot = spot.plus(0, STEP);
        }
        return spot;
    }

    private static boolean isTaken(Sight sight, Point spot) {
        var wanted = new Area(spot.x(), spot.y(), Area.NODE_WIDTH, Area.HIGH);
        return sight.areas().values().stream().anyMatch(area -> area.touches(wanted));
    }
}
