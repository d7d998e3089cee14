package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Words;
import io.signalbox.flow.Folded;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.CustomTextField;

/// What can be added, in groups, found by name. Dragging is the window's business, since it leaves the palette.
public final class PaletteView extends VBox implements AutoCloseable {
    private final Words words;
    private final PaletteItems items;
    private final CustomTextField search = new CustomTextField();
    private final VBox list = new VBox();
    private final Consumer<PaletteItem> onAdd;
    private final ScrollPane scroll = new ScrollPane();
    private final Subscription watching;
    private Subscription following = Subscription.EMPTY;
    private Optional<FlowSession> session = Optional.empty();

    /// @param onAdd told what a person chose by double-click or Enter
    public PaletteView(Words words, Connectors connectors, Consumer<PaletteItem> onAdd) {
        this.words = words;
        items = new PaletteItems(words, connectors);
        this.onAdd = onAdd;
        setId("palette");
        getStyleClass().add("palette");
        accessibleTextProperty().bind(words.bound("palette.name"));
        search.setId("palette-search");
        search.setLeft(Icon.of("search"));
        search.promptTextProperty().bind(words.bound("palette.search"));
        search.accessibleTextProperty().bind(words.bound("palette.search"));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.getStyleClass().add("palette-list");
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        watching = Subscription.combine(
                words.textsProperty().subscribe(this::fill),
                search.textProperty().subscribe(this::fill));
        fill();
    }

    /// Shows what can be added to this flow from now on; nothing is refused while none is open.
    public void follow(Optional<FlowSession> open) {
        following.unsubscribe();
        session = open;
        following = open.map(some -> some.meaningProperty().subscribe((_, _) -> judge()))
                .orElse(Subscription.EMPTY);
        judge();
    }

    private void judge() {
        rows().forEach(row -> row.refuse(session.flatMap(open -> Unusable.reason(row.item(), open.flow(), words))));
    }

    /// Puts the cursor into the search field.
    public void focusSearch() {
        Keyboard.giveTo(search);
        search.selectAll();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        following.unsubscribe();
    }

    private void fill() {
        list.getChildren().clear();
        var above = "";
        var wanted = Folded.of(search.getText().strip());
        for (var kind : PaletteItems.KINDS) {
            var found = items.of(kind).stream()
                    .filter(item -> Folded.of(item.name()).contains(wanted))
                    .toList();
            if (!found.isEmpty()) {
                var group = items.group(kind);
                if (!group.equals(above)) {
                    var head = new Label(group);
                    head.getStyleClass().add("palette-group");
                    list.getChildren().add(head);
                }
                above = group;
                found.forEach(item -> list.getChildren().add(row(item)));
            }
        }
        if (list.getChildren().isEmpty()) {
            var nothing = new Label(words.text("palette.nothing", search.getText()));
            nothing.getStyleClass().add("palette-nothing");
            nothing.setWrapText(true);
            list.getChildren().add(nothing);
        }
        judge();
    }

    private PaletteRow row(PaletteItem item) {
        var row = new PaletteRow(item, items.spoken(item));
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                onAdd.accept(item);
            }
        });
        row.setOnKeyPressed(event -> rowKey(row, event));
        row.focusedProperty().subscribe(focused -> {
            if (focused) {
                bringIntoView(row);
            }
        });
        return row;
    }

    private void bringIntoView(PaletteRow row) {
        var seen = scroll.getViewportBounds().getHeight();
        var room = list.getHeight() - seen;
        if (room <= 0) {
            return;
        }
        var place = row.getBoundsInParent();
        var top = scroll.getVvalue() * room;
        if (place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / room);
        } else if (place.getMaxY() > top + seen) {
            scroll.setVvalue((place.getMaxY() - seen) / room);
        }
    }

    private void rowKey(PaletteRow row, KeyEvent event) {
        var rows = rows();
        int at = rows.indexOf(row);
        switch (event.getCode()) {
            case ENTER, SPACE -> onAdd.accept(row.item());
            case DOWN -> Keyboard.giveTo(rows.get(Math.min(rows.size() - 1, at + 1)));
            case UP -> {
                if (at == 0) {
                    Keyboard.giveTo(search);
                } else {
                    Keyboard.giveTo(rows.get(at - 1));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void searchKey(KeyEvent event) {
        var rows = rows();
        if (event.getCode() == KeyCode.DOWN && !rows.isEmpty()) {
            Keyboard.giveTo(rows.getFirst());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !rows.isEmpty()) {
            var first = rows.getFirst().item();
            search.clear();
            onAdd.accept(first);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private List<PaletteRow> rows() {
        return list.getChildren().stream()
                .filter(PaletteRow.class::isInstance)
                .map(PaletteRow.class::cast)
                .toList();
    }
}
