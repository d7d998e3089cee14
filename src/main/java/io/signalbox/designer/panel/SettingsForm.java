package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.engine.IfUnknown;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.VBox;

/// The form of a Source or a Connection: service, connection, action, then the action's own fields.
public final class SettingsForm extends VBox implements Closes {
    /// Stands in the list of connections for “New connection…”; no connection can be called so.
    private static final String NEW = "+";

    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final OptionPicker service;
    private final OptionPicker account;
    private final ShutConnections shut;
    private final OptionPicker action;
    private final VBox fieldsAt = new VBox();
    private final VBox closedAt = new VBox();
    private final OptionPicker unknown;
    private final VBox unknownRow;
    private final EachRows each;
    private final List<SettingRow> rows = new ArrayList<>();
    /// Below the three lists.
    private final List<FieldProblems> about = new ArrayList<>();
    private String drawn = "";

    public SettingsForm(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("settings-form");
        fieldsAt.getStyleClass().add("settings-fields");
        service = new OptionPicker(bench.text("settings.service"), this::chooseService);
        service.setId("setting-service");
        account = new OptionPicker(bench.text("settings.account"), this::chooseAccount);
        account.setId("setting-account");
        shut = new ShutConnections(bench);
        action = new OptionPicker(bench.text("settings.action"), this::chooseAction);
        action.setId("setting-action");
        closedAt.setId("setting-closed");
        closedAt.managedProperty().bind(Bindings.isNotEmpty(closedAt.getChildren()));
        unknown = new OptionPicker(bench.text("settings.unknown"), this::chooseUnknown);
        unknown.setId("setting-unknown");
        unknownRow = new VBox(
                Wording.wrapped(Wording.strong(bench.text("settings.unknown"))),
                unknown,
                Wording.wrapped(Wording.caption(bench.text("settings.unknown.hint"))));
        unknownRow.getStyleClass().add("setting-row");
        each = new EachRows(bench, id);
        var accountRow = labelled("settings.account", account, "connection");
        accountRow.getChildren().add(shut);
        getChildren()
                .addAll(
                        labelled("settings.service", service, "type"),
                        closedAt,
                        accountRow,
                        labelled("settings.action", action, "operation"),
                        fieldsAt,
                        unknownRow,
                        each);
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        var accounts = bench.accounts().allProperty().subscribe((_, _) -> draw());
        closing.add(accounts::unsubscribe);
        closing.add(this::closeRows);
    }

    @Override
    public void close() {
        closing.close();
    }

    private VBox labelled(String key, OptionPicker picker, String field) {
        var wrong = new FieldProblems(bench, id, field);
        about.add(wrong);
        var row = new VBox(Wording.strong(bench.text(key)), picker, wrong);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private Optional<Node> node() {
        return bench.flow().node(id);
    }

    private void draw() {
        var found = node();
        if (found.isEmpty()) {
            return;
        }
        var node = found.get();
        service.show(
                bench.connectors().all().stream()
                        .map(Connector::spec)
                        .filter(spec -> node instanceof Node.Source ? spec.reads() : spec.sends())
                        .filter(spec -> bench.offers(spec, node.type()))
                        .map(spec -> new Option(spec.id(), bench.service(spec.id())))
                        .toList(),
                node.type());
        var accounts = new ArrayList<Option>();
        offered(node).forEach(each -> accounts.add(new Option(each.name(), each.name())));
        if (!node.type().isEmpty()) {
            accounts.add(new Option(NEW, "+ " + bench.text("settings.new-account")));
        }
        account.show(accounts, node.connection());
        action.show(
                operations(node.type(), node).stream()
                        .map(operation -> new Option(operation.id(), bench.operation(node.type(), operation.id())))
                        .toList(),
                node.operation());
        var shape = node.type() + " " + node.operation() + " " + bench.words().language();
        if (!shape.equals(drawn)) {
            drawn = shape;
            buildRows(node);
        } else {
            rows.forEach(SettingRow::show);
        }
        about.forEach(FieldProblems::show);
        closedAt.getChildren()
                .setAll(bench.closed(node.type()).map(text -> Wording.wrapped(Wording.warning(text))).stream()
                        .toList());
        drawUnknown(node);
        each.show();
    }

    /// Whoever sends needs no leave to read.
    private List<Account> offered(Node node) {
        var all = bench.accounts().ofType(node.type());
        if (node instanceof Node.Source) {
            return shut.without(all);
        }
        shut.none();
        return all;
    }

    private void drawUnknown(Node node) {
        boolean sends = node instanceof Node.Connection && !node.operation().isEmpty();
        unknownRow.setVisible(sends);
        unknownRow.setManaged(sends);
        unknown.show(
                Arrays.stream(IfUnknown.values())
                        .map(choice -> new Option(choice.key(), bench.text("settings.unknown." + choice.key())))
                        .toList(),
                IfUnknown.of(bench.flow(), id).key());
    }

    private void chooseUnknown(String key) {
        node().ifPresent(node -> perform(
                node.withExtra(
                        key.equals(IfUnknown.RESEND.key())
                                ? node.extra().without(IfUnknown.MEMBER)
                                : node.extra().with(IfUnknown.MEMBER, Value.of(key))),
                "edit.settings",
                ""));
    }

    private List<Operation> operations(String type, Node node) {
        var kind = node instanceof Node.Source ? Operation.Kind.READ : Operation.Kind.SEND;
        return bench
                .connectors()
                .find(type)
                .map(Connector::spec)
                .map(ConnectorSpec::operations)
                .orElse(List.of())
                .stream()
                .filter(operation -> operation.kind() == kind)
                .toList();
    }

    private void buildRows(Node node) {
        closeRows();
        fieldsAt.getChildren().clear();
        var connector = bench.connectors().find(node.type());
        var operation = bench.connectors().operation(node.type(), node.operation());
        if (connector.isEmpty() || operation.isEmpty()) {
            return;
        }
        var texts = bench.connectors().texts(connector.get(), bench.words().language());
        var makes = new SettingRows(bench, texts, new NodeSettings(), (_, _) -> {});
        for (var field : operation.get().fields()) {
            // Secrets belong to connections: a flow is a file that is passed around.
            if (!(field instanceof Field.Secret)) {
                var row = makes.of(field);
                var wrong = new FieldProblems(bench, id, "settings." + field.key());
                row.addBelow(wrong, wrong::show);
                rows.add(row);
            }
        }
        fieldsAt.getChildren().setAll(rows);
    }

    private void chooseService(String type) {
        node().ifPresent(node -> {
            var operations = operations(type, node);
            var chosen = node.withService(
                    type, "", operations.size() == 1 ? operations.getFirst().id() : "");
            perform(preset(chosen.withSettings(Settings.empty())), "edit.service", "");
        });
    }

    private void chooseAccount(String name) {
        node().ifPresent(node -> {
            if (name.equals(NEW)) {
                draw();
                new ConnectionDialog(bench, node.type(), made -> use(made.name())).open();
            } else {
                use(name);
            }
        });
    }

    private void use(String name) {
        node().ifPresent(node -> perform(node.withService(node.type(), name, node.operation()), "edit.service", ""));
    }

    private void chooseAction(String operation) {
        node().ifPresent(node ->
                perform(preset(node.withService(node.type(), node.connection(), operation)), "edit.service", ""));
    }

    private Node preset(Node node) {
        return new Presets(bench.connectors(), bench.accounts().allProperty().get()).of(bench.flow(), node);
    }

    private void perform(Node changed, String what, String gesture) {
        bench.session().perform(new Edit.ChangeNode(changed, what), gesture);
    }

    private void closeRows() {
        rows.forEach(SettingRow::close);
        rows.clear();
    }

    /// The settings of the node on screen.
    private final class NodeSettings implements SettingStore {
        @Override
        public Expression get(String key) {
            return node().flatMap(node -> node.settings().get(key)).orElse(Expression.literal(""));
        }

        @Override
        public void set(String key, Expression value, String gesture) {
            node().ifPresent(node -> perform(
                    node.withSettings(
                            value.isBlank()
                                    ? node.settings().without(key)
                                    : node.settings().with(key, value)),
                    "edit.settings",
                    gesture));
        }

        @Override
        public boolean takesPaths() {
            return true;
        }

        @Override
        public Optional<Account> account() {
            return node().flatMap(node -> bench.accounts().ofType(node.type()).stream()
                    .filter(account -> account.name().equals(node.connection()))
                    .findFirst());
        }

        @Override
        public Set<NodeId> roots() {
            return FieldChoice.rootsBefore(bench.flow(), id);
        }
    }
}
