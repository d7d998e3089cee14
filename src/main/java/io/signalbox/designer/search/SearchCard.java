package io.signalbox.designer.search;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// A field above a list of what was found, on a layer over the window. Arrows choose, Enter goes there, Escape puts it
/// away; the focus goes back to where it was. FX thread only.
public final class SearchCard extends StackPane {
    private static final int MOST_ROWS = 10;
    /// As high as the style sheet makes a row.
    private static final double ROW_EM = 2.571;

    private final Words words;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Find> list = new ListView<>();
    private List<Find> all = List.of();
    private @Nullable Node before;
    private boolean stays;
    private boolean going;

    public SearchCard(Words words) {
        this.words = words;
        setId("search");
        getStyleClass().add("search-layer");
        setVisible(false);
        field.setId("search-field");
        field.setLeft(Icon.of("search"));
        list.setId("search-found");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new FindCell());
        var card = new VBox(field, list);
        card.getStyleClass().add("search-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        field.textProperty().subscribe((_, _) -> filter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is && isVisible() && !going) {
                hide();
            }
        });
        list.setOnMouseClicked(_ -> go(1));
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
    }

    /// Opens over everything that can be found.
    ///
    /// @param prompt text key of what is asked for
    /// @param stepping true to stay open: Enter goes to the next one, Shift+Enter to the one before
    public void show(String prompt, List<Find> everything, boolean stepping) {
        all = everything;
        stays = stepping;
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        field.setPromptText(text(prompt));
        field.setAccessibleText(text(prompt));
        setVisible(true);
        toFront();
        field.clear();
        filter();
        Keyboard.giveTo(field);
    }

    /// More that was found out meanwhile.
    public void add(List<Find> more) {
        if (isVisible()) {
            all = Stream.concat(all.stream(), more.stream()).toList();
            filter();
        }
    }

    /// Words of this package.
    public String text(String key, Object... arguments) {
        return Texts.of(SearchCard.class, words.language()).text(key, arguments);
    }

    private void filter() {
        list.getItems().setAll(Find.matching(all, field.getText()));
        int rows = Math.clamp(list.getItems().size(), 2, MOST_ROWS);
        list.setPrefHeight(Math.ceil(rows * ROW_EM * field.getFont().getSize()) + 2);
        list.setPlaceholder(new Label(text("nothing", field.getText())));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        tell();
    }

    /// The field has the focus, so it says what is chosen.
    private void tell() {
        var chosen = list.getSelectionModel().getSelectedItem();
        field.setAccessibleHelp(
                chosen == null ? text("nothing", field.getText()) : chosen.kind() + ": " + chosen.title());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case ENTER -> go(event.isShiftDown() ? -1 : 1);
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            list.getSelectionModel()
                    .select(Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            tell();
        }
    }

    private void go(int by) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (stays) {
            // What is shown takes the focus for a moment.
            going = true;
            chosen.go().run();
            Keyboard.giveTo(field);
            going = false;
            step(by);
        } else {
            leave();
            chosen.go().run();
        }
    }

    /// Away, with the focus where it was.
    private void leave() {
        hide();
        Keyboard.giveBack(before);
    }

    private void hide() {
        setVisible(false);
    }

    private static final class FindCell extends ListCell<Find> {
        @Override
        protected void updateItem(Find find, boolean empty) {
            super.updateItem(find, empty);
            if (empty || find == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var title = new Label(find.title());
            var detail = new Label(find.detail());
            detail.getStyleClass().addAll("caption", "muted");
            detail.setMinWidth(0);
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            var kind = new Label(find.keys().isEmpty() ? find.kind() : find.keys());
            kind.getStyleClass().addAll(find.keys().isEmpty() ? "caption" : "key-chip", "muted");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(8, Icon.of(find.icon()), title, detail, kind);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(find.kind() + ": " + find.title() + " " + find.detail() + " " + find.keys());
        }
    }
}
