package io.signalbox.designer.panel;

import io.signalbox.designer.Shortcuts;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The keys of a row or a group: to add, delete, move, nest.
final class ConditionKeys {
    private ConditionKeys() {}

    static void install(Node part, ConditionEditing editing, Spot spot) {
        var shortcuts = editing.bench().shortcuts();
        part.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> shortcuts
                        .action(event, Shortcuts.Context.CONDITION)
                        .filter(_ -> nearest(event).equals(part))
                        .ifPresent(action -> {
                            event.consume();
                            act(action, editing, spot);
                        }));
    }

    /// A key in a row of a group is the row's.
    private static Node nearest(KeyEvent event) {
        var node = (Node) event.getTarget();
        while (!(node instanceof ConditionPart) && node.getParent() != null) {
            node = node.getParent();
        }
        return node;
    }

    private static void act(String action, ConditionEditing editing, Spot spot) {
        switch (action) {
            case "condition.key.add" -> editing.addRowBehind(spot);
            case "condition.key.delete" -> editing.remove(spot);
            case "condition.key.earlier" -> editing.move(spot, -1);
            case "condition.key.later" -> editing.move(spot, 1);
            case "condition.key.nest" -> editing.nest(spot);
            case "condition.key.lift" -> editing.lift(spot);
            default -> throw new IllegalArgumentException("no key of conditions: " + action);
        }
    }
}
