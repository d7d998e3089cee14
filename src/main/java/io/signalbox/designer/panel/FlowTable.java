package io.signalbox.designer.panel;

import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A row a flow: name and description, state, what starts it, its last run, its week, last saved.
final class FlowTable extends TableView<FlowRow> implements FlowFace {
    private static final String SERVERS = "flows.servers";

    /// At 100 %, in pixels.
    private static final double WIDE = 1200;

    private static final double ROOMY = 1000;

    private static final double TIGHT = 640;
    private static final double CAPTION = 12;

    private final Words words;
    private final FlowParts parts;

    FlowTable(Words words, FlowParts parts) {
        this.words = words;
        this.parts = parts;
        setId("flows");
        getStyleClass().add("flow-table");
        Columns.fit(this);
        setRowFactory(_ -> new Row());
        RowMenu.on(this, () -> parts.acts().menu());
        widthProperty().subscribe(this::makeRoom);
        getItems().subscribe(this::makeRoom);
    }

    Optional<FlowRow> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    @Override
    public Region whole() {
        return this;
    }

    @Override
    public Control keys() {
        return this;
    }

    @Override
    public void redraw() {
        refresh();
    }

    @Override
    public void label() {
        setAccessibleText(text("flows.title"));
        setPlaceholder(Wording.caption(text("flows.nothing-found")));
        getColumns().clear();
        // Where room is scarce the name has it, not the tags.
        getColumns().add(column("flows.name", 400, row -> parts.named(row, has(TIGHT))));
        getColumns().add(column("flows.state", 176, parts::state));
        getColumns().add(column("flows.trigger", 200, parts::started));
        getColumns().add(column("flows.last-run", 184, parts::lastRun));
        getColumns().add(column("flows.week", 112, parts::week));
        getColumns().add(column(SERVERS, 176, parts::servers));
        getColumns().add(column("flows.saved", 160, parts::saved));
        makeRoom();
        refresh();
    }

    /// In a narrow window, what starts a flow and when it was saved are told in the row's sentence and in the flow; in
    /// a very narrow one its week too. The servers are there once something was sent to one, and where there
    /// is room.
    private void makeRoom() {
        getColumns()
                .forEach(column -> column.setVisible(
                        switch (column.getId()) {
                            case "flows.trigger", "flows.saved" -> has(ROOMY);
                            case "flows.week" -> has(TIGHT);
                            case SERVERS ->
                                has(WIDE)
                                        && getItems().stream()
                                                .anyMatch(row -> !row.servers().isEmpty());
                            default -> true;
                        }));
    }

    /// Measured by the text, which a person may have made larger.
    private boolean has(double room) {
        return getColumns().getFirst().getGraphic() instanceof Label title
                && getWidth() >= room * title.getFont().getSize() / CAPTION;
    }

    private String text(String key) {
        return Texts.of(FlowTable.class, words.language()).text(key);
    }

    private TableColumn<FlowRow, FlowRow> column(String key, double width, Function<FlowRow, Node> drawn) {
        var column = Columns.of(text(key), width, drawn);
        column.setId(key);
        if (key.equals("flows.state")) {
            // Its words are names, which are never cut.
            column.prefWidthProperty().subscribe(pref -> column.setMinWidth(pref.doubleValue()));
        }
        return column;
    }

    private final class Row extends TableRow<FlowRow> {
        Row() {
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    parts.acts().open(getItem());
                }
            });
        }

        @Override
        protected void updateItem(FlowRow row, boolean empty) {
            super.updateItem(row, empty);
            setAccessibleText(empty || row == null ? null : parts.says().sentence(row));
        }
    }
}
