package io.signalbox.designer.panel;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.control.skin.CheckBoxSkin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.control.skin.ToggleButtonSkin;
import javafx.scene.control.skin.TreeCellSkin;
import javafx.scene.control.skin.TreeViewSkin;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// What the first panel of a day would otherwise make the FX thread wait for: one of each control that panels are made
/// of, with its looks, so that its classes are loaded and linked before they are needed.
public final class FirstOpening {
    private static final String JSON = "{\"name\": [1, true, null, \"text\"]}";

    private FirstOpening() {}

    /// Makes them and throws them away. May run on any thread while a window is shown; they never belong to one.
    ///
    /// @return how many there were
    public static int rehearse() {
        var area = new JsonArea("");
        area.put(JsonArea.document(JSON));
        var scroll = new VirtualizedScrollPane<>(area);
        var skins = skins();
        skins.forEach(skin -> skin.getSkinnable().setSkin(skin));
        return skins.size() + scroll.getChildrenUnmodifiable().size();
    }

    private static List<SkinBase<? extends Control>> skins() {
        var table = new TableView<String>();
        table.getColumns().add(new TableColumn<>());
        return Stream.<SkinBase<? extends Control>>of(
                        new LabelSkin(new Label()),
                        new ButtonSkin(new Button()),
                        new ToggleButtonSkin(new ToggleButton()),
                        new CheckBoxSkin(new CheckBox()),
                        new TextFieldSkin(new TextField()),
                        new TextAreaSkin(new TextArea()),
                        new ScrollPaneSkin(new ScrollPane()),
                        new ComboBoxListViewSkin<>(new ComboBox<String>()),
                        new ListViewSkin<>(new ListView<String>()),
                        new TreeViewSkin<>(new TreeView<>(new TreeItem<>(JSON))),
                        new TreeCellSkin<>(new TreeCell<String>()),
                        new TableViewSkin<>(table))
                .toList();
    }
}
