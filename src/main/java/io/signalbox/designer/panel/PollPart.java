package io.signalbox.designer.panel;

import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.SyntaxException;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A regular look at a service: what is asked how often, and how what is new is told from what is known.
final class PollPart extends TriggerPart {
    private final NodeId id;
    private final OptionPicker service;
    private final OptionPicker account;
    private final ShutConnections shut;
    private final OptionPicker operation;
    private final VBox asked = new VBox(16);
    private List<String> fields = List.of();

    PollPart(Bench bench, NodeId id) {
        super(bench, id);
        this.id = id;
        service = new OptionPicker(bench.text("trigger.service"), this::chooseService);
        service.setId("trigger-service");
        account = new OptionPicker(bench.text("trigger.poll-account"), name -> set("connection", name, ""));
        account.setId("trigger-poll-account");
        shut = new ShutConnections(bench);
        operation = new OptionPicker(bench.text("trigger.operation"), key -> set("operation", key, ""));
        operation.setId("trigger-operation");
        var accountRow = labelled("trigger.poll-account", account, "connection");
        accountRow.getChildren().add(shut);
        getChildren()
                .addAll(
                        labelled("trigger.service", service, "settings.service"),
                        accountRow,
                        labelled("trigger.operation", operation, "settings.operation"),
                        asked,
                        typed("every", "trigger.every"),
                        typed("items", "trigger.items"),
                        typed("key", "trigger.key"),
                        typed("cursor", "trigger.cursor"));
    }

    /// Another service has other connections and other questions.
    private void chooseService(String type) {
        bench().flow()
                .node(id)
                .ifPresent(node -> bench().session()
                        .perform(
                                new Edit.ChangeNode(
                                        node.withSettings(node.settings()
                                                .with("service", type)
                                                .without("connection")
                                                .without("operation")),
                                        "edit.trigger"),
                                ""));
    }

    @Override
    void fill(Node.Trigger trigger) {
        var settings = trigger.settings();
        var type = settings.text("service");
        service.show(
                bench().connectors().all().stream()
                        .filter(connector -> connector.spec().reads() && bench().offers(connector.spec(), type))
                        .map(connector -> new Option(
                                connector.spec().id(),
                                bench().service(connector.spec().id())))
                        .toList(),
                type);
        account.show(
                shut.without(bench().accounts().ofType(type)).stream()
                        .map(each -> new Option(each.name(), each.name()))
                        .toList(),
                settings.text("connection"));
        operation.show(
                bench().connectors().find(type).stream()
                        .flatMap(connector -> connector.spec().operations().stream())
                        .filter(each -> each.kind() == Operation.Kind.READ)
                        .map(each -> new Option(each.id(), bench().operation(type, each.id())))
                        .toList(),
                settings.text("operation"));
        showAsked(trigger, type);
    }

    private void showAsked(Node.Trigger trigger, String type) {
        var wanted = bench().connectors()
                .operation(type, trigger.settings().text("operation"))
                .map(each -> each.fields().stream().map(Field::key).toList())
                .orElse(List.of());
        if (!wanted.equals(fields)) {
            fields = wanted;
            asked.getChildren()
                    .setAll(wanted.stream().map(key -> row(type, key)).toList());
        }
        for (var row : asked.getChildren()) {
            if (row.lookup(".text-field") instanceof TextField field && !field.isFocused()) {
                field.setText(trigger.settings()
                        .get(String.valueOf(field.getUserData()))
                        .map(ExpressionText::of)
                        .orElse(""));
            }
        }
    }

    private VBox row(String type, String key) {
        var words = bench().connectors()
                .find(type)
                .map(connector ->
                        bench().connectors().texts(connector, bench().words().language()));
        var label = words.map(texts -> texts.text("field." + key)).orElse(key);
        var field = new TextField();
        field.setId("trigger-asked-" + key);
        field.setUserData(key);
        field.setAccessibleText(label);
        field.textProperty().addListener((_, _, text) -> {
            if (field.isFocused()) {
                write(key, text);
            }
        });
        var row = new VBox(Wording.strong(label), field);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void write(String key, String text) {
        bench().flow().node(id).ifPresent(node -> {
            try {
                var before = node.settings().get(key).orElseGet(() -> Expression.literal(""));
                var settings = text.isBlank()
                        ? node.settings().without(key)
                        : node.settings().with(key, ExpressionText.parse(text, before));
                bench().session()
                        .perform(new Edit.ChangeNode(node.withSettings(settings), "edit.trigger"), "asked-" + key);
            } catch (SyntaxException _) {
                // Not yet whole: the last readable text stays until it is.
            }
        });
    }
}
