package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A connection in the list: its service's mark, its name, who uses it, how it is.
final class ConnectionCell extends ListCell<ConnectionRow> {
    private final Bench bench;
    private final FlowRowWords says;

    ConnectionCell(Bench bench) {
        this.bench = bench;
        this.says = new FlowRowWords(bench.words(), bench.zone());
        // As wide as the list: what is too long is shortened instead of scrolled.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConnectionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var account = row.account();
        var health = row.health(bench);
        var name = WholeTip.on(Wording.strong(account.name()));
        var below = health == ConnectionRow.Health.FAILED || health == ConnectionRow.Health.LACKING
                ? bench.text(health.key())
                : used(row);
        var words = new VBox(name, WholeTip.on(Wording.caption(below)));
        words.getStyleClass().add("flow-name");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var mark = Icon.of(health.icon(), "icon-16", health.tone().isEmpty() ? "tone-muted" : "tone-" + health.tone());
        var line = new HBox(12, ConnectionForm.tile(bench, account.type()), words, mark);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setAccessibleText(Stream.of(
                        account.name(),
                        bench.service(account.type()),
                        account.group().isEmpty() ? "" : bench.text("connection.group") + " " + account.group(),
                        used(row),
                        bench.text(health.key()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", ")));
    }

    private String used(ConnectionRow row) {
        if (row.users().isEmpty()) {
            return bench.service(row.account().type()) + " · " + bench.text("connections.unused");
        }
        var flows = bench.counted("connections.users", row.users().size());
        return row.lastUsed().map(at -> flows + ", " + says.when(at)).orElse(flows);
    }
}
