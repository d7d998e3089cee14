package io.signalbox.designer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The regions around an open flow: palette, canvas with its bar, inspector, drawer. Panels meet at lines, without
/// gaps.
final class Workbench extends BorderPane {
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final StackPane inspector = new StackPane();
    private final StackPane drawer = new StackPane();
    private final BorderPane middle = new BorderPane();
    private final BooleanProperty drawerOpen = new SimpleBooleanProperty(this, "drawerOpen", true);

    Workbench(Node palette, Node bar) {
        inspector.setId("inspector");
        inspector.getStyleClass().add("inspector-slot");
        drawer.setId("drawer");
        drawer.getStyleClass().add("drawer-slot");
        middle.setTop(bar);
        var upper = new BorderPane();
        upper.setLeft(palette);
        upper.setCenter(middle);
        var left = new BorderPane();
        left.setCenter(upper);
        left.setBottom(drawer);
        setCenter(left);
        setRight(inspector);
        setDrawer();
        setInspector();
        drawerOpen.subscribe(open -> drawer.pseudoClassStateChanged(CLOSED, !open));
    }

    void setCanvas(Node... canvas) {
        middle.setCenter(canvas.length == 0 ? null : canvas[0]);
    }

    void setInspector(Node... content) {
        fill(inspector, content);
    }

    void setDrawer(Node... content) {
        fill(drawer, content);
    }

    BooleanProperty drawerOpenProperty() {
        return drawerOpen;
    }

    Node inspector() {
        return inspector;
    }

    Node drawer() {
        return drawer;
    }

    /// An empty region takes no room.
    private static void fill(StackPane slot, Node... content) {
        slot.getChildren().setAll(content);
        slot.setVisible(content.length > 0);
        slot.setManaged(content.length > 0);
    }
}
