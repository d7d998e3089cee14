package io.signalbox.designer.canvas;

import io.signalbox.designer.TextWidth;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;

/// One wire with its head, its condition and its count.
final class LinkView extends Group {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass OTHERWISE = PseudoClass.getPseudoClass("otherwise");
    private static final PseudoClass SAMPLE = PseudoClass.getPseudoClass("sample");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    /// As wide as the gap between two columns allows.
    private static final double LABEL_WIDTH = 100;
    /// Beside its words, on both sides.
    private static final double AROUND = 4;
    private static final double GAP = 12;
    private static final double LIFTED = 0.3;
    private static final double DOT = 5;

    private final SVGPath line = new SVGPath();
    private final Polygon head = new Polygon(0, 0, -9, -5, -9, 5);
    private final Label condition = new Label();
    /// A button, but no stop of the Tab key: the canvas has one stop, and a key that opens what passed.
    private final Button count = new Button();
    /// What runs along it now; none when nothing moves.
    private final List<Circle> dots = new ArrayList<>();
    private Route route = Route.none();
    private Optional<Track> track = Optional.empty();

    LinkView() {
        getStyleClass().add("link");
        setAccessibleRole(AccessibleRole.NODE);
        line.getStyleClass().add("link-line");
        head.getStyleClass().add("link-head");
        condition.getStyleClass().add("link-condition");
        condition.setWrapText(true);
        // The style sheet comes later than the words.
        condition.fontProperty().subscribe(_ -> narrow());
        count.getStyleClass().setAll("link-count");
        count.setFocusTraversable(false);
        line.setMouseTransparent(true);
        head.setMouseTransparent(true);
        condition.setMouseTransparent(true);
        getChildren().addAll(line, head, condition, count);
    }

    void show(Flow flow, Wire wire, Route drawn, Decorations decorations, WireWords words, NodeWords nodes) {
        draw(drawn);
        var followed = decorations.count(wire);
        condition.setText(words.label(wire));
        condition.setVisible(!condition.getText().isEmpty());
        count.setText(followed.map(Decorations.Count::text).orElse(""));
        count.setVisible(followed.isPresent());
        count.setAccessibleText(words.opens(count.getText()));
        boolean unused = followed.filter(some -> !some.followed()).isPresent();
        for (var part : new Node[] {line, head, count}) {
            part.pseudoClassStateChanged(UNUSED, unused);
            part.pseudoClassStateChanged(ERROR, wire.onError());
            part.pseudoClassStateChanged(OTHERWISE, wire.otherwise());
            part.pseudoClassStateChanged(SAMPLE, decorations.sample());
        }
        setAccessibleText(words.spoken(flow, wire, nodes, count.getText()));
        narrow();
    }

    /// The condition stands between the badges on the corners of both boxes, unless a word is longer: none is parted.
    private void narrow() {
        if (route.line().isEmpty() || !route.isFlat()) {
            condition.setMaxWidth(Double.MAX_VALUE);
            return;
        }
        double longest = Arrays.stream(condition.getText().split(" "))
                .mapToDouble(word -> TextWidth.of(word, condition.getFont()))
                .max()
                .orElse(0);
        double length = route.tip().x() - route.line().getFirst().x();
        condition.setMaxWidth(Math.min(LABEL_WIDTH, Math.max(longest + 2 * AROUND, length - AROUND)));
    }

    /// @param open shows what passed
    void setOnCount(Runnable open) {
        count.setOnAction(_ -> open.run());
    }

    /// Where what passed is shown: the pill, else the wire itself.
    Node anchor() {
        return count.isVisible() ? count : line;
    }

    /// Only the line, as while it is drawn by hand.
    void draw(Route drawn) {
        route = drawn;
        track = Optional.empty();
        line.setContent(route.path());
        head.setLayoutX(route.tip().x());
        head.setLayoutY(route.tip().y());
        condition.setVisible(false);
        count.setVisible(false);
        requestLayout();
    }

    /// Shows dots that run along it, below its labels.
    ///
    /// @param parts how far each one is, from 0 to 1
    void run(List<Double> parts) {
        while (dots.size() > parts.size()) {
            getChildren().remove(dots.removeLast());
        }
        while (dots.size() < parts.size()) {
            var dot = new Circle(DOT);
            dot.getStyleClass().add("link-dot");
            dot.pseudoClassStateChanged(ERROR, line.getPseudoClassStates().contains(ERROR));
            dot.setMouseTransparent(true);
            // It moves with every picture, and nothing has to be laid out for it.
            dot.setManaged(false);
            dots.add(dot);
            getChildren().add(getChildren().indexOf(condition), dot);
        }
        if (!parts.isEmpty() && !route.line().isEmpty()) {
            var way = track.orElseGet(() -> Track.of(route));
            track = Optional.of(way);
            for (int i = 0; i < parts.size(); i++) {
                var at = way.at(parts.get(i));
                dots.get(i).setCenterX(at.x());
                dots.get(i).setCenterY(at.y());
            }
        }
    }

    boolean turnsBack() {
        return route.turnsBack();
    }

    /// The labels have their sizes only after the style sheet has been applied, so they are placed here.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var middle = route.middle();
        count.relocate(Math.rint(middle.x() - count.getWidth() / 2), Math.rint(middle.y() - count.getHeight() / 2));
        double width = condition.getWidth();
        double height = condition.getHeight();
        if (route.slants()) {
            // Beside the curve, on the side where it does not run.
            condition.relocate(
                    Math.rint(middle.x() - width - GAP), Math.rint(route.tip().y() - height / 2));
        } else {
            double above = count.isVisible() ? count.getHeight() / 2 : GAP / 2;
            condition.relocate(Math.rint(middle.x() - width / 2), Math.rint(middle.y() - above - height));
        }
    }

    void hover(boolean hovered) {
        line.pseudoClassStateChanged(HOVERED, hovered);
    }

    void choose(boolean chosen) {
        line.pseudoClassStateChanged(CHOSEN, chosen);
        head.pseudoClassStateChanged(CHOSEN, chosen);
    }

    /// A node held over it would be put into it.
    void open(boolean open) {
        line.pseudoClassStateChanged(OPEN, open);
        head.pseudoClassStateChanged(OPEN, open);
    }

    /// @param cut it would be parted if the mouse were let go now
    /// @param lifted its end is in the hand
    void part(boolean cut, boolean lifted) {
        line.pseudoClassStateChanged(CUT, cut);
        head.pseudoClassStateChanged(CUT, cut);
        setOpacity(lifted ? LIFTED : 1);
    }
}
