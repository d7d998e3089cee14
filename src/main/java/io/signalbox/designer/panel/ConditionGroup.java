package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Rows and groups under one word. The outermost lends its word to the panel's header; an inner one is a card.
final class ConditionGroup extends VBox implements AutoCloseable {
    private final ConditionEditing editing;
    private final Spot spot;
    private final ComboBox<Condition.Mode> mode = new ComboBox<>();
    private final HBox verdictAt = new HBox();
    private final VBox parts = new VBox();
    private final List<ConditionRow> rows = new ArrayList<>();
    private final List<ConditionGroup> groups = new ArrayList<>();
    private boolean showing;
    private boolean built;

    ConditionGroup(ConditionEditing editing, Spot spot) {
        this.editing = editing;
        this.spot = spot;
        var bench = editing.bench();
        mode.getItems().setAll(Condition.Mode.values());
        mode.getStyleClass().add("condition-mode");
        mode.setAccessibleText(bench.text("condition.mode"));
        mode.setConverter(new StringConverter<>() {
            @Override
            public String toString(Condition.Mode value) {
                return value == null ? "" : bench.flowText("mode." + value.key());
            }

            @Override
            public Condition.Mode fromString(String text) {
                return Condition.Mode.ALL;
            }
        });
        mode.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) {
                editing.change(spot, group -> new Condition.Group(chosen, ((Condition.Group) group).of()));
            }
        });
        getStyleClass().add(spot.isRoot() ? "condition-root" : "condition-group");
        parts.getStyleClass().add("condition-parts");
        if (!spot.isRoot()) {
            getChildren().add(head());
        }
        getChildren().addAll(parts, foot());
    }

    /// The picker of all / any / none.
    Node modePicker() {
        return mode;
    }

    void show(Condition.Group group) {
        showing = true;
        mode.setValue(group.mode());
        showing = false;
        if (!built) {
            build(group);
        }
        int row = 0;
        int inner = 0;
        for (var part : group.of()) {
            switch (part) {
                case Condition.Row one -> rows.get(row++).show(one);
                case Condition.Group one -> groups.get(inner++).show(one);
            }
        }
    }

    void tell(Optional<Verdict.OfGroup> verdict) {
        verdictAt
                .getChildren()
                .setAll(verdict
                        .map(told -> Wording.verdict(
                                told.holds(),
                                editing.bench().text(told.holds() ? "condition.true" : "condition.false")))
                        .stream()
                        .toList());
        int row = 0;
        int inner = 0;
        for (int at = 0; at < rows.size() + groups.size(); at++) {
            int index = at;
            var part = verdict.map(told -> told.parts().get(index));
            if (isGroup(at)) {
                groups.get(inner++).tell(part.map(Verdict.OfGroup.class::cast));
            } else {
                rows.get(row++).tell(part.map(Verdict.OfRow.class::cast));
            }
        }
    }

    /// Puts the keyboard into the row at a place below.
    void focus(Spot wanted) {
        rows.stream().filter(row -> row.spot().equals(wanted)).forEach(ConditionRow::focusValue);
        groups.forEach(group -> group.focus(wanted));
    }

    @Override
    public void close() {
        rows.forEach(ConditionRow::close);
        groups.forEach(ConditionGroup::close);
    }

    private boolean isGroup(int at) {
        return parts.getChildren().get(at) instanceof ConditionGroup;
    }

    private void build(Condition.Group group) {
        built = true;
        for (int at = 0; at < group.of().size(); at++) {
            switch (group.of().get(at)) {
                case Condition.Row _ -> {
                    var row =
                            new ConditionRow(editing, spot.child(at), group.of().size());
                    rows.add(row);
                    parts.getChildren().add(row);
                }
                case Condition.Group _ -> {
                    var inner = new ConditionGroup(editing, spot.child(at));
                    groups.add(inner);
                    parts.getChildren().add(inner);
                }
            }
        }
        if (group.of().isEmpty()) {
            var hint = Wording.wrapped(
                    Wording.caption(editing.bench().text(spot.isRoot() ? "condition.empty" : "condition.empty-group")));
            hint.getStyleClass().add("condition-empty");
            parts.getChildren().add(hint);
        }
    }

    private HBox head() {
        var bench = editing.bench();
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        verdictAt.setAlignment(Pos.CENTER_RIGHT);
        var menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item(bench.text("condition.duplicate"), () -> editing.duplicate(spot)),
                        item(bench.text("condition.up"), () -> editing.move(spot, -1)),
                        item(bench.text("condition.down"), () -> editing.move(spot, 1)),
                        item(bench.text("condition.delete-group"), () -> editing.remove(spot)));
        var more = Press.icon("more", bench.text("condition.more-group"), () -> {});
        more.setOnAction(_ -> menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0));
        var head = new HBox(8, mode, Wording.body(bench.text("condition.of-these")), gap, verdictAt, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("condition-group-head");
        return head;
    }

    private HBox foot() {
        var bench = editing.bench();
        boolean root = spot.isRoot();
        var row = root
                ? Press.plain(bench.text("condition.add"), "plus", () -> editing.addRow(spot))
                : Press.link("+ " + bench.text("condition.add"), () -> editing.addRow(spot));
        var group = root
                ? Press.plain(bench.text("condition.add-group"), "plus", () -> editing.addGroup(spot))
                : Press.link("+ " + bench.text("condition.add-group"), () -> editing.addGroup(spot));
        row.setId("add-condition" + (root ? "" : "-" + spot.steps()));
        group.setId("add-group" + (root ? "" : "-" + spot.steps()));
        var foot = new HBox(8, row);
        if (editing.admitsGroup(spot)) {
            foot.getChildren().add(group);
        }
        foot.getStyleClass().add(root ? "condition-foot" : "condition-group-foot");
        return foot;
    }

    static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
