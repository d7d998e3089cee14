package io.signalbox.designer.canvas;

import io.signalbox.flow.Group;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The frame of one group with its title.
final class GroupView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double INSET = 16;

    private final Label title = new Label();

    GroupView(Group group) {
        setId("group-" + group.id());
        getStyleClass().add("group");
        setAccessibleRole(AccessibleRole.PARENT);
        title.getStyleClass().add("group-title");
        title.setManaged(false);
        getChildren().add(title);
    }

    void show(Frame frame, String spoken) {
        title.setText(frame.group().name());
        setAccessibleText(spoken);
        var area = frame.area();
        resizeRelocate(area.x(), area.y(), area.width(), area.height());
        title.resizeRelocate(INSET, 8, area.width() - 2 * INSET, 24);
    }

    /// True when all of it is chosen.
    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
