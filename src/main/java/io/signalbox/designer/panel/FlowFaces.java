package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Words;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The two faces of the list of flows, of which one is shown. Rows and choice are those of the table, shown or not.
final class FlowFaces implements Closes {
    private final FlowParts parts;
    private final FlowTable table;
    private final FlowCards cards;
    private FlowFace shown;

    FlowFaces(Words words, FlowShelf shelf, FlowParts.Acts acts) {
        parts = new FlowParts(words, shelf.zone(), acts, this::typed);
        table = new FlowTable(words, parts);
        cards = new FlowCards(words, parts, table.getItems(), table.getSelectionModel());
        shown = table;
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(cards, Priority.ALWAYS);
    }

    FlowTable table() {
        return table;
    }

    /// What stands on the page.
    Region shown() {
        return shown.whole();
    }

    /// Takes the other face, in the place of the one before. Whoever was in the one is in the other.
    ///
    /// @param page where it stands, if it does
    void turn(boolean asCards, VBox page) {
        FlowFace next = asCards ? cards : table;
        if (!next.equals(shown)) {
            int place = page.getChildren().indexOf(shown.whole());
            boolean had = shown.keys().isFocused();
            shown = next;
            shown.redraw();
            if (place >= 0) {
                page.getChildren().set(place, shown.whole());
            }
            if (had) {
                takeKeyboard();
            }
        }
    }

    void label() {
        table.label();
        cards.label();
    }

    /// With the first flow where none is chosen.
    void takeKeyboard() {
        Keyboard.giveTo(shown.keys());
        if (table.chosen().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /// True while no field is typed in and no button pressed.
    boolean isWalked(KeyEvent event) {
        return shown.keys().equals(event.getTarget());
    }

    /// Lets the name of the chosen flow be typed where it stands.
    void rename() {
        type(parts::rename);
    }

    /// The same with its folder and tags.
    void file() {
        type(parts::file);
    }

    private void type(Consumer<FlowRow> begin) {
        table.chosen().ifPresent(row -> {
            begin.accept(row);
            shown.redraw();
        });
    }

    private void typed() {
        shown.redraw();
        Keyboard.giveTo(shown.keys());
    }

    @Override
    public void close() {
        cards.close();
    }
}
