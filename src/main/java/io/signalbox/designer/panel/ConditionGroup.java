package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Rows and groups under one word. The outermost lends its word to the panel's header; an inner one is a card.
final class ConditionGroup extends VBox implements ConditionPart {
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
        mode.setId("condition-mode" + (spot.isRoot() ? "" : "-" + spot.dashed()));
        mode.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null) {
                editing.change(spot, group -> ((Condition.Group) group).withMode(chosen));
            }
        });
        getStyleClass().add(spot.isRoot() ? "condition-root" : "condition-group");
        parts.getStyleClass().add("condition-parts");
        if (!spot.isRoot()) {
            getChildren().add(head());
        }
        getChildren().addAll(parts, foot());
        if (!spot.isRoot()) {
            ConditionKeys.install(this, editing, spot);
        }
    }

    @Override
    public Spot spot() {
        return spot;
    }

    /// Its rows and groups, in order.
    List<ConditionPart> parts() {
        return parts.getChildren().stream()
                .filter(ConditionPart.class::isInstance)
                .map(ConditionPart.class::cast)
                .toList();
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
                        .map(told -> {
                            var word = Wording.verdict(
                                    told.holds(),
                                    editing.bench().text(told.holds() ? "condition.true" : "condition.false"));
                            word.setMinWidth(USE_PREF_SIZE);
                            return word;
                        })
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

    @Override
    public void focus(ConditionEditing.Focus wanted) {
        if (wanted.spot().equals(spot) && !spot.isRoot()) {
            Keyboard.giveTo(mode);
        }
        parts().forEach(part -> part.focus(wanted));
    }

    @Override
    public void close() {
        parts().forEach(ConditionPart::close);
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
        verdictAt.setMinWidth(USE_PREF_SIZE);
        verdictAt.setId("condition-result-" + spot.dashed());
        var menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item(bench.text("condition.duplicate"), () -> editing.duplicate(spot)),
                        item(bench.text("condition.up"), () -> editing.move(spot, -1)),
                        item(bench.text("condition.down"), () -> editing.move(spot, 1)),
                        item(bench.text("condition.take-apart"), () -> editing.takeApart(spot)),
                        item(bench.text("condition.delete-group"), () -> editing.remove(spot)));
        var more = Press.icon("more", bench.text("condition.more-group"), () -> {});
        more.setId("condition-more-" + spot.dashed());
        more.setOnAction(_ -> menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0));
        var head = new HBox(8, ConditionRow.handle(bench, spot));
        head.getChildren().addAll(Wording.around(bench.text("condition.group.when"), mode));
        head.getChildren().addAll(gap, verdictAt, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("condition-group-head");
        return head;
    }

    private VBox foot() {
        var bench = editing.bench();
        boolean root = spot.isRoot();
        var row = button("condition.add", () -> editing.addRow(spot));
        var group = button("condition.add-group", () -> editing.addGroup(spot));
        row.setId("add-condition" + (root ? "" : "-" + spot.dashed()));
        group.setId("add-group" + (root ? "" : "-" + spot.dashed()));
        row.setMinWidth(USE_PREF_SIZE);
        group.setMinWidth(USE_PREF_SIZE);
        var foot = new VBox(4, new HBox(8, row, group));
        if (!editing.admitsGroup(spot)) {
            // A disabled button has no tooltip, and nobody reads one: the reason stands beside it.
            group.setDisable(true);
            group.setAccessibleText(group.getText() + ", " + bench.text("condition.too-deep"));
            foot.getChildren().add(Wording.wrapped(Wording.caption(bench.text("condition.too-deep"))));
        }
        foot.getStyleClass().add(root ? "condition-foot" : "condition-group-foot");
        return foot;
    }

    private Button button(String key, Runnable action) {
        var text = editing.bench().text(key);
        return spot.isRoot() ? Press.plain(text, "plus", action) : Press.link("+ " + text, action);
    }

    static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
