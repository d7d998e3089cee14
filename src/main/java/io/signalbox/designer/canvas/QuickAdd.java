package io.signalbox.designer.canvas;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.CustomTextField;

/// The search for what to add, where it is to be added: type, choose with the arrows, Enter. Knows nothing of flows.
final class QuickAdd implements AutoCloseable {
    private static final double ROW = 36;
    private static final int ROWS = 7;
    private static final double EDGE = 2;

    private final Popup popup = new Popup();
    private final CustomTextField search = new CustomTextField();
    private final ListView<PaletteItem> list = new ListView<>();
    private final Label nothing = new Label();
    private final VBox card = new VBox(search, list, nothing);
    private final Words words;
    private final PaletteItems items;
    private final Subscription watching;
    private List<PaletteItem> legal = List.of();
    private Consumer<PaletteItem> onChosen = _ -> {};
    private Runnable onHidden = () -> {};
    /// No key was pressed since the search was opened.
    private boolean fresh;

    QuickAdd(Words words, PaletteItems items) {
        this.words = words;
        this.items = items;
        card.getStyleClass().add("quick-add");
        card.setId("quick-add");
        search.setId("quick-add-search");
        search.setLeft(Icon.of("search"));
        search.promptTextProperty().bind(words.bound("palette.search"));
        search.accessibleTextProperty().bind(words.bound("palette.search"));
        list.setId("quick-add-list");
        list.accessibleTextProperty().bind(words.bound("palette.name"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        nothing.getStyleClass().add("palette-nothing");
        nothing.setWrapText(true);
        nothing.managedProperty().bind(nothing.visibleProperty());
        list.managedProperty().bind(list.visibleProperty());
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        card.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        // What is typed here must not reach the canvas below, which has single letters of its own.
        card.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        popup.getContent().add(card);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setOnHidden(_ -> onHidden.run());
        watching = search.textProperty().subscribe(this::fill);
    }

    /// @param at on the screen
    /// @param offered what may be added here
    /// @param chosen told once what the person chose
    /// @param hidden run when the search is over, whatever came of it
    void show(Node owner, Point2D at, List<PaletteItem> offered, Consumer<PaletteItem> chosen, Runnable hidden) {
        popup.hide();
        legal = List.copyOf(offered);
        onChosen = chosen;
        onHidden = hidden;
        search.clear();
        fill();
        fresh = true;
        popup.show(owner, at.getX(), at.getY());
        Keyboard.giveTo(search);
    }

    boolean isOpen() {
        return popup.isShowing();
    }

    @Override
    public void close() {
        onHidden = () -> {};
        popup.hide();
        watching.unsubscribe();
        search.promptTextProperty().unbind();
        search.accessibleTextProperty().unbind();
        list.accessibleTextProperty().unbind();
    }

    private void fill() {
        var found = legal.stream()
                .filter(item -> items.answers(item, search.getText()))
                .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(ROW * Math.min(ROWS, found.size()) + EDGE);
        list.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.setText(words.text("palette.nothing", search.getText()));
    }

    /// The letter that opened the search is not meant for it.
    private void typed(KeyEvent event) {
        if (fresh) {
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        fresh = false;
        switch (event.getCode()) {
            case DOWN, KP_DOWN -> turn(1);
            case UP, KP_UP -> turn(-1);
            case ENTER -> choose();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().select(next);
            list.scrollTo(next);
        }
    }

    private void choose() {
        var item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            var tell = onChosen;
            popup.hide();
            tell.accept(item);
        }
    }

    private final class Row extends ListCell<PaletteItem> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected void updateItem(PaletteItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setId(null);
            getStyleClass().removeIf(style -> style.startsWith("kind-"));
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            setId("quick-add-" + item.id());
            getStyleClass().add("kind-" + item.kind());
            var tile = new StackPane(Icon.drawn(item.icon(), "icon-16"));
            tile.getStyleClass().addAll("tile", "small");
            var name = new Label(item.name());
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var kind = new Label(items.kindOf(item));
            kind.getStyleClass().add("quick-add-kind");
            kind.setMinWidth(USE_PREF_SIZE);
            var line = new HBox(tile, name, kind);
            line.getStyleClass().add("quick-add-row");
            setGraphic(line);
            setAccessibleText(words.text("palette.spoken", items.kindOf(item), item.name()));
        }
    }
}
