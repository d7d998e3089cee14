package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;

/// The menu of what is chosen in a table: asked for with the mouse it opens there, with its key below the row.
final class RowMenu {
    private RowMenu() {}

    /// @param menu made each time
    static void on(TableView<?> table, Supplier<ContextMenu> menu) {
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                if (table.getSelectionModel().isEmpty()) {
                    return;
                }
                menu.get().show(chosenRow(table).orElse(table), Side.BOTTOM, 0, 0);
            } else if (isOnRow(event)) {
                menu.get().show(table, event.getScreenX(), event.getScreenY());
            } else {
                return;
            }
            event.consume();
        });
    }

    /// An entry with the keys that do the same. Only a menu that is no control's own may have it: a letter among the
    /// keys would be heard in the whole window.
    static MenuItem item(Bench bench, String action, String icon, Runnable act) {
        var item = new MenuItem(bench.words().text(action), Icon.of(icon, "icon-14"));
        item.setId(action.replace('.', '-') + "-item");
        bench.shortcuts().keys(action, bench.words()).ifPresent(item::setAccelerator);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /// Empty while it is scrolled out of sight.
    private static Optional<Node> chosenRow(TableView<?> table) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(each -> each instanceof TableRow<?> row
                        && !row.isEmpty()
                        && row.getIndex() == table.getSelectionModel().getSelectedIndex())
                .findFirst();
    }

    private static boolean isOnRow(ContextMenuEvent event) {
        for (var node = event.getTarget() instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }
}
