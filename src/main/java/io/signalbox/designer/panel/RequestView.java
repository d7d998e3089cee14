package io.signalbox.designer.panel;

import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
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
        show(io.signalbox.engine.RequestView.of(outgoing));
    }

    void show(Value request) {
        var url = Wording.caption(request.at("url").asText());
        url.getStyleClass().add("mono");
        line.getChildren().setAll(Wording.pill(request.at("method").asText(), "accent", ""), url);
        text.show(request, RequestView::text);
    }

    /// Method and address, then the headers, then the body.
    static String asText(Value request) {
        return request.at("method").asText() + " " + request.at("url").asText() + "\n" + headers(request)
                + body(request);
    }

    private static String headers(Value request) {
        return lines(request.at("headers"), ": ");
    }

    private static String body(Value request) {
        if (!request.at("form").isMissing()) {
            return "\n" + lines(request.at("form"), " = ");
        }
        return request.at("body").isMissing() ? "" : "\n" + Json.pretty(request.at("body"));
    }

    private static String lines(Value members, String between) {
        return members.asFields().fields().entrySet().stream()
                .map(member -> member.getKey() + between + member.getValue().asText() + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Value request) {
        return (headers(request) + body(request)).stripLeading();
    }
}
