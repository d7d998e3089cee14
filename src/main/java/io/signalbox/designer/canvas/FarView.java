package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// A crowd of nodes seen from afar, painted at once: boxes in the colours of their kinds, and straight wires. Where so
/// many are in view nothing could be read, and a view for each would cost seconds.
final class FarView extends Pane {
    private static final List<String> COLOURS =
            List.of("kind-trigger", "kind-source", "kind-connection", "kind-configuration", "wire", "box", "chosen");
    private static final double BAR = 16;

    private final Canvas canvas = new Canvas();
    /// Invisible; the style sheet gives each its colour.
    private final Map<String, Region> colours = new HashMap<>();

    FarView() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        for (var name : COLOURS) {
            var colour = new Region();
            colour.getStyleClass().addAll("far-colour", name);
            colour.setManaged(false);
            colour.setVisible(false);
            colours.put(name, colour);
            getChildren().add(colour);
        }
        getChildren().add(canvas);
    }

    /// In pixels of the screen.
    void paint(Eye eye, double width, double height, Flow flow, Areas areas, List<NodeId> nodes, List<Wire> wires) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        setVisible(true);
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, width, height);
        lines(pen, eye, areas, wires);
        boxes(pen, eye, flow, areas, nodes);
    }

    void hide() {
        if (isVisible()) {
            setVisible(false);
            canvas.setWidth(0);
            canvas.setHeight(0);
        }
    }

    private void lines(GraphicsContext pen, Eye eye, Areas areas, List<Wire> wires) {
        pen.setStroke(colour("wire"));
        pen.setLineWidth(1);
        pen.beginPath();
        for (var wire : wires) {
            var from = areas.get(wire.from());
            var to = areas.get(wire.to());
            if (from != null && to != null) {
                var start = eye.toScreen(from.exit());
                var end = eye.toScreen(to.entry());
                pen.moveTo(Math.rint(start.x()), Math.rint(start.y()) + 0.5);
                pen.lineTo(Math.rint(end.x()), Math.rint(end.y()) + 0.5);
            }
        }
        pen.stroke();
    }

    private void boxes(GraphicsContext pen, Eye eye, Flow flow, Areas areas, List<NodeId> nodes) {
        var box = colour("box");
        double zoom = eye.zoom();
        for (var id : nodes) {
            var area = areas.get(id);
            var node = flow.node(id);
            if (area != null && node.isPresent()) {
                double x = Math.rint(area.x() * zoom + eye.x());
                double y = Math.rint(area.y() * zoom + eye.y());
                double wide = Math.rint(area.width() * zoom);
                double high = Math.rint(area.height() * zoom);
                var kind = colour("kind-" + node.get().kind());
                pen.setFill(kind);
                pen.fillRect(x, y, wide, high);
                pen.setFill(box);
                double bar = Math.max(2, Math.rint(BAR * zoom));
                pen.fillRect(x + bar, y + 1, wide - bar - 1, high - 2);
            }
        }
    }

    /// A frame around what is chosen.
    void frame(Eye eye, Areas areas, Set<NodeId> chosen) {
        var pen = canvas.getGraphicsContext2D();
        pen.setStroke(colour("chosen"));
        pen.setLineWidth(2);
        for (var id : chosen) {
            var area = areas.get(id);
            if (area != null) {
                pen.strokeRect(
                        Math.rint(area.x() * eye.zoom() + eye.x()),
                        Math.rint(area.y() * eye.zoom() + eye.y()),
                        Math.rint(area.width() * eye.zoom()),
                        Math.rint(area.height() * eye.zoom()));
            }
        }
    }

    private Paint colour(String name) {
        var region = colours.get(name);
        var background = region == null ? null : region.getBackground();
        return background == null
                ? Color.GRAY
                : background.getFills().getFirst().getFill();
    }
}
