package io.signalbox.designer.panel;

import io.signalbox.designer.Words;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Texts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// A row a flow: name and description, state, last saved.
final class FlowTable extends TableView<StoredFlow> {
    private final Words words;

    FlowTable(Words words, Consumer<StoredFlow> open) {
        this.words = words;
        setId("flows");
        getStyleClass().add("flow-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen().ifPresent(open);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(open);
                event.consume();
            }
        });
    }

    Optional<StoredFlow> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /// In the language of now.
    void label() {
        setAccessibleText(text("flows.title"));
        setPlaceholder(Wording.caption(text("flows.none")));
        getColumns().clear();
        getColumns().add(column("flows.name", 440, FlowTable::named));
        getColumns().add(column("flows.state", 144, this::state));
        getColumns().add(column("flows.saved", 176, stored -> Wording.caption(saved(stored))));
        refresh();
    }

    private String text(String key) {
        return Texts.of(FlowTable.class, words.language()).text(key);
    }

    private static Node named(StoredFlow stored) {
        var flow = stored.flow();
        var name = Wording.strong(flow.name());
        if (flow.description().isBlank()) {
            return name;
        }
        var both = new VBox(
                name, Wording.caption(flow.description().lines().findFirst().orElse("")));
        both.getStyleClass().add("flow-name");
        return both;
    }

    private Node state(StoredFlow stored) {
        return switch (FlowList.difference(stored).orElse("draft")) {
            case "live" -> Wording.pill(text("flows.live"), "success", "check");
            case "changed" -> Wording.pill(text("flows.changed"), "warning", "pencil");
            default -> Wording.pill(text("flows.draft"), "", "");
        };
    }

    private String saved(StoredFlow stored) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(stored.savedAt().atZone(stored.flow().zone()));
    }

    private TableColumn<StoredFlow, StoredFlow> column(String key, double width, Function<StoredFlow, Node> drawn) {
        var column = new TableColumn<StoredFlow, StoredFlow>(text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(StoredFlow stored, boolean empty) {
                super.updateItem(stored, empty);
                setGraphic(empty || stored == null ? null : drawn.apply(stored));
            }
        });
        return column;
    }
}
