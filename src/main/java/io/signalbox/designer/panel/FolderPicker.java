package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Narrows the list of flows to a folder and those below it. Not there while no flow lies in one.
final class FolderPicker extends MenuButton {
    private static final String INDENT = "    ";

    private final Runnable changed;
    private String chosen = "";
    private String everywhere = "";
    private String name = "";
    private TreeSet<String> folders = new TreeSet<>();

    /// @param changed run when another folder is chosen
    FolderPicker(Runnable changed) {
        this.changed = changed;
        setId("flow-folders");
        setGraphic(Icon.of("layers"));
        setMnemonicParsing(false);
        draw();
    }

    /// Empty for all flows.
    String chosen() {
        return chosen;
    }

    /// In the language of now.
    void label(String name, String all) {
        everywhere = all;
        this.name = name;
        draw();
    }

    /// @param used the folder of each flow
    void show(List<String> used) {
        var all = new TreeSet<String>();
        for (var folder : used) {
            for (int end = folder.length(); end > 0; end = folder.lastIndexOf('/', end - 1)) {
                all.add(folder.substring(0, end));
            }
        }
        if (!all.equals(folders)) {
            folders = all;
            draw();
        }
        if (!folders.contains(chosen)) {
            choose("");
        }
    }

    private void draw() {
        setText(chosen.isEmpty() ? everywhere : chosen);
        setAccessibleText(name + ", " + getText());
        setTooltip(new Tip(getAccessibleText()));
        setVisible(!folders.isEmpty());
        setManaged(!folders.isEmpty());
        var group = new ToggleGroup();
        getItems().setAll(item("", everywhere, group));
        for (var folder : folders) {
            int depth = (int) folder.chars().filter(each -> each == '/').count();
            var name = folder.substring(folder.lastIndexOf('/') + 1);
            getItems().add(item(folder, INDENT.repeat(depth) + name, group));
        }
    }

    private RadioMenuItem item(String folder, String name, ToggleGroup group) {
        var item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(folder.equals(chosen));
        item.setOnAction(_ -> choose(folder));
        return item;
    }

    /// Also before the folders are known.
    void choose(String folder) {
        if (!folder.equals(chosen)) {
            chosen = folder;
            draw();
            changed.run();
        }
    }
}
