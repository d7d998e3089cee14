package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.flow.Node;
import io.signalbox.flow.Problem;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Finds the field that a problem is about and gives it the keyboard.
final class FieldFocus {
    private FieldFocus() {}

    /// The id of the control in the form; blank when the problem is about the node as a whole.
    static String control(Node node, Problem problem) {
        var field = problem.field();
        if (field.startsWith("fields.")) {
            var row = field.substring("fields.".length());
            return problem.key().equals("problem.row.target") ? "map-target-" + row : "map-value-" + row;
        }
        if (field.startsWith("when.")) {
            return "condition-value-" + field.substring("when.".length()).replace('.', '-');
        }
        boolean trigger = node instanceof Node.Trigger;
        return switch (field) {
            case "type" -> trigger ? "trigger-type" : "setting-service";
            case "operation" -> "setting-action";
            case "connection", "settings.connection" -> trigger ? "trigger-account" : "setting-account";
            case "settings.module", "settings.submodule", "settings.event" -> "trigger-event";
            case "settings.hook", "settings.verifier" -> "trigger-renew";
            case "each", "groupBy" -> "setting-" + field;
            default -> field.startsWith("settings.") ? "setting-" + field.substring("settings.".length()) : "";
        };
    }

    /// Brings the control into view and gives it, or the first part of it that takes one, the focus.
    ///
    /// @return false when the form has no such control
    static boolean give(ScrollPane scroll, String control) {
        var found = control.isEmpty() ? null : scroll.getContent().lookup("#" + control);
        if (found == null) {
            return false;
        }
        reveal(scroll, found.localToScene(found.getLayoutBounds()));
        focus(found);
        return true;
    }

    /// The same in whatever the form scrolls in.
    static void give(Parent form, String control) {
        Stream.iterate((javafx.scene.Node) form, Objects::nonNull, javafx.scene.Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .findFirst()
                .ifPresent(scroll -> give(scroll, control));
    }

    private static boolean focus(javafx.scene.Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            Keyboard.giveTo(node);
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(FieldFocus::focus);
    }

    private static void reveal(ScrollPane scroll, Bounds field) {
        var content = scroll.getContent();
        double room = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            double top = field.getMinY()
                    - content.localToScene(content.getLayoutBounds()).getMinY();
            scroll.setVvalue(Math.clamp((top - scroll.getViewportBounds().getHeight() / 3) / room, 0, 1));
        }
    }
}
