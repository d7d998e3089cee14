package io.signalbox.designer.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The dotted ground. Painted anew only for another zoom or size: when the view moves, the pattern is shifted.
final class Ground extends Region {
    private static final double STEP = 24;
    private static final double DOT = 2;
    private static final CssMetaData<Ground, Paint> DOT_COLOUR =
            new CssMetaData<>("-sb-dot", StyleConverter.getPaintConverter(), Color.TRANSPARENT) {
                @Override
                public boolean isSettable(Ground ground) {
                    return !ground.dot.isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(Ground ground) {
                    return ground.dot;
                }
            };

    private final Canvas canvas = new Canvas();
    private final SimpleStyleableObjectProperty<Paint> dot =
            new SimpleStyleableObjectProperty<>(DOT_COLOUR, this, "dot", Color.TRANSPARENT) {
                @Override
                protected void invalidated() {
                    paint();
                }
            };

    private Eye eye = Eye.straight();
    private double painted;

    Ground() {
        getStyleClass().add("canvas-ground");
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    void look(Eye changed) {
        eye = changed;
        if (step() == painted) {
            shift();
        } else {
            paint();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.ceil(getWidth() + 2 * STEP * Eye.NEAREST);
        double height = Math.ceil(getHeight() + 2 * STEP * Eye.NEAREST);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            paint();
        }
    }

    /// Between two dots on the screen. Seen from afar only every second dot is drawn, then every fourth.
    private double step() {
        double step = STEP * eye.zoom();
        while (step < STEP / 2) {
            step *= 2;
        }
        return step;
    }

    private void shift() {
        double step = step();
        canvas.setTranslateX(Math.rint(eye.x()) % step - step);
        canvas.setTranslateY(Math.rint(eye.y()) % step - step);
    }

    private void paint() {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setFill(dot.get());
        double step = step();
        for (double x = 0; x < canvas.getWidth(); x += step) {
            for (double y = 0; y < canvas.getHeight(); y += step) {
                // Whole pixels: thousands of discs in a frame would take longer than all nodes.
                pen.fillRect(Math.rint(x) - DOT / 2, Math.rint(y) - DOT / 2, DOT, DOT);
            }
        }
        painted = step;
        shift();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
        all.add(DOT_COLOUR);
        return all;
    }
}
