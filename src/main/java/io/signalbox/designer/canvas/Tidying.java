package io.signalbox.designer.canvas;

import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.edit.Edit;
import io.signalbox.edit.Sketch;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import javafx.animation.AnimationTimer;

/// Puts the boxes in order: places are found off the FX thread, then boxes and eye glide there, as one undo step.
final class Tidying implements AutoCloseable {
    private static final double GLIDE_NANOS = 200e6;

    private final CanvasView canvas;
    private final FlowSession session;
    private Arranger arranger = Arranger.ofRows();
    private Background background = new Background(Runnable::run, Runnable::run);
    private Optional<AnimationTimer> gliding = Optional.empty();
    private boolean closed;
    private int runs;

    Tidying(CanvasView canvas, FlowSession session) {
        this.canvas = canvas;
        this.session = session;
    }

    void arrangeWith(Arranger changed, Background workers) {
        arranger = changed;
        background = workers;
        // ELK takes its second to load now, so that the first tidying does not.
        var flow = session.flow();
        workers.run(() -> changed.places(flow), _ -> {}, _ -> {});
    }

    /// Orders these nodes where they stand; all of the flow when they are fewer than two, which is then shown whole.
    void tidy(SequencedSet<NodeId> chosen) {
        var flow = session.flow();
        var areas = canvas.sight().areas();
        var some = new LinkedHashSet<>(flow.nodes().keySet());
        some.retainAll(chosen);
        boolean all = some.size() < 2;
        var part = all ? flow : Arrangement.part(flow, some);
        double width = canvas.getWidth();
        background.run(
                () -> Arrangement.places(part, width, arranger),
                places -> glide(flow, all ? places : inPlace(places, areas), areas, all),
                // Whatever the arranger stumbles over, rows can always be made.
                _ -> glide(flow, all ? Tidy.places(flow, width) : Map.of(), areas, all));
    }

    /// The chosen part begins where it began before.
    private static Map<NodeId, Point> inPlace(Map<NodeId, Point> places, Map<NodeId, Area> areas) {
        var before = places.keySet().stream().map(areas::get).reduce(Area::with);
        double left = places.values().stream().mapToDouble(Point::x).min().orElse(0);
        double top = places.values().stream().mapToDouble(Point::y).min().orElse(0);
        var moved = new LinkedHashMap<NodeId, Point>();
        before.ifPresent(area -> places.forEach((id, place) ->
                moved.put(id, place.plus(area.x() - left, area.y() - top).snapped(CanvasView.GRID))));
        return moved;
    }

    private void glide(Flow flow, Map<NodeId, Point> nodes, Map<NodeId, Area> areas, boolean all) {
        if (closed || nodes.isEmpty()) {
            return;
        }
        var ends = withNotes(flow, nodes, areas);
        var starts = new LinkedHashMap<NodeId, Point>();
        ends.keySet()
                .forEach(id -> Optional.ofNullable(areas.get(id))
                        .ifPresent(area -> starts.put(id, new Point(area.x(), area.y()))));
        var tidied = new Edit.Draw(new Sketch.Tidy(ends)).applyTo(session.flow());
        var from = canvas.eye();
        var to = all
                ? Sight.of(tidied, new LinkedHashSet<>(), 1)
                        .boundsWithWires()
                        .map(bounds -> Eye.fitting(bounds, canvas.getWidth(), canvas.getHeight()))
                        .orElse(from)
                : from;
        var gesture = "tidy-" + runs++;
        gliding.ifPresent(AnimationTimer::stop);
        if (!canvas.choices().moves()) {
            session.perform(new Edit.Draw(new Sketch.Tidy(ends)), gesture);
            canvas.look(to);
            return;
        }
        var timer = new AnimationTimer() {
            private long begun;
            private Flow last = session.flow();

            @Override
            public void handle(long now) {
                begun = begun == 0 ? now : begun;
                double way = Math.min(1, (now - begun) / GLIDE_NANOS);
                // Somebody has gone on working, or has undone it: the rest of the way is not ours.
                if (!session.flow().equals(last)) {
                    stop();
                    return;
                }
                double eased = 1 - (1 - way) * (1 - way) * (1 - way);
                session.perform(new Edit.Draw(new Sketch.Tidy(between(starts, ends, eased))), gesture);
                canvas.look(from.towards(to, eased));
                last = session.flow();
                if (way >= 1) {
                    stop();
                }
            }
        };
        gliding = Optional.of(timer);
        timer.start();
    }

    private static SequencedMap<NodeId, Point> between(
            Map<NodeId, Point> starts, SequencedMap<NodeId, Point> ends, double way) {
        var places = new LinkedHashMap<NodeId, Point>();
        ends.forEach((id, end) -> {
            var start = starts.getOrDefault(id, end);
            places.put(id, way >= 1 ? end : start.plus((end.x() - start.x()) * way, (end.y() - start.y()) * way));
        });
        return places;
    }

    /// A note goes where the node goes that it stands nearest to.
    private static SequencedMap<NodeId, Point> withNotes(Flow flow, Map<NodeId, Point> nodes, Map<NodeId, Area> areas) {
        var places = new LinkedHashMap<>(nodes);
        for (var note : flow.layout().notes().values()) {
            var here = NoteView.area(note).centre();
            areas.entrySet().stream()
                    .filter(entry -> flow.nodes().containsKey(entry.getKey()))
                    .min(Comparator.comparingDouble(entry -> distance(entry.getValue(), here)))
                    .ifPresent(nearest -> {
                        var before = nearest.getValue();
                        var after = nodes.getOrDefault(nearest.getKey(), new Point(before.x(), before.y()));
                        places.put(note.id(), note.place().plus(after.x() - before.x(), after.y() - before.y()));
                    });
        }
        return places;
    }

    private static double distance(Area area, Point point) {
        var centre = area.centre();
        return Math.hypot(centre.x() - point.x(), centre.y() - point.y());
    }

    @Override
    public void close() {
        closed = true;
        gliding.ifPresent(AnimationTimer::stop);
    }
}
