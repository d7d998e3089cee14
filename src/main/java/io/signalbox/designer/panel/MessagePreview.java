package io.signalbox.designer.panel;

import io.signalbox.connector.Operation;
import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a connection or a configuration would send for the sample: a bubble for WhatsApp, the bare request for any
/// other service. With several messages one can leaf through them.
final class MessagePreview extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final WhatsAppBubble bubble;
    private final RequestView request;
    private final HBox pager = new HBox(4);
    private final Label page = Wording.caption("");
    private int shown;

    MessagePreview(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("message-preview-pane");
        bubble = new WhatsAppBubble(bench);
        request = new RequestView(bench);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        pager.getChildren()
                .addAll(
                        gap,
                        Press.icon("previous", bench.text("bubble.previous"), () -> turn(-1)),
                        page,
                        Press.icon("skip", bench.text("bubble.next"), () -> turn(1)));
        pager.setAlignment(Pos.CENTER_RIGHT);
        var history = bench.session().historyProperty().subscribe((_, _) -> draw());
        closing.add(history::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        draw();
    }

    @Override
    public void close() {
        closing.close();
    }

    private void turn(int by) {
        shown += by;
        draw();
    }

    private void draw() {
        getChildren().clear();
        var node = bench.flow().node(id);
        if (node.isEmpty()) {
            return;
        }
        var service = node.get() instanceof Node.Configuration
                ? FieldMapPanel.connection(bench, id).map(Node.class::cast)
                : node;
        var operation = service.flatMap(found -> bench.connectors().operation(found.type(), found.operation()));
        if (service.isEmpty() || operation.isEmpty()) {
            return;
        }
        var messages = bench.preview().model().messages(id);
        shown = Math.clamp(shown, 0, Math.max(0, messages.size() - 1));
        page.setText(bench.text("bubble.page", shown + 1, messages.size()));
        if (messages.size() > 1) {
            getChildren().add(pager);
        }
        boolean current = bench.preview().model().flow().equals(bench.flow()) && !messages.isEmpty();
        if (service.get().type().equals("whatsapp")) {
            if (current && messages.size() > 1) {
                var effect = messages.get(shown).effect();
                show(service.get(), operation.get(), effect.settings(), effect.fields());
            } else {
                show(service.get(), operation.get(), settings(service.get()), rows(node.get()));
            }
            getChildren().add(bubble);
        } else if (!messages.isEmpty()) {
            request.show(messages.get(shown).outgoing());
            getChildren().addAll(Wording.strong(bench.text("bubble.title")), request);
        }
    }

    private void show(Node service, Operation operation, Value.Fields settings, Value.Fields rows) {
        var to = operation.recipient().map(settings::at).orElse(Value.nothing()).asText();
        if (operation.freeText()) {
            bubble.show(settings.at("text").asText(), to);
        } else {
            Optional<TemplateText> template = bench.templates()
                    .find(
                            service.settings().text("template"),
                            service.settings().text("language"));
            bubble.show(template, rows, to);
        }
    }

    /// As the sample has it now, a moment before the run knows: typing shows at once.
    private Value.Fields settings(Node service) {
        var values = Value.Fields.empty();
        for (var setting : service.settings().values().entrySet()) {
            values = values.with(setting.getKey(), evaluated(setting.getValue()));
        }
        return values;
    }

    private Value.Fields rows(Node node) {
        var values = Value.Fields.empty();
        if (node instanceof Node.Configuration configuration) {
            for (var row : configuration.fields()) {
                var value = evaluated(row.from());
                values = values.with(
                        row.to(),
                        value.isMissing() ? row.fallback().map(Value::of).orElse(value) : value);
            }
        }
        return values;
    }

    private Value evaluated(Expression expression) {
        return bench.preview()
                .model()
                .scope(bench.flow())
                .map(expression::evaluate)
                .orElse(expression instanceof Expression.Literal literal ? literal.value() : Value.nothing());
    }
}
