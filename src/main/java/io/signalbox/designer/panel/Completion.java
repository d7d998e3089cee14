package io.signalbox.designer.panel;

import io.signalbox.flow.Folded;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Offers values seen before below a text field while it is typed in, and after them what the service knows, which
/// comes a moment behind; a quiet line says when it could not be asked. Down goes into the list and Enter takes from
/// it;
/// as long as nothing in it is chosen, the field keeps its own Enter, so that what was typed stays what was meant.
final class Completion implements AutoCloseable {
    private static final int MOST = 8;
    private static final double ROW = 32;
    private static final Duration PAUSE = Duration.millis(250);

    private final TextField field;
    private final Supplier<List<Observed.Seen>> seen;
    private final Live live;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Label note = new Label();
    private final Popup popup = new Popup();
    private final ListView<Observed.Seen> list = new ListView<>();
    private final EventHandler<KeyEvent> onKey = this::key;
    private final Subscription watching;
    private boolean taking;

    /// Asks what else is called so.
    @FunctionalInterface
    interface Live {
        void ask(String typed, Consumer<Suggestions.Offer> done);
    }

    Completion(TextField field, Supplier<List<Observed.Seen>> seen, Live live) {
        this.field = field;
        this.seen = seen;
        this.live = live;
        note.getStyleClass().addAll("completion-note", "caption", "muted");
        note.setWrapText(true);
        list.getStyleClass().add("completion");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Name());
        list.setFixedCellSize(ROW);
        list.setOnMouseClicked(_ -> take());
        var box = new VBox(list, note);
        box.getStyleClass().add("completion-box");
        PanelSheet.dress(box);
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
        // The click that closes the list is meant for what lies under it.
        popup.setConsumeAutoHidingEvents(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
        watching = field.textProperty()
                .subscribe((_, text) -> offer(text))
                .and(field.focusedProperty().subscribe(focused -> {
                    if (!focused) {
                        pause.stop();
                        popup.hide();
                    }
                }));
    }

    @Override
    public void close() {
        pause.stop();
        watching.unsubscribe();
        field.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
        popup.hide();
    }

    private void offer(String text) {
        pause.stop();
        boolean idle = taking || !field.isFocused();
        show(idle ? List.of() : matching(text), "");
        if (!idle && !text.isBlank()) {
            pause.setOnFinished(_ -> live.ask(text.strip(), offer -> add(text, offer)));
            pause.play();
        }
    }

    /// What came too late for what stands there now is left.
    private void add(String text, Suggestions.Offer offer) {
        if (!field.isFocused() || !field.getText().equals(text) || isWhole(text, offer.seen())) {
            return;
        }
        var all = new LinkedHashMap<Value, Observed.Seen>();
        matching(text).forEach(each -> all.put(id(each), each));
        offer.seen().forEach(each -> all.putIfAbsent(id(each), each));
        show(all.values().stream().limit(MOST).toList(), offer.note());
    }

    private static Value id(Observed.Seen seen) {
        var id = seen.value().at("id");
        return id.isMissing() ? seen.value() : id;
    }

    private void show(List<Observed.Seen> found, String said) {
        var chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        if (chosen != null && found.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        }
        shown(list, !found.isEmpty());
        note.setText(said);
        shown(note, !said.isEmpty());
        if ((found.isEmpty() && said.isEmpty()) || field.getScene() == null) {
            popup.hide();
            return;
        }
        double width = Math.max(200, field.getWidth());
        list.setPrefSize(width, found.size() * ROW + 8);
        note.setMaxWidth(width);
        if (!popup.isShowing()) {
            var below = field.localToScreen(0, field.getHeight() + 2);
            popup.show(field, below.getX(), below.getY());
        }
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static boolean isWhole(String text, List<Observed.Seen> all) {
        var typed = Folded.of(text.strip());
        return all.stream().anyMatch(each -> Folded.of(each.text()).equals(typed));
    }

    /// What was typed to its end needs no help, and a list would only lie over the next button.
    private List<Observed.Seen> matching(String text) {
        var typed = Folded.of(text.strip());
        var all = seen.get();
        if (typed.isEmpty() || isWhole(text, all)) {
            return List.of();
        }
        return all.stream()
                .filter(each -> Folded.of(each.full()).contains(typed))
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
