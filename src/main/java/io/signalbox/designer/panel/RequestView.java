package io.signalbox.designer.panel;

import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
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
        show(io.signalbox.engine.RequestView.of(outgoing));
    }

    void show(Value request) {
        text.setText(asText(request));
    }

    /// Method and address, then the headers, then the body.
    static String asText(Value request) {
        var headers = lines(request.at("headers"), ": ");
        var body = request.at("form").isMissing()
                ? request.at("body").isMissing() ? "" : "\n" + Json.pretty(request.at("body"))
                : "\n" + lines(request.at("form"), " = ");
        return request.at("method").asText() + " " + request.at("url").asText() + "\n" + headers + body;
    }

    private static String lines(Value members, String between) {
        return members.asFields().fields().entrySet().stream()
                .map(member -> member.getKey() + between + member.getValue().asText() + "\n")
                .collect(Collectors.joining());
    }
}
