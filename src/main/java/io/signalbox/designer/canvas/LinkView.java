package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Wire;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;

/// One wire with its head, its condition and its count.
final class LinkView extends Group {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    /// As wide as the gap between two columns allows.
    private static final double LABEL_WIDTH = 100;

    private final SVGPath line = new SVGPath();
    private final Polygon head = new Polygon(0, 0, -9, -5, -9, 5);
    private final Label condition = new Label();
    private final Label count = new Label();
    private boolean turnsBack;

    LinkView() {
        getStyleClass().add("link");
        setAccessibleRole(AccessibleRole.NODE);
        line.getStyleClass().add("link-line");
        head.getStyleClass().add("link-head");
        condition.getStyleClass().add("link-condition");
        condition.setWrapText(true);
        condition.setMaxWidth(LABEL_WIDTH);
        count.getStyleClass().add("link-count");
        setMouseTransparent(true);
        getChildren().addAll(line, head, condition, count);
    }

    void show(Flow flow, Wire wire, Route route, Decorations decorations, WireWords words, NodeWords nodes) {
        draw(route);
        var followed = decorations.count(wire);
        condition.setText(words.label(wire));
        condition.setVisible(!condition.getText().isEmpty());
        count.setText(followed.map(Decorations.Count::text).orElse(""));
        count.setVisible(followed.isPresent());
        boolean unused = followed.filter(some -> !some.followed()).isPresent();
        for (var part : new javafx.scene.Node[] {line, head, count}) {
            part.pseudoClassStateChanged(UNUSED, unused);
            part.pseudoClassStateChanged(ERROR, wire.onError());
        }
        setAccessibleText(words.spoken(flow, wire, nodes, count.getText()));
        place(route);
    }

    /// Only the line, as while it is drawn by hand.
    void draw(Route route) {
        turnsBack = route.turnsBack();
        line.setContent(route.path());
        head.setLayoutX(route.tip().x());
        head.setLayoutY(route.tip().y());
        condition.setVisible(false);
        count.setVisible(false);
    }

    boolean turnsBack() {
        return turnsBack;
    }

    private void place(Route route) {
        double y = route.middle().y();
        condition.setMaxWidth(route.turnsBack() ? Double.MAX_VALUE : LABEL_WIDTH);
        for (var label : new Label[] {count, condition}) {
            if (label.isVisible()) {
                label.applyCss();
                double width = Math.min(label.prefWidth(-1), label.getMaxWidth() > 0 ? label.getMaxWidth() : Double.MAX_VALUE);
                double height = label.prefHeight(width);
                label.resize(width, height);
                label.relocate(
                        Math.rint(route.middle().x() - width / 2),
                        Math.rint(label.equals(condition) && count.isVisible() ? y + 14 : y - height / 2));
            }
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
}
