package io.signalbox.designer.panel;

import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.panel.OptionPicker.Option;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A new permission group where a connection needs one: a name, and the rights it begins with.
final class GroupDialog {
    private final Bench bench;
    private final Consumer<PermissionGroup> saved;
    private final DialogCard card;
    private final TextField name = new TextField();
    private final HBox message = new HBox();
    private final Button save;
    private GroupPresets preset = GroupPresets.READ_WORK_ORDERS;

    GroupDialog(Bench bench, Consumer<PermissionGroup> saved) {
        this.bench = bench;
        this.saved = saved;
        card = new DialogCard(
                bench, "shield", bench.text("group.new"), bench.text("group.hint"), bench.overlay()::dismiss);
        name.setId("group-dialog-name");
        name.setAccessibleText(bench.text("group.name"));
        name.setText(free(preset));
        name.textProperty().addListener((_, _, _) -> check());
        var presets = new OptionPicker(bench.text("group.begin"), key -> GroupPresets.of(key)
                .ifPresent(this::begin));
        presets.setId("group-dialog-preset");
        presets.show(
                List.of(GroupPresets.values()).stream()
                        .map(each -> new Option(each.key(), bench.text("group.preset." + each.key())))
                        .toList(),
                preset.key());
        card.add(labelled("group.name", name), labelled("group.begin", presets), message);
        save = Press.primary(bench.text("group.save"), "check", this::save);
        save.setId("group-dialog-save");
        save.setDefaultButton(true);
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", bench.overlay()::dismiss), save);
        check();
    }

    void open() {
        bench.overlay().show(card);
    }

    private VBox labelled(String key, Node editor) {
        var row = new VBox(Wording.strong(bench.text(key)), editor);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void begin(GroupPresets chosen) {
        boolean untouched = name.getText().equals(free(preset));
        preset = chosen;
        if (untouched) {
            name.setText(free(chosen));
        }
    }

    private String free(GroupPresets chosen) {
        return GroupPresets.free(bench.text("group.preset." + chosen.key()), names());
    }

    private List<String> names() {
        return bench.groups().allProperty().get().stream()
                .map(PermissionGroup::name)
                .toList();
    }

    private void check() {
        boolean taken = names().contains(name.getText().strip());
        message.getChildren().setAll(taken ? List.of(Wording.warning(bench.text("group.taken"))) : List.of());
        save.setDisable(taken || !PermissionGroup.isName(name.getText()));
    }

    private void save() {
        var group = PermissionGroup.of(name.getText(), preset.permissions());
        bench.groups()
                .save(
                        group,
                        () -> {
                            bench.overlay().dismiss();
                            saved.accept(group);
                        },
                        _ -> message.getChildren().setAll(Wording.verdict(false, bench.text("group.failed"))));
    }
}
