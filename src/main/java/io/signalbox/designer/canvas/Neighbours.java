package io.signalbox.designer.canvas;

import io.signalbox.designer.Direction;
import io.signalbox.flow.NodeId;
import java.util.Comparator;
import java.util.Optional;

/// Which node an arrow key leads to.
final class Neighbours {
    private Neighbours() {}

    /// The nearest node on that side; what lies straight ahead counts as nearer than what lies aside.
    static Optional<NodeId> of(Sight sight, NodeId from, Direction direction) {
        var start = sight.area(from);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        return sight.areas().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(from))
                .filter(entry -> ahead(start.get(), entry.getValue(), direction) > 0)
                .min(Comparator.comparingDouble(entry -> ahead(start.get(), entry.getValue(), direction)
                        + 2 * aside(start.get(), entry.getValue(), direction)))
                .map(entry -> entry.getKey());
    }

    private static double ahead(Area from, Area to, Direction direction) {
        return (to.centre().x() - from.centre().x()) * direction.dx()
                + (to.centre().y() - from.centre().y()) * direction.dy();
    }

    private static double aside(Area from, Area to, Direction direction) {
        return Math.abs((to.centre().x() - from.centre().x()) * direction.dy())
                + Math.abs((to.centre().y() - from.centre().y()) * direction.dx());
    }
}
