package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.access.Permission;
import io.signalbox.access.Permission.Action;
import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.WholeTip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The rights of a group as a matrix, modules by what may be done in them. Arrows go from box to box, Space gives or
/// takes a right, Shift+Space the whole row. One stop for Tab.
final class RightsGrid extends GridPane {
    private static final List<Action> ACTIONS = List.of(Action.values());

    private final Bench bench;
    private final Consumer<Set<Permission>> changed;
    private final List<List<CheckBox>> boxes = new ArrayList<>();
    private Set<Permission> given = Set.of();
    private String typed = "";
    private boolean showing;

    /// @param changed told all rights after each change
    RightsGrid(Bench bench, Consumer<Set<Permission>> changed) {
        this.bench = bench;
        this.changed = changed;
        getStyleClass().addAll("rights-grid", "editable");
        setId("rights-grid");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(first);
        for (var _ : Action.values()) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.CENTER);
            column.setMinWidth(Region.USE_PREF_SIZE);
            getColumnConstraints().add(column);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        draw();
    }

    void show(PermissionGroup group) {
        given = group.permissions();
        showing = true;
        boxes.forEach(row -> row.forEach(box -> box.setSelected(given.contains(right(box)))));
        boxes.forEach(row -> row.forEach(this::name));
        showing = false;
    }

    /// Only the modules in whose names these words stand.
    void filter(String words) {
        typed = words.strip().toLowerCase(Locale.ROOT);
        draw();
    }

    private void draw() {
        getChildren().clear();
        boxes.clear();
        add(WholeTip.on(Wording.caption(bench.text("rights.module"))), 0, 0);
        for (int column = 0; column < ACTIONS.size(); column++) {
            add(Wording.caption(bench.flowText("rights." + ACTIONS.get(column).key())), column + 1, 0);
        }
        for (var module : Permission.MODULES) {
            var name = bench.flowText("rights.module." + module);
            if (name.toLowerCase(Locale.ROOT).contains(typed)) {
                var row = new ArrayList<CheckBox>();
                add(Wording.wrapped(new Label(name)), 0, boxes.size() + 1);
                for (var action : ACTIONS) {
                    var box = box(new Permission(module, action));
                    row.add(box);
                    add(box, row.size(), boxes.size() + 1);
                }
                boxes.add(row);
            }
        }
        if (boxes.isEmpty()) {
            add(Wording.caption(bench.text("rights.no-module")), 0, 1);
        } else {
            boxes.getFirst().getFirst().setFocusTraversable(true);
        }
    }

    private CheckBox box(Permission right) {
        var box = new CheckBox();
        box.setId("right-" + right.module() + "-" + right.action().key());
        box.setUserData(right);
        box.setFocusTraversable(false);
        box.setSelected(given.contains(right));
        name(box);
        box.selectedProperty().addListener((_, _, on) -> {
            name(box);
            if (!showing) {
                give(List.of(right), on);
            }
        });
        box.focusedProperty().subscribe(focused -> {
            if (focused) {
                // Where one comes back to.
                boxes.forEach(row -> row.forEach(each -> each.setFocusTraversable(each.equals(box))));
            }
        });
        return box;
    }

    /// “Work orders, See, on”.
    private void name(CheckBox box) {
        var right = right(box);
        box.setAccessibleText(String.join(
                ", ",
                bench.flowText("rights.module." + right.module()),
                bench.flowText("rights." + right.action().key()),
                bench.text(box.isSelected() ? "rights.on" : "rights.off")));
    }

    private static Permission right(CheckBox box) {
        return (Permission) box.getUserData();
    }

    private void give(List<Permission> rights, boolean on) {
        var all = new TreeSet<>(given);
        if (on) {
            all.addAll(rights);
        } else {
            rights.forEach(all::remove);
        }
        given = all;
        changed.accept(all);
    }

    private void key(KeyEvent event) {
        for (int row = 0; row < boxes.size(); row++) {
            for (int column = 0; column < boxes.get(row).size(); column++) {
                if (boxes.get(row).get(column).isFocused()) {
                    go(event, row, column);
                    return;
                }
            }
        }
    }

    private void go(KeyEvent event, int row, int column) {
        if (event.getCode() == KeyCode.SPACE && event.isShiftDown()) {
            giveRow(boxes.get(row));
            event.consume();
            return;
        }
        int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        int across = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (down != 0 || across != 0) {
            var line = boxes.get(Math.clamp(row + (long) down, 0, boxes.size() - 1));
            Keyboard.giveTo(line.get(Math.clamp(column + (long) across, 0, line.size() - 1)));
            event.consume();
        }
    }

    private void giveRow(List<CheckBox> row) {
        boolean on = !row.stream().allMatch(CheckBox::isSelected);
        showing = true;
        row.forEach(box -> box.setSelected(on));
        showing = false;
        give(row.stream().map(RightsGrid::right).toList(), on);
    }
}
