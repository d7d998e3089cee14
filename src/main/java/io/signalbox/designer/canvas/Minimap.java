package io.signalbox.designer.canvas;

import static java.util.Objects.requireNonNull;

import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.util.Duration;

/// All of the flow in a corner, with a frame around what is in view; pressing or dragging in it moves the view.
/// Painted at most five times a second, since a drag tells of every pixel. The keyboard moves the view with Alt and
/// arrows.
final class Minimap extends Region implements AutoCloseable {
    static final double WIDTH = 136;
    static final double HEIGHT = 72;
    /// Fewer nodes are overseen without it.
    static final int FROM_NODES = 12;

    private static final double INSET = 8;

    /// What it paints with; each is a colour of the style sheet.
    private enum Ink {
        TRIGGER,
        SOURCE,
        CONNECTION,
        CONFIGURATION,
        NOTE,
        VIEW,
        VIEW_LINE
    }

    private static final List<CssMetaData<Minimap, Paint>> INKS =
            Arrays.stream(Ink.values()).map(Minimap::css).toList();

    private final CanvasView canvas;
    private final Canvas picture = new Canvas(WIDTH - 2, HEIGHT - 2);
    private final Map<Ink, StyleableObjectProperty<Paint>> inks = new EnumMap<>(Ink.class);
    private final PauseTransition rest = new PauseTransition(Duration.millis(200));
    private boolean stale;
    private Optional<Boolean> wanted = Optional.empty();
    private Optional<Boolean> liked = Optional.empty();
    private int paintings;

    Minimap(CanvasView canvas, Words words) {
        this.canvas = canvas;
        setId("minimap");
        getStyleClass().add("minimap");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(words.bound("canvas.minimap.name"));
        setManaged(false);
        setVisible(false);
        var css = INKS.iterator();
        for (var ink : Ink.values()) {
            inks.put(ink, property(css.next()));
        }
        picture.relocate(1, 1);
        getChildren().add(picture);
        rest.setOnFinished(_ -> {
            if (stale) {
                refresh();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    /// Shown or hidden whatever the flow's size, from now on.
    void toggle() {
        wanted = Optional.of(!isVisible());
        show(canvas.sight().flow());
    }

    /// @param always empty where the flow's size decides
    void show(Optional<Boolean> always) {
        if (!liked.equals(always)) {
            liked = always;
            wanted = always;
            show(canvas.sight().flow());
        }
    }

    /// The flow or the view has changed.
    void show(Flow flow) {
        setVisible(wanted.orElse(flow.nodes().size() >= FROM_NODES));
        refresh();
    }

    int paintings() {
        return paintings;
    }

    @Override
    public void close() {
        rest.stop();
        accessibleTextProperty().unbind();
    }

    private void refresh() {
        stale = rest.getStatus() == Animation.Status.RUNNING;
        if (!stale && isVisible() && canvas.getWidth() > 0) {
            paint();
            rest.playFromStart();
        }
    }

    private void go(MouseEvent event) {
        var scale = scale();
        canvas.look(canvas.eye()
                .centred(scale.toCanvas(event.getX() - 1, event.getY() - 1), canvas.getWidth(), canvas.getHeight()));
        event.consume();
    }

    /// Where a place of the flow lies on it.
    Point place(Point point) {
        return scale().toScreen(point).plus(1, 1);
    }

    /// All of the flow and all that is in view fit into it.
    private Eye scale() {
        var seen = canvas.eye().seen(canvas.getWidth(), canvas.getHeight());
        var all = canvas.sight().bounds().map(seen::with).orElse(seen);
        double zoom = Math.min(
                (picture.getWidth() - 2 * INSET) / all.width(), (picture.getHeight() - 2 * INSET) / all.height());
        return new Eye(
                picture.getWidth() / 2 - all.centre().x() * zoom,
                picture.getHeight() / 2 - all.centre().y() * zoom,
                zoom);
    }

    private void paint() {
        paintings++;
        var pen = picture.getGraphicsContext2D();
        pen.clearRect(0, 0, picture.getWidth(), picture.getHeight());
        var eye = scale();
        var seen = canvas.eye().seen(canvas.getWidth(), canvas.getHeight());
        var corner = eye.toScreen(new Point(seen.x(), seen.y()));
        double width = seen.width() * eye.zoom();
        double height = seen.height() * eye.zoom();
        pen.setFill(ink(Ink.VIEW));
        pen.fillRoundRect(corner.x(), corner.y(), width, height, 6, 6);
        var sight = canvas.sight();
        sight.areas().forEach((id, area) -> {
            var place = eye.toScreen(new Point(area.x(), area.y()));
            pen.setFill(ink(inkOf(sight.flow(), id)));
            pen.fillRoundRect(
                    place.x(),
                    place.y(),
                    Math.max(2, area.width() * eye.zoom()),
                    Math.max(2, area.height() * eye.zoom()),
                    2,
                    2);
        });
        pen.setStroke(ink(Ink.VIEW_LINE));
        pen.setLineWidth(1);
        pen.strokeRoundRect(
                Math.rint(corner.x()) + 0.5, Math.rint(corner.y()) + 0.5, Math.rint(width), Math.rint(height), 6, 6);
    }

    private static Ink inkOf(Flow flow, NodeId id) {
        return flow.node(id)
                .map(node -> Ink.valueOf(node.kind().toUpperCase(Locale.ROOT)))
                .orElse(Ink.NOTE);
    }

    private Paint ink(Ink ink) {
        return requireNonNull(inks.get(ink)).get();
    }

    private StyleableObjectProperty<Paint> property(CssMetaData<Minimap, Paint> css) {
        return new SimpleStyleableObjectProperty<>(css, this, css.getProperty(), Color.TRANSPARENT) {
            @Override
            protected void invalidated() {
                refresh();
            }
        };
    }

    private static CssMetaData<Minimap, Paint> css(Ink ink) {
        var name = "-sb-map-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new CssMetaData<>(name, StyleConverter.getPaintConverter(), Color.TRANSPARENT) {
            @Override
            public boolean isSettable(Minimap map) {
                return true;
            }

            @Override
            public StyleableProperty<Paint> getStyleableProperty(Minimap map) {
                return requireNonNull(map.inks.get(ink));
            }
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
        all.addAll(INKS);
        return all;
    }
}
