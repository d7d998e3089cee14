package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Lines up a box that is dragged with those that stand still: edge with edge, middle with middle.
final class Alignment {
    /// Boxes farther away than this are no neighbours.
    static final double NEARBY = 800;
    /// Two lines are one when they are this near.
    private static final double SAME = 0.01;

    private static final List<Line> UPRIGHT =
            List.of(new Line(Area::x, false), new Line(area -> area.centre().x(), true), new Line(Area::right, false));
    private static final List<Line> LEVEL =
            List.of(new Line(Area::y, false), new Line(area -> area.centre().y(), true), new Line(Area::bottom, false));

    /// A line through all that is lined up.
    record Guide(Point from, Point to) {}

    private record Line(ToDoubleFunction<Area> at, boolean middle) {
        double of(Area area) {
            return at.applyAsDouble(area);
        }
    }

    private final Area box;
    private final List<Area> others;

    Alignment(Area box, Collection<Area> others) {
        this.box = box;
        var near = box.grown(NEARBY);
        this.others = others.stream().filter(near::touches).toList();
    }

    /// How far to the right brings the box in line with a neighbour; empty when that is more than `reach`.
    OptionalDouble across(double reach) {
        return pull(UPRIGHT, reach);
    }

    /// How far down brings the box in line with a neighbour; empty when that is more than `reach`.
    OptionalDouble down(double reach) {
        return pull(LEVEL, reach);
    }

    /// The lines that the box shares with neighbours where it stands, at most one upright and one level.
    List<Guide> guides() {
        var upright = UPRIGHT.stream()
                .flatMap(line -> sharing(line, UPRIGHT)
                        .map(all -> new Guide(new Point(line.of(box), all.y()), new Point(line.of(box), all.bottom())))
                        .stream())
                .limit(1);
        var level = LEVEL.stream()
                .flatMap(line -> sharing(line, LEVEL)
                        .map(all -> new Guide(new Point(all.x(), line.of(box)), new Point(all.right(), line.of(box))))
                        .stream())
                .limit(1);
        return Stream.concat(upright, level).toList();
    }

    private OptionalDouble pull(List<Line> lines, double reach) {
        double best = Double.MAX_VALUE;
        for (var other : others) {
            for (var line : lines) {
                for (var theirs : lines) {
                    double by = theirs.of(other) - line.of(box);
                    if (line.middle() == theirs.middle() && Math.abs(by) < Math.abs(best)) {
                        best = by;
                    }
                }
            }
        }
        return Math.abs(best) <= reach ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    /// The box with all neighbours that have a line where this line of the box is.
    private Optional<Area> sharing(Line line, List<Line> lines) {
        return others.stream()
                .filter(other -> lines.stream()
                        .anyMatch(theirs ->
                                theirs.middle() == line.middle() && Math.abs(theirs.of(other) - line.of(box)) < SAME))
                .reduce(Area::with)
                .map(box::with);
    }
}
