package io.signalbox.designer.panel;

import io.signalbox.connector.Outgoing;
import io.signalbox.json.Json;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A request exactly as it would go over the wire, secrets masked; to be read and copied.
final class RequestView extends VBox {
    private final TextArea text = new TextArea();

    RequestView(Bench bench) {
        text.setEditable(false);
        text.getStyleClass().add("code-area");
        text.setAccessibleText(bench.text("preview.request"));
        text.setPrefRowCount(18);
        setVgrow(text, Priority.ALWAYS);
        getChildren().add(text);
    }

    void show(Outgoing outgoing) {
        text.setText(asText(outgoing));
    }

    static String asText(Outgoing outgoing) {
        var headers = outgoing.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
        var body = switch (outgoing.body()) {
            case Outgoing.NoBody _ -> "";
            case Outgoing.JsonBody(var value) -> "\n" + Json.pretty(value);
            case Outgoing.FormBody(var fields) ->
                "\n"
                        + fields.entrySet().stream()
                                .map(field -> field.getKey() + " = " + field.getValue())
                                .collect(Collectors.joining("\n"));
        };
        return outgoing.method() + " " + outgoing.url() + "\n" + headers + body;
    }
}
