package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.flow.LookupTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A table of two columns, edited in place or pasted from a sheet, with a row for anything else at its foot.
final class LookupGrid extends VBox {
    /// Rows on screen; longer tables keep the rest unseen.
    private static final int MOST = 200;

    private record Row(TextField code, TextField words) {}

    private final Bench bench;
    private final LookupTable before;
    private final BiConsumer<LookupTable, String> changed;
    private final GridPane grid = new GridPane(8, 4);
    private final List<Row> rows = new ArrayList<>();
    private final TextField otherwise = new TextField();
    private final Typing typing;

    /// @param changed gets the whole table and the gesture of the typing
    LookupGrid(Bench bench, LookupTable table, BiConsumer<LookupTable, String> changed) {
        this.bench = bench;
        before = table;
        this.changed = changed;
        typing = new Typing(this);
        getStyleClass().add("lookup-grid");
        setSpacing(8);
        table.rows().entrySet().stream().limit(MOST).forEach(row -> add(row.getKey(), row.getValue()));
        if (rows.isEmpty()) {
            add("", "");
        }
        otherwise.setText(table.otherwise().orElse(""));
        otherwise.setId("lookup-otherwise");
        otherwise.setAccessibleText(bench.text("lookup.otherwise"));
        otherwise.textProperty().addListener((_, _, _) -> tell());
        HBox.setHgrow(otherwise, Priority.ALWAYS);
        grid.setId("lookup-grid");
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(176);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "panel-scroll");
        var more = Press.link("+ " + bench.text("lookup.row"), () -> {
            add("", "");
            draw();
            Keyboard.giveTo(rows.getLast().code());
        });
        more.setId("lookup-add");
        var paste = Press.link(bench.text("lookup.paste"), () -> {
            var text = Clipboard.getSystemClipboard().getString();
            if (text != null && !text.isBlank()) {
                paste(rows.size(), text);
            }
        });
        paste.setId("lookup-paste");
        var foot = new HBox(8, Wording.caption(bench.text("lookup.otherwise")), otherwise);
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(scroll, foot, new HBox(8, more, paste));
        draw();
    }

    private void add(String code, String words) {
        var row = new Row(cell(code, "lookup.code"), cell(words, "lookup.words"));
        rows.add(row);
    }

    private TextField cell(String text, String name) {
        var cell = new TextField(text);
        cell.setPromptText(bench.text(name));
        cell.setAccessibleText(bench.text(name));
        cell.textProperty().addListener((_, _, _) -> tell());
        cell.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var pasted = Clipboard.getSystemClipboard().getString();
            if (event.isShortcutDown()
                    && event.getCode() == KeyCode.V
                    && pasted != null
                    && (pasted.contains("\t") || pasted.strip().contains("\n"))) {
                paste(index(cell), pasted);
                event.consume();
            }
        });
        return cell;
    }

    private int index(TextField cell) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).code().equals(cell) || rows.get(at).words().equals(cell)) {
                return at;
            }
        }
        return rows.size();
    }

    /// Rows of a sheet: code and words with a tab, a semicolon or a comma between them. A row left blank makes place.
    void paste(int from, String text) {
        int at = from;
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            var cells = line.split(line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",", 2);
            if (at < rows.size()) {
                rows.set(at, new Row(cell(cells[0].strip(), "lookup.code"), cell(second(cells), "lookup.words")));
            } else {
                add(cells[0].strip(), second(cells));
            }
            at++;
        }
        rows.removeIf(
                row -> row.code().getText().isBlank() && row.words().getText().isBlank());
        draw();
        tell();
    }

    private static String second(String... cells) {
        return cells.length > 1 ? cells[1].strip() : "";
    }

    private void draw() {
        grid.getChildren().clear();
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            row.code().setId("lookup-code-" + at);
            row.words().setId("lookup-words-" + at);
            GridPane.setHgrow(row.code(), Priority.ALWAYS);
            GridPane.setHgrow(row.words(), Priority.ALWAYS);
            var remove = Press.tiny(bench.text("lookup.delete", at + 1), () -> {
                rows.remove(row);
                draw();
                tell();
                Keyboard.giveTo(grid);
            });
            grid.addRow(at, row.code(), row.words(), remove);
        }
    }

    private void tell() {
        var made = new LinkedHashMap<String, String>();
        for (var row : rows) {
            if (!row.code().getText().isBlank()) {
                made.put(row.code().getText().strip(), row.words().getText());
            }
        }
        before.rows().entrySet().stream().skip(MOST).forEach(row -> made.putIfAbsent(row.getKey(), row.getValue()));
        var foot = otherwise.getText();
        changed.accept(
                new LookupTable(made, foot.isEmpty() ? Optional.empty() : Optional.of(foot), before.extra()),
                typing.gesture());
    }
}
