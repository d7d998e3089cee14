package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.designer.WholeTip;
import io.signalbox.designer.Words;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A row a flow: name and description, state, what starts it, its last run, its week, last saved.
final class FlowTable extends TableView<FlowRow> {
    /// At 100 %, in pixels.
    private static final double ROOMY = 1000;

    private static final double TIGHT = 640;
    private static final double CAPTION = 12;

    private final Words words;
    private final FlowRowWords says;
    private final Acts acts;
    private String renaming = "";
    private String filing = "";

    /// What can be done with a row.
    interface Acts {
        void open(FlowRow row);

        void rename(FlowRow row, String name);

        void file(FlowRow row, Filing filing);

        ContextMenu menu();
    }

    FlowTable(Words words, ZoneId zone, Acts acts) {
        this.words = words;
        this.says = new FlowRowWords(words, zone);
        this.acts = acts;
        setId("flows");
        getStyleClass().add("flow-table");
        Columns.fit(this);
        setRowFactory(_ -> new Row());
        widthProperty().subscribe(this::makeRoom);
    }

    Optional<FlowRow> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /// In the language of now.
    void label() {
        setAccessibleText(text("flows.title"));
        setPlaceholder(Wording.caption(text("flows.nothing-found")));
        getColumns().clear();
        getColumns().add(column("flows.name", 400, this::named));
        getColumns()
                .add(column(
                        "flows.state",
                        144,
                        row -> Wording.pill(
                                says.status(row),
                                row.status().tone(),
                                row.status().icon())));
        getColumns().add(column("flows.trigger", 200, this::started));
        getColumns().add(column("flows.last-run", 184, this::lastRun));
        getColumns().add(column("flows.week", 112, this::week));
        getColumns()
                .add(column(
                        "flows.saved",
                        160,
                        row -> Wording.caption(says.time(row.stored().savedAt()))));
        makeRoom();
        refresh();
    }

    /// In a narrow window, what starts a flow and when it was saved are told in the row's sentence and in the flow; in
    /// a very narrow one its week too.
    private void makeRoom() {
        getColumns()
                .forEach(column -> column.setVisible(
                        switch (column.getId()) {
                            case "flows.trigger", "flows.saved" -> has(ROOMY);
                            case "flows.week" -> has(TIGHT);
                            default -> true;
                        }));
    }

    /// Measured by the text, which a person may have made larger.
    private boolean has(double room) {
        return getColumns().getFirst().getGraphic() instanceof Label title
                && getWidth() >= room * title.getFont().getSize() / CAPTION;
    }

    /// Lets the person type another name in the chosen row.
    void rename() {
        chosen().ifPresent(row -> {
            renaming = row.id();
            refresh();
        });
    }

    /// Lets the person type folder and tags in the chosen row.
    void file() {
        chosen().ifPresent(row -> {
            filing = row.id();
            refresh();
        });
    }

    private void filed(FlowRow row, Optional<Filing> typed) {
        if (filing.equals(row.id())) {
            filing = "";
            refresh();
            Keyboard.giveTo(this);
            typed.filter(changed -> !changed.equals(row.stored().flow().filing()))
                    .ifPresent(changed -> acts.file(row, changed));
        }
    }

    private void renamed(FlowRow row, String name) {
        if (renaming.equals(row.id())) {
            renaming = "";
            refresh();
            Keyboard.giveTo(this);
            if (!name.isBlank() && !name.strip().equals(row.name())) {
                acts.rename(row, name.strip());
            }
        }
    }

    private String text(String key) {
        return Texts.of(FlowTable.class, words.language()).text(key);
    }

    private Node named(FlowRow row) {
        if (row.id().equals(renaming)) {
            return nameField(row);
        }
        var flow = row.stored().flow();
        if (row.id().equals(filing)) {
            return new FilingEditor(
                    flow.filing(), text("flows.file.folder"), text("flows.file.tags"), typed -> filed(row, typed));
        }
        var name = new HBox(6, WholeTip.on(Wording.strong(flow.name())));
        name.setAlignment(Pos.CENTER_LEFT);
        var tags = flow.filing().tags();
        // Where room is scarce the name has it.
        boolean chips = has(TIGHT);
        (chips ? tags : List.<String>of()).forEach(tag -> {
            var chip = Wording.pill(tag, "", "");
            chip.getStyleClass().add("flow-tag");
            name.getChildren().add(chip);
        });
        var below = Stream.of(
                        flow.filing().folder().replace("/", " › "),
                        chips ? "" : String.join(", ", tags),
                        flow.description().lines().findFirst().orElse(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        if (below.isEmpty()) {
            return name;
        }
        var both = new VBox(name, WholeTip.on(Wording.caption(below)));
        both.getStyleClass().add("flow-name");
        return both;
    }

    private Node nameField(FlowRow row) {
        var field = new TextField(row.name());
        field.setId("flow-rename");
        field.setAccessibleText(text("flows.rename"));
        field.setOnAction(_ -> renamed(row, field.getText()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                renamed(row, "");
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                renamed(row, field.getText());
            }
        });
        Keyboard.giveTo(field);
        return field;
    }

    /// What happens stands above where it happens, so that neither is cut in a narrow column.
    private Node started(FlowRow row) {
        var told = says.trigger(row.stored().flow()).split(FlowRowWords.IN, 2);
        if (told.length == 1) {
            return Wording.body(told[0]);
        }
        var both = new VBox(WholeTip.on(Wording.body(told[1])), WholeTip.on(Wording.caption(told[0])));
        both.getStyleClass().add("flow-name");
        return both;
    }

    private Node lastRun(FlowRow row) {
        return row.activity()
                .map(did -> {
                    var run = did.last();
                    var result = says.result(run);
                    var line = run.state().isFinal()
                            ? Wording.verdict(!FlowRowWords.failed(run), result)
                            : Wording.caption(result);
                    var both = new VBox(WholeTip.on(line), WholeTip.on(Wording.caption(says.time(run.startedAt()))));
                    both.getStyleClass().add("flow-name");
                    return (Node) both;
                })
                .orElseGet(() -> Wording.caption(text("flows.never")));
    }

    private Node week(FlowRow row) {
        var bars = new SparkBars(row.activity()
                .map(did -> did.days())
                .orElseGet(() ->
                        java.util.Collections.nCopies(FlowShelf.DAYS, new io.signalbox.engine.FlowActivity.Day(0, 0))));
        row.activity().ifPresent(did -> javafx.scene.control.Tooltip.install(bars, new Tip(says.week(did))));
        return bars;
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
                    acts.open(getItem());
                }
            });
        }

        @Override
        protected void updateItem(FlowRow row, boolean empty) {
            super.updateItem(row, empty);
            setAccessibleText(empty || row == null ? null : says.sentence(row));
            setContextMenu(empty ? null : acts.menu());
        }
    }
}
