package io.signalbox.designer.canvas;

import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Wire;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// All that is drawn of one flow: the ground, the scenery on it, what a gesture shows, and what lies on the view itself
/// and keeps its size however far the eye is.
final class Drawing implements AutoCloseable {
    private static final double EDGE = 16;

    private final Ground ground = new Ground();
    private final Scenery scenery;
    private final GestureOverlay overlay;
    private final Label empty = new Label();
    private final WireTools tools;
    private final ZoomPill pill;
    private final Minimap map;
    private final Gaze gaze;
    private final Region view;
    private Gesture gesture = Gesture.idle();

    Drawing(
            Region view,
            Scenery scenery,
            Words words,
            Shortcuts shortcuts,
            WireTools tools,
            Minimap map,
            ZoomPill pill) {
        this.view = view;
        this.tools = tools;
        this.pill = pill;
        this.scenery = scenery;
        this.map = map;
        overlay = new GestureOverlay(words);
        gaze = new Gaze(view, this::look);
        empty.textProperty().bind(shortcuts.bound("canvas.add", words).map(keys -> words.text("canvas.empty", keys)));
        empty.getStyleClass().add("canvas-empty");
        empty.setMouseTransparent(true);
        empty.setVisible(scenery.isEmpty());
        scenery.world().getChildren().add(overlay);
        // They float over what moves, so each frame draws them: their shadows are not worked out anew for it.
        List.of(tools, pill, map).forEach(part -> part.setCache(true));
    }

    /// From the lowest to the uppermost.
    List<Node> parts() {
        return List.of(ground, scenery.far(), scenery.world(), empty, tools, pill, map, overlay.hint());
    }

    /// @param dotted whether the ground has dots
    void dot(boolean dotted) {
        ground.setVisible(dotted);
    }

    Gaze gaze() {
        return gaze;
    }

    Scenery scenery() {
        return scenery;
    }

    Sight sight() {
        return scenery.sight(gaze.eye().zoom());
    }

    /// Moves on to a later or earlier version of the flow.
    void change(Flow before, Flow after) {
        scenery.change(before, after);
        empty.setVisible(after.nodes().isEmpty());
        gaze.refresh();
    }

    void show(Gesture underWay) {
        gesture = underWay;
        var sight = sight();
        overlay.show(gesture, sight, gaze.eye());
        scenery.show(gesture, sight);
        showTools();
    }

    void hoverWire(double x, double y) {
        var point = gaze.eye().toCanvas(x, y);
        var sight = sight();
        scenery.hoverWire(
                tools.at(x, y).or(() -> sight.nodeAt(point).isPresent() ? Optional.empty() : sight.wireAt(point)));
        showTools();
    }

    void chooseWire(Optional<Wire> chosen) {
        scenery.chooseWire(chosen);
        showTools();
    }

    /// Fits everything to the size of the view.
    void layout() {
        double width = view.getWidth();
        double height = view.getHeight();
        ground.resizeRelocate(0, 0, width, height);
        empty.autosize();
        empty.relocate(Math.rint((width - empty.getWidth()) / 2), Math.rint((height - empty.getHeight()) / 2));
        pill.autosize();
        pill.relocate(width - pill.getWidth() - EDGE, height - pill.getHeight() - EDGE);
        map.resizeRelocate(
                width - Minimap.WIDTH - EDGE,
                pill.getLayoutY() - Minimap.HEIGHT - EDGE / 2,
                Minimap.WIDTH,
                Minimap.HEIGHT);
        gaze.refresh();
    }

    private void look(Eye eye) {
        ground.look(eye);
        scenery.look(eye, view.getWidth(), view.getHeight());
        pill.show(eye.zoom());
        map.show(sight().flow());
        showTools();
    }

    /// Beside a gesture nothing else is at hand.
    private void showTools() {
        tools.show(gesture instanceof Gesture.Idle ? scenery.wireAtHand() : Optional.empty(), sight(), gaze.eye());
    }

    @Override
    public void close() {
        gaze.close();
        pill.close();
        scenery.close();
        empty.textProperty().unbind();
    }
}
