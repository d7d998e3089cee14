package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Field;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.flow.Expression;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Enters a connection, or changes one. A secret is typed masked, goes to the vault and is never shown again.
public final class ConnectionDialog {
    private final Bench bench;
    private final Optional<Account> existing;
    private final Consumer<Account> saved;
    private final DialogCard card;
    private final TextField name = new TextField();
    private final VBox fieldsAt = new VBox(16);
    private final HBox message = new HBox();
    private final Button save;
    private final List<SettingRow> rows = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private String type;

    /// A new one.
    ///
    /// @param type the connector's id; blank: the person chooses
    /// @param saved told on the FX thread once it is stored
    public ConnectionDialog(Bench bench, String type, Consumer<Account> saved) {
        this(bench, type, Optional.empty(), saved);
    }

    /// Changes one that is stored.
    public ConnectionDialog(Bench bench, Account account, Consumer<Account> saved) {
        this(bench, account.type(), Optional.of(account), saved);
    }

    private ConnectionDialog(Bench bench, String type, Optional<Account> existing, Consumer<Account> saved) {
        this.bench = bench;
        this.type = type;
        this.existing = existing;
        this.saved = saved;
        existing.ifPresent(account -> values.putAll(account.values()));
        card = new DialogCard(
                bench,
                "key",
                bench.text(existing.isPresent() ? "connection.change" : "connection.new"),
                type.isEmpty() ? bench.text("connection.hint") : bench.service(type),
                this::close);
        save = Press.primary(bench.text("connection.save"), "check", this::save);
        save.setId("connection-save");
        save.setDefaultButton(true);
        name.setId("connection-name");
        name.setPromptText("plant-a");
        name.setAccessibleText(bench.text("connection.name"));
        name.setText(existing.map(Account::name).orElse(""));
        name.setDisable(existing.isPresent());
        name.textProperty().addListener((_, _, _) -> check());
        if (type.isEmpty()) {
            var types = new OptionPicker(bench.text("settings.service"), this::chooseType);
            types.setId("connection-type");
            offer(types, false);
            card.add(labelled("settings.service", types, ""));
            var closed = new CheckBox(bench.text("connection.closed"));
            closed.setId("connection-closed");
            closed.setOnAction(_ -> offer(types, closed.isSelected()));
            if (bench.connectors().all().stream().anyMatch(each -> each.spec().retired())) {
                card.add(closed);
            }
        }
        fieldsAt.managedProperty().bind(Bindings.isNotEmpty(fieldsAt.getChildren()));
        card.add(labelled("connection.name", name, bench.text("connection.name.hint")), fieldsAt, message);
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::close), save);
        buildRows();
        check();
    }

    /// @param closed with the services that their vendors closed
    private void offer(OptionPicker types, boolean closed) {
        types.show(
                bench.connectors().all().stream()
                        .map(Connector::spec)
                        .filter(spec -> closed || !spec.retired())
                        .map(spec -> new Option(spec.id(), bench.service(spec.id())))
                        .toList(),
                type);
    }

    public void open() {
        bench.overlay().show(card);
    }

    private VBox labelled(String key, javafx.scene.Node editor, String hint) {
        var row = new VBox(Wording.strong(bench.text(key)), editor);
        if (!hint.isEmpty()) {
            row.getChildren().add(Wording.wrapped(Wording.caption(hint)));
        }
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void chooseType(String chosen) {
        type = chosen;
        values.clear();
        secrets.clear();
        buildRows();
        check();
    }

    private void buildRows() {
        rows.forEach(SettingRow::close);
        rows.clear();
        bench.connectors().find(type).ifPresent(connector -> {
            var texts = bench.connectors().texts(connector, bench.words().language());
            var makes = new SettingRows(bench, texts, new Typed(), this::typedSecret);
            connector.spec().account().forEach(field -> rows.add(makes.of(field)));
        });
        fieldsAt.getChildren().setAll(rows);
        bench.closed(type).ifPresent(text -> {
            var said = Wording.wrapped(Wording.warning(text));
            said.setId("connection-retired");
            fieldsAt.getChildren().addFirst(said);
        });
    }

    private void typedSecret(String key, String text) {
        secrets.put(key, text);
        check();
    }

    /// Says what is missing, and lets it be saved only then when nothing is.
    private void check() {
        message.getChildren().clear();
        boolean named = NodeId.isValid(name.getText().strip());
        if (!named && !name.getText().isBlank()) {
            message.getChildren()
                    .setAll(Wording.wrapped(Wording.warning(
                            bench.flowText("syntax.account", name.getText().strip()))));
        }
        boolean taken = existing.isEmpty()
                && bench.accounts().allProperty().get().stream()
                        .anyMatch(
                                account -> account.name().equals(name.getText().strip()));
        if (taken) {
            message.getChildren().setAll(Wording.warning(bench.text("connection.taken")));
        }
        save.setDisable(!named || taken || type.isEmpty() || !isComplete());
    }

    private boolean isComplete() {
        return bench.connectors().find(type).stream()
                .flatMap(connector -> connector.spec().account().stream())
                .filter(Field::required)
                .allMatch(field -> field instanceof Field.Secret
                        ? !secrets.getOrDefault(field.key(), "").isEmpty() || isStored(field.key())
                        : !values.getOrDefault(field.key(), "").isBlank());
    }

    private boolean isStored(String secret) {
        return existing.map(account -> account.secrets().contains(secret)).orElse(false);
    }

    private void save() {
        var given = new LinkedHashMap<String, Secret>();
        secrets.forEach((key, text) -> {
            if (!text.isEmpty()) {
                given.put(key, new Secret(text));
            }
        });
        Set<String> known = new TreeSet<>(existing.map(Account::secrets).orElse(Set.of()));
        known.addAll(given.keySet());
        var kept = new LinkedHashMap<String, String>();
        values.forEach((key, text) -> {
            if (!text.isBlank()) {
                kept.put(key, text.strip());
            }
        });
        var account = new Account(name.getText().strip(), type, kept, known, true);
        save.setDisable(true);
        bench.accounts()
                .save(
                        account,
                        given,
                        () -> {
                            close();
                            bench.preview().refresh();
                            saved.accept(account);
                        },
                        _ -> {
                            save.setDisable(false);
                            message.getChildren().setAll(Wording.verdict(false, bench.text("connection.failed")));
                        });
    }

    private void close() {
        rows.forEach(SettingRow::close);
        secrets.clear();
        bench.overlay().dismiss();
    }

    /// What has been typed so far. Of a secret only whether there is one.
    private final class Typed implements SettingStore {
        @Override
        public Expression get(String key) {
            return Expression.literal(isStored(key) ? "stored" : values.getOrDefault(key, ""));
        }

        @Override
        public void set(String key, Expression value, String gesture) {
            values.put(
                    key,
                    value instanceof Expression.Literal literal
                            ? literal.value().asText()
                            : "");
            check();
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
