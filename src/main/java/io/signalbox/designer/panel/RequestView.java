package io.signalbox.designer.panel;

import io.signalbox.connector.Outgoing;
import io.signalbox.json.Json;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A request exactly as it would go over the wire, secrets masked; to be read and copied.
final class RequestView extends VBox implements Closes {
    private final HBox line = new HBox(8);
    private final JsonView text;

    RequestView(Bench bench) {
        setSpacing(8);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        text = new JsonView(bench, bench.text("preview.request"));
        setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(line, text);
    }

    @Override
    public void close() {
        text.close();
    }

    void show(Outgoing outgoing) {
        var url = Wording.caption(outgoing.url());
        url.getStyleClass().add("mono");
        line.getChildren().setAll(Wording.pill(outgoing.method(), "accent", ""), url);
        text.show((headers(outgoing) + body(outgoing)).stripLeading());
    }

    static String asText(Outgoing outgoing) {
        return outgoing.method() + " " + outgoing.url() + "\n" + headers(outgoing) + body(outgoing);
    }

    private static String headers(Outgoing outgoing) {
        return outgoing.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String body(Outgoing outgoing) {
        return switch (outgoing.body()) {
            case Outgoing.NoBody _ -> "";
            case Outgoing.JsonBody(var value) -> "\n" + Json.pretty(value);
            case Outgoing.FormBody(var fields) ->
                "\n"
                        + fields.entrySet().stream()
                                .map(field -> field.getKey() + " = " + field.getValue())
                                .collect(Collectors.joining("\n"));
        };
    }
}
