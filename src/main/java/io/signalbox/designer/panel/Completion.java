package io.signalbox.designer.panel;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Offers values seen before below a text field while it is typed in. Down goes into the list and Enter takes from it;
/// as long as nothing in it is chosen, the field keeps its own Enter, so that what was typed stays what was meant.
final class Completion implements AutoCloseable {
    private static final int MOST = 8;
    private static final double ROW = 32;

    private final TextField field;
    private final Supplier<List<Observed.Seen>> seen;
    private final Popup popup = new Popup();
    private final ListView<Observed.Seen> list = new ListView<>();
    private final EventHandler<KeyEvent> onKey = this::key;
    private final Subscription watching;
    private boolean taking;

    Completion(TextField field, Supplier<List<Observed.Seen>> seen) {
        this.field = field;
        this.seen = seen;
        list.getStyleClass().add("completion");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Name());
        list.setFixedCellSize(ROW);
        list.setOnMouseClicked(_ -> take());
        PanelSheet.dress(list);
        popup.getContent().setAll(list);
        popup.setAutoHide(true);
        // The click that closes the list is meant for what lies under it.
        popup.setConsumeAutoHidingEvents(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
        watching = field.textProperty()
                .subscribe((_, text) -> offer(text))
                .and(field.focusedProperty().subscribe(focused -> {
                    if (!focused) {
                        popup.hide();
                    }
                }));
    }

    @Override
    public void close() {
        watching.unsubscribe();
        field.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
        popup.hide();
    }

    private void offer(String text) {
        var found = taking || !field.isFocused() ? List.<Observed.Seen>of() : matching(text);
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        if (found.isEmpty() || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefSize(Math.max(200, field.getWidth()), found.size() * ROW + 8);
        if (!popup.isShowing()) {
            var below = field.localToScreen(0, field.getHeight() + 2);
            popup.show(field, below.getX(), below.getY());
        }
    }

    /// What was typed to its end needs no help, and a list would only lie over the next button.
    private List<Observed.Seen> matching(String text) {
        var typed = text.strip().toLowerCase(Locale.ROOT);
        var all = seen.get();
        if (typed.isEmpty()
                || all.stream()
                        .anyMatch(each -> each.text().toLowerCase(Locale.ROOT).equals(typed))) {
            return List.of();
        }
        return all.stream()
                .filter(each -> each.full().toLowerCase(Locale.ROOT).contains(typed))
                .limit(MOST)
                .toList();
    }

    private void key(KeyEvent event) {
        if (!popup.isShowing() || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN ->
                list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
            case UP -> list.getSelectionModel().clearAndSelect(Math.max(0, at - 1));
            case ESCAPE -> popup.hide();
            case ENTER -> {
                if (at < 0) {
                    popup.hide();
                    return;
                }
                take();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            taking = true;
            field.setText(chosen.text());
            field.end();
            taking = false;
        }
    }

    private static final class Name extends ListCell<Observed.Seen> {
        @Override
        protected void updateItem(Observed.@Nullable Seen seen, boolean empty) {
            super.updateItem(seen, empty);
            setText(empty || seen == null ? null : seen.full());
        }
    }
}
