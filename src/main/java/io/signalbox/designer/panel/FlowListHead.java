package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Segments;
import io.signalbox.designer.Tip;
import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// Above the list: what it is, the search, where a flow can come from, and what can be done with the chosen one.
final class FlowListHead extends VBox {
    private record Act(String action, String icon, String id) {}

    /// A paused flow goes on or is given up; any other has one switch.
    private static final String OFF = "flows.off";

    private static final List<Act> ACTS = List.of(
            new Act("flows.open", "right", "flow-open"),
            new Act("flows.rename", "pencil", "flow-rename-button"),
            new Act("flows.file", "layers", "flow-file"),
            new Act("flows.duplicate", "copy", "flow-duplicate"),
            new Act("flows.export", "upload", "flow-export"),
            new Act("flows.switch", "off", "flow-switch"),
            new Act(OFF, "stop", "flow-off"),
            new Act("flows.delete", "cross", "flow-delete"));

    private final Words words;
    private final Consumer<String> act;
    private final CustomTextField search = new CustomTextField();
    private final FlowPane acts = new FlowPane(8, 8);
    private final FolderPicker folders;
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final Consumer<Boolean> face;
    private Segments faces = new Segments();
    private boolean cards;

    /// @param searched run when other rows are looked for
    /// @param act told the text key of what is to be done
    /// @param down run when the person goes from the search to the rows
    /// @param face told true for cards, false for the table
    FlowListHead(Words words, Runnable searched, Consumer<String> act, Runnable down, Consumer<Boolean> face) {
        super(16);
        this.words = words;
        this.act = act;
        this.face = face;
        folders = new FolderPicker(searched);
        search.setId("flow-search");
        search.setLeft(Icon.of("search"));
        search.textProperty().subscribe((_, _) -> searched.run());
        search.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case DOWN, ENTER -> down.run();
                case ESCAPE -> {
                    search.clear();
                    down.run();
                }
                default -> {
                    return;
                }
            }
            event.consume();
        });
        acts.setAlignment(Pos.CENTER_LEFT);
    }

    FlowSearch search() {
        return new FlowSearch(folders.chosen(), search.getText());
    }

    /// @param used the folder of each flow
    void showFolders(List<String> used) {
        folders.show(used);
    }

    void chooseFolder(String folder) {
        folders.choose(folder);
    }

    /// Marks which of the two faces is shown.
    void showFace(boolean asCards) {
        cards = asCards;
        for (int at = 0; at < faces.getButtons().size(); at++) {
            faces.getButtons().get(at).setSelected(cards == (at == 1));
        }
    }

    private Segments faces() {
        return new Segments()
                .with("flow-face-table", text("flows.face.table"), "rows", !cards, () -> face.accept(false))
                .with("flow-face-cards", text("flows.face.cards"), "grid", cards, () -> face.accept(true));
    }

    /// Goes on with what was typed in the list.
    void type(String typed) {
        Keyboard.giveTo(search);
        search.appendText(typed);
        search.end();
    }

    /// In the language of now.
    void label() {
        search.setPromptText(text("flows.search"));
        search.setAccessibleText(text("flows.search"));
        search.setPrefWidth(240);
        folders.label(text("flows.folders"), text("flows.folders.all"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var create = Press.primary(text("flows.new"), "plus", () -> act.accept("flows.new"));
        create.setId("flow-new");
        create.setMinWidth(Region.USE_PREF_SIZE);
        faces = faces();
        faces.setAccessibleText(text("flows.face"));
        var top = new HBox(8, title(), gap, faces, folders, search, from(), create);
        top.setAlignment(Pos.CENTER_LEFT);
        acts.getChildren().setAll(ACTS.stream().map(this::button).toList());
        getChildren().setAll(top, acts);
    }

    Label title() {
        var title = new Label(text("flows.title"));
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }

    private MenuButton from() {
        var from = new MenuButton(text("flows.from"), Icon.of("download"));
        from.setId("flow-from");
        from.setAccessibleText(from.getText());
        from.setTooltip(new Tip(from.getText()));
        from.setMinWidth(Region.USE_PREF_SIZE);
        from.getItems()
                .setAll(
                        item("flows.example", "flow-example"),
                        item("flows.samples", "flow-samples"),
                        item("flows.import", "flow-import"),
                        item("flows.paste", "flow-paste"),
                        new SeparatorMenuItem(),
                        item("flows.welcome", "flow-welcome"),
                        item("window.new", "flow-window"));
        return from;
    }

    private MenuItem item(String action, String id) {
        var item = new MenuItem(text(action));
        item.setId(id);
        item.setOnAction(_ -> act.accept(action));
        return item;
    }

    private Button button(Act each) {
        var button = Press.plain(text(each.action()), each.icon(), () -> act.accept(each.action()));
        button.setId(each.id());
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (each.action().equals(OFF)) {
            button.visibleProperty().bind(paused);
            button.managedProperty().bind(paused);
        }
        return button;
    }

    /// What can be done with that row; nothing without one.
    void show(Optional<FlowRow> row) {
        paused.set(row.filter(FlowRow::isPaused).isPresent());
        for (var child : acts.getChildren()) {
            child.setDisable(row.isEmpty());
            if ("flow-switch".equals(child.getId()) && child instanceof Button turn) {
                turn.setText(text(switchKey(row)));
                turn.setAccessibleText(turn.getText());
            }
        }
    }

    private static String switchKey(Optional<FlowRow> row) {
        return row.filter(FlowRow::isPaused).isPresent()
                ? "flows.resume"
                : row.filter(FlowRow::isOn).isPresent() ? "flows.switch-off" : "flows.switch";
    }

    ContextMenu menu() {
        var menu = new ContextMenu();
        for (var each : ACTS) {
            var item = new MenuItem(text(each.action()), FlowList.icon(each.icon()));
            item.setOnAction(_ -> act.accept(each.action()));
            if (each.action().equals(OFF)) {
                item.visibleProperty().bind(paused);
            }
            menu.getItems().add(item);
        }
        return menu;
    }

    private String text(String key) {
        return Texts.of(FlowListHead.class, words.language()).text(key);
    }
}
