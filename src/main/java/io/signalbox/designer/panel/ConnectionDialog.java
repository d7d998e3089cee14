package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
<<<<<<< HEAD
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
=======
>>>>>>> e413b89d696ef2519baf663ef623d28d9da784bd
import javafx.scene.layout.HBox;

/// Enters a connection where a flow needs one, or changes one: the form of the connections' page in a dialog.
public final class ConnectionDialog {
    private final Bench bench;
    private final ConnectionEntry entry;
    private final ConnectionForm form;
    private final Consumer<Account> saved;
    private final DialogCard card;
    private final HBox message = new HBox();
    private final Button save;

    /// A new one.
    ///
    /// @param type the connector's id
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
        this.saved = saved;
        card = new DialogCard(
                bench,
                "key",
                bench.text(existing.isPresent() ? "connection.change" : "connection.new"),
                bench.service(type),
                this::close);
        save = Press.primary(bench.text("connection.save"), "check", this::save);
        save.setId("connection-save");
        save.setDefaultButton(true);
<<<<<<< HEAD
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
=======
        entry = new ConnectionEntry(bench, known(bench, type), existing);
        form = new ConnectionForm(bench, entry, this::check);
        card.add(form, message);
>>>>>>> e413b89d696ef2519baf663ef623d28d9da784bd
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::close), save);
        check();
    }

<<<<<<< HEAD
    /// @param closed with the services that their vendors closed
    private void offer(OptionPicker types, boolean closed) {
        types.show(
                bench.connectors().all().stream()
                        .map(Connector::spec)
                        .filter(spec -> closed || !spec.retired())
                        .map(spec -> new Option(spec.id(), bench.service(spec.id())))
                        .toList(),
                type);
=======
    private static Connector known(Bench bench, String type) {
        return bench.connectors()
                .find(type)
                .orElseThrow(() -> new IllegalArgumentException("no service " + type));
>>>>>>> e413b89d696ef2519baf663ef623d28d9da784bd
    }

    public void open() {
        bench.overlay().show(card);
    }

<<<<<<< HEAD
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
=======
>>>>>>> e413b89d696ef2519baf663ef623d28d9da784bd
    private void check() {
        save.setDisable(entry.missing().isPresent());
    }

    private void save() {
        save.setDisable(true);
        ConnectionForm.store(
                bench,
                entry,
                account -> {
                    close();
                    saved.accept(account);
                },
                _ -> {
                    save.setDisable(false);
                    message.getChildren().setAll(Wording.verdict(false, bench.text("connection.failed")));
                });
    }

    private void close() {
        form.close();
        bench.overlay().dismiss();
    }
}
