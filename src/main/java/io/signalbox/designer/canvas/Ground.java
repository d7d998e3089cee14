package io.signalbox.designer.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The dotted ground: a picture of one row of dots, shown once for each row, so that a frame touches few more pixels
/// than the dots have. One picture of all of them would be laid over every pixel of the canvas, and that cost more than
/// all nodes. Painted anew only for another zoom, size or colour; when the view moves, the rows are shifted.
final class Ground extends Region {
    private static final double STEP = 24;
    private static final int DOT = 2;
    private static final CssMetaData<Ground, Color> DOT_COLOUR =
            new CssMetaData<>("-sb-dot", StyleConverter.getColorConverter(), Color.TRANSPARENT) {
                @Override
                public boolean isSettable(Ground ground) {
                    return !ground.dot.isBound();
                }

                @Override
                public StyleableProperty<Color> getStyleableProperty(Ground ground) {
                    return ground.dot;
                }
            };

    private final SimpleStyleableObjectProperty<Color> dot =
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
    protected void setWidth(double value) {
        super.setWidth(value);
        paint();
    }

    @Override
    protected void setHeight(double value) {
        super.setHeight(value);
        paint();
    }

    /// Between two dots on the screen. Seen from afar only every second dot is drawn, then every fourth.
    private double step() {
        double step = STEP * eye.zoom();
        while (step < STEP / 2) {
            step *= 2;
        }
        return step;
    }

    private void paint() {
        painted = step();
        int count = (int) Math.ceil(getHeight() / painted) + 2;
        var row = row((int) Math.ceil(getWidth() + 2 * painted));
        var rows = getChildren();
        while (rows.size() < count) {
            rows.add(new ImageView());
        }
        rows.remove(count, rows.size());
        rows.forEach(each -> ((ImageView) each).setImage(row));
        shift();
    }

    private WritableImage row(int width) {
        var row = new WritableImage(width, DOT);
        var pen = row.getPixelWriter();
        for (double x = 0; x < width - DOT; x += painted) {
            for (int pixel = 0; pixel < DOT * DOT; pixel++) {
                pen.setColor((int) Math.rint(x) + pixel % DOT, pixel / DOT, dot.get());
            }
        }
        return row;
    }

    /// Whole pixels: between them each dot would be a blur of four.
    private void shift() {
        double x = start(eye.x());
        double y = start(eye.y());
        for (Node row : getChildren()) {
            row.setTranslateX(Math.rint(x));
            row.setTranslateY(Math.rint(y));
            y += painted;
        }
    }

    /// Of the last dot before the edge.
    private double start(double origin) {
        return origin - painted * Math.ceil(origin / painted) - DOT / 2.0;
    }

    @Override
    protected void layoutChildren() {
        // Rows stand where they are shifted to.
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
        all.add(DOT_COLOUR);
        return all;
    }
}
