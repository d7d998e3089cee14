package io.signalbox.designer.panel;

import io.signalbox.connector.Connector;
import io.signalbox.designer.WholeTip;
import java.util.Comparator;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Of which service the new connection is: a tile for each, those that their vendor has closed last, and only for who
/// asks for them.
final class ServiceTiles extends VBox {
    private final Bench bench;
    private final Consumer<Connector> chosen;
    private final FlowPane tiles = new FlowPane(16, 16);

    ServiceTiles(Bench bench, Consumer<Connector> chosen) {
        super(16);
        this.bench = bench;
        this.chosen = chosen;
        getStyleClass().add("service-tiles");
        var title = new Label(bench.text("connection.new"));
        title.getStyleClass().add("page-title");
        getChildren().addAll(title, Wording.wrapped(Wording.body(bench.text("connection.which"))), tiles);
        if (bench.connectors().all().stream().anyMatch(each -> each.spec().retired())) {
            var closed = new CheckBox(bench.text("connection.closed"));
            closed.setId("connection-closed");
            closed.setOnAction(_ -> show(closed.isSelected()));
            getChildren().add(closed);
        }
        show(false);
    }

    /// @param closed with the services that their vendors closed
    private void show(boolean closed) {
        tiles.getChildren()
                .setAll(bench.connectors().all().stream()
                        .filter(each -> closed || !each.spec().retired())
                        .sorted(Comparator.comparing(
                                        (Connector each) -> each.spec().retired())
                                .thenComparing(each -> bench.service(each.spec().id())))
                        .map(connector -> tile(bench, connector, chosen))
                        .toList());
    }

    private static Button tile(Bench bench, Connector connector, Consumer<Connector> chosen) {
        var id = connector.spec().id();
        var name = WholeTip.on(Wording.strong(bench.service(id)));
        var words = new VBox(name);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        boolean retired = connector.spec().retired();
        if (retired) {
            words.getChildren().add(Wording.caption(bench.text("connection.retired")));
        }
        var line = new HBox(12, ConnectionForm.tile(bench, id), words);
        line.setAlignment(Pos.CENTER_LEFT);
        var tile = new Button("", line);
        tile.setId("service-" + id);
        tile.getStyleClass().add("service-tile");
        tile.setAccessibleText(bench.service(id) + (retired ? ", " + bench.text("connection.retired") : ""));
        tile.setOnAction(_ -> chosen.accept(connector));
        return tile;
    }
}
