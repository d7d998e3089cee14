package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.PermissionGroup;
import io.signalbox.connector.Auth;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.flow.Expression;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The form of a connection: how it signs in, name, purpose, permission group, whether flows may read with it, then the
/// fields that its service's spec asks for. The same for every service.
final class ConnectionForm extends VBox implements Closes {
    private final Bench bench;
    private final ConnectionEntry entry;
    private final Runnable changed;
    private final Closing closing = new Closing();
    private final List<SettingRow> rows = new ArrayList<>();
    private final Label way = new Label();
    private final VBox wayRow;
    private final HBox message = new HBox();
    private final OptionPicker group;

    /// @param changed told after every change of what is entered
    ConnectionForm(Bench bench, ConnectionEntry entry, Runnable changed) {
        super(16);
        this.bench = bench;
        this.entry = entry;
        this.changed = changed;
        getStyleClass().add("connection-form");
        group = new OptionPicker(bench.text("connection.group"), name -> set(Account.GROUP, name));
        group.setId("connection-group");
        var spec = entry.connector().spec();
        bench.closed(spec.id()).ifPresent(text -> {
            var closed = Wording.wrapped(Wording.warning(text));
            closed.setId("connection-retired");
            getChildren().add(closed);
        });
        wayRow = way();
        getChildren().addAll(wayRow, nameRow(), message, descriptionRow());
        if (entry.hasGroups()) {
            getChildren().add(groupRow());
        }
        if (spec.reads()) {
            getChildren().add(hubRow());
        }
        var texts = bench.connectors().texts(entry.connector(), bench.words().language());
        var makes = new SettingRows(bench, texts, new Typed(), (key, text) -> {
            entry.secret(key, text);
            tell();
        });
        spec.account().forEach(field -> rows.add(makes.of(field)));
        getChildren().addAll(rows);
        closing.add(() -> rows.forEach(SettingRow::close));
        var groups = bench.groups().allProperty().subscribe(_ -> showGroups());
        closing.add(groups::unsubscribe);
        show();
    }

    /// Puts the keyboard on the first thing to fill in.
    void begin() {
        Keyboard.giveTo(lookup(entry.existing().isPresent() ? "#connection-description" : "#connection-name"));
    }

    /// Shows the next field that must be filled in, and puts the keyboard there.
    private void goOn() {
        entry.lacking().ifPresent(field -> FieldFocus.give(this, "setting-" + field.key()));
    }

    @Override
    public void close() {
        closing.close();
        entry.forget();
    }

    private VBox way() {
        way.setId("connection-way");
        way.getStyleClass().add("connection-way");
        way.setMaxWidth(Double.MAX_VALUE);
        way.setWrapText(true);
        way.setGraphic(Icon.of("key"));
        return labelled("connection.way", way, "", false);
    }

    private VBox nameRow() {
        var name = new TextField(entry.name());
        name.setId("connection-name");
        name.setPromptText("plant-a");
        name.setAccessibleText(bench.text("connection.name"));
        name.setDisable(entry.existing().isPresent());
        name.textProperty().addListener((_, _, text) -> {
            entry.name(text);
            tell();
        });
        return labelled("connection.name", name, entry.existing().isPresent() ? "" : "connection.name.hint", true);
    }

    private VBox descriptionRow() {
        var text = new TextField(entry.get(Account.DESCRIPTION));
        text.setId("connection-description");
        text.setAccessibleText(bench.text("connection.description"));
        text.setPromptText(bench.text("connection.description.example"));
        text.textProperty().addListener((_, _, typed) -> set(Account.DESCRIPTION, typed));
        return labelled("connection.description", text, "", false);
    }

    private VBox groupRow() {
        var create = Press.plain(bench.text("group.new"), "plus", this::createGroup);
        create.setId("connection-group-new");
        create.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(group, Priority.ALWAYS);
        var line = new HBox(8, group, create);
        line.setAlignment(Pos.CENTER_LEFT);
        return labelled("connection.group", line, "connection.group.hint", true);
    }

    private VBox hubRow() {
        var hub = new CheckBox(bench.text("connection.hub"));
        hub.setId("connection-hub");
        hub.setWrapText(true);
        hub.setSelected(!entry.get(Account.HUB).equals("false"));
        hub.selectedProperty().addListener((_, _, on) -> set(Account.HUB, on ? "" : "false"));
        var row = new VBox(hub, Wording.wrapped(Wording.caption(bench.text("connection.hub.hint"))));
        row.getStyleClass().add("setting-row");
        return row;
    }

    private VBox labelled(String key, Node editor, String hint, boolean required) {
        var head = new HBox(4, Wording.strong(bench.text(key)));
        if (required) {
            var star = new Label("*");
            star.getStyleClass().addAll("verdict", "tone-danger");
            head.getChildren().add(star);
        }
        var row = new VBox(head, editor);
        if (!hint.isEmpty()) {
            row.getChildren().add(Wording.wrapped(Wording.caption(bench.text(hint))));
        }
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void showGroups() {
        group.show(
                bench.groups().allProperty().get().stream()
                        .map(PermissionGroup::name)
                        .map(name -> new Option(name, name))
                        .toList(),
                entry.get(Account.GROUP));
    }

    private void createGroup() {
        new GroupDialog(bench, made -> {
                    set(Account.GROUP, made.name());
                    showGroups();
                    Keyboard.within(this, this::goOn);
                })
                .open();
    }

    private void set(String key, String text) {
        entry.set(key, text);
        tell();
    }

    private void tell() {
        show();
        changed.run();
    }

    private void show() {
        var key = "connection.way." + entry.auth().getClass().getSimpleName();
        way.setText(bench.text(bench.texts().has(key) ? key : "connection.way.other"));
        // Such a service asks for its sign-in below, if for any.
        boolean asked = !(entry.auth() instanceof Auth.None);
        wayRow.setVisible(asked);
        wayRow.setManaged(asked);
        message.getChildren().clear();
        var name = entry.name();
        if (!name.isEmpty() && !NodeId.isValid(name)) {
            message.getChildren().setAll(Wording.wrapped(Wording.warning(bench.flowText("syntax.account", name))));
        } else if (entry.isTaken()) {
            message.getChildren().setAll(Wording.warning(bench.text("connection.taken")));
        }
        message.setManaged(!message.getChildren().isEmpty());
    }

    /// The service's own mark, in a tile.
    static Node tile(Bench bench, String type) {
        var tile = new StackPane(bench.connectors()
                .find(type)
                .map(connector -> Icon.drawn(bench.connectors().icon(connector), "icon-20"))
                .orElseGet(() -> Icon.of("plug", "icon-20")));
        boolean reads = bench.connectors()
                .find(type)
                .map(each -> each.spec())
                .filter(ConnectorSpec::reads)
                .isPresent();
        tile.getStyleClass().addAll("tile", reads ? "kind-source" : "kind-connection");
        return tile;
    }

    /// Stores what is entered, and shows the secrets that were typed once.
    ///
    /// @param saved told on the FX thread once it is stored
    static void store(Bench bench, ConnectionEntry entry, Consumer<Account> saved, Consumer<Exception> failed) {
        var account = entry.account();
        var given = entry.secrets();
        bench.accounts()
                .save(
                        account,
                        given,
                        () -> {
                            saved.accept(account);
                            bench.preview().refresh();
                            if (!given.isEmpty()) {
                                new SecretCard(bench, account, given).open();
                            }
                        },
                        failed);
    }

    /// What has been typed so far. Of a secret only whether there is one.
    private final class Typed implements SettingStore {
        @Override
        public Expression get(String key) {
            boolean secret = entry.connector()
                    .spec()
                    .accountField(key)
                    .filter(Field.Secret.class::isInstance)
                    .isPresent();
            return Expression.literal(secret ? (entry.isStored(key) ? "stored" : "") : entry.get(key));
        }

        @Override
        public void set(String key, Expression value, String gesture) {
            ConnectionForm.this.set(
                    key,
                    value instanceof Expression.Literal literal
                            ? literal.value().asText()
                            : "");
        }

        @Override
        public boolean takesPaths() {
            return false;
        }

        @Override
        public Optional<Account> account() {
            return Optional.empty();
        }

        @Override
        public Set<NodeId> roots() {
            return Set.of();
        }
    }
}
