package io.signalbox.designer.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Things by the squares of the canvas that they touch, so that what is near a place is found without looking at all.
///
/// @param <T> what is found
final class Grid<T> {
    /// Somewhat more than a node with its wires.
    private static final double SQUARE = 512;

    private record Square(long column, long row) {}

    private final Map<Square, List<T>> squares = new HashMap<>();

    void put(T thing, Area area) {
        for (long column = index(area.x()); column <= index(area.right()); column++) {
            for (long row = index(area.y()); row <= index(area.bottom()); row++) {
                squares.computeIfAbsent(new Square(column, row), _ -> new ArrayList<>()).add(thing);
            }
        }
    }

    /// All that touch the area, and some that only come near it.
    Set<T> near(Area area) {
        var found = new LinkedHashSet<T>();
        long columns = index(area.right()) - index(area.x()) + 1;
        long rows = index(area.bottom()) - index(area.y()) + 1;
        if (columns * rows > squares.size()) {
            squares.values().forEach(found::addAll);
            return found;
        }
        for (long column = index(area.x()); column <= index(area.right()); column++) {
            for (long row = index(area.y()); row <= index(area.bottom()); row++) {
                found.addAll(squares.getOrDefault(new Square(column, row), List.of()));
            }
        }
        return found;
    }

    private static long index(double at) {
        return (long) Math.floor(at / SQUARE);
    }
}
