package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// The list at the left of a page: what is listed, the button that makes another one, a search and the list itself.
///
/// @param <T> what is listed
final class MasterList<T> extends VBox {
    private final Function<T, Line> drawn;
    private final CustomTextField search = new CustomTextField();
    private final ListView<T> list = new ListView<>();

    /// How one of them looks.
    ///
    /// @param mark at the end of the line; none where there is nothing to say
    record Line(Node tile, String title, String below, String spoken, Optional<Node> mark) {
        Line(Node tile, String title, String below, String spoken) {
            this(tile, title, below, spoken, Optional.empty());
        }
    }

    /// What the page does with it.
    ///
    /// @param typed run when another text stands in the search
    record Acts<T>(Consumer<T> chosen, Runnable typed) {}

    /// @param key of the page: the list's id, and what its texts begin with
    /// @param create makes another one; has its id and its name
    MasterList(Bench bench, String key, ButtonBase create, Function<T, Line> drawn, Acts<T> acts) {
        this.drawn = drawn;
        getStyleClass().add("master");
        var title = Wording.wrapped(Wording.section(bench.text(key + ".title")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        create.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(8, title, create);
        head.setAlignment(Pos.CENTER_LEFT);
        search.setId(key + "-search");
        search.setLeft(Icon.of("search"));
        search.setPromptText(bench.text(key + ".search"));
        search.setAccessibleText(bench.text(key + ".search"));
        search.textProperty().addListener((_, _, _) -> acts.typed().run());
        list.setId(key);
        list.setAccessibleText(bench.text(key + ".title"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Wording.wrapped(Wording.caption(bench.text(key + ".none"))));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null) {
                acts.chosen().accept(item);
            }
        });
        var top = new VBox(16, head, search);
        top.getStyleClass().add("master-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(top, list);
    }

    /// Puts below the list what can be done with the chosen one.
    void below(ButtonBase act) {
        var row = new HBox(8, act);
        row.getStyleClass().add("master-below");
        getChildren().add(row);
    }

    /// True when the words contain what is searched.
    boolean finds(String words) {
        return words.toLowerCase(Locale.ROOT).contains(search.getText().strip().toLowerCase(Locale.ROOT));
    }

    /// What is the same keeps its place and its choice.
    void show(List<T> items) {
        if (!list.getItems().equals(items)) {
            list.getItems().setAll(items);
        }
    }

    List<T> items() {
        return list.getItems();
    }

    void choose(T item) {
        list.getSelectionModel().select(item);
    }

    void chooseNone() {
        list.getSelectionModel().clearSelection();
    }

    /// Shows all of them.
    void seekNothing() {
        search.clear();
    }

    /// Draws them anew, for what they say has changed.
    void refresh() {
        list.refresh();
    }

    TextField search() {
        return search;
    }

    private final class Cell extends ListCell<T> {
        Cell() {
            // As wide as the list: what is too long is shortened instead of scrolled.
            setPrefWidth(0);
        }

        /// As high as its line is at this width: a skin asks for the height before the text is wrapped.
        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null || width < 0
                    ? super.computePrefHeight(width)
                    : snappedTopInset()
                            + getGraphic().prefHeight(width - snappedLeftInset() - snappedRightInset())
                            + snappedBottomInset();
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var said = drawn.apply(item);
            var below = WholeTip.on(Wording.caption(said.below()));
            below.setWrapText(true);
            var words = new VBox(WholeTip.on(Wording.strong(said.title())), below);
            words.getStyleClass().add("flow-name");
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(12, said.tile(), words);
            said.mark().ifPresent(line.getChildren()::add);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(said.spoken());
        }
    }
}
