package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
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
        entry = new ConnectionEntry(bench, known(bench, type), existing);
        form = new ConnectionForm(bench, entry, this::check);
        card.add(form, message);
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::close), save);
        check();
    }

    private static Connector known(Bench bench, String type) {
        return bench.connectors().find(type).orElseThrow(() -> new IllegalArgumentException("no service " + type));
    }

    public void open() {
        bench.overlay().show(card);
    }

    private void check() {
        var missing = entry.missing();
        save.setDisable(missing.isPresent());
        message.getChildren()
                .setAll(missing.map(key -> Wording.wrapped(Wording.caption(bench.text(key)))).stream()
                        .toList());
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
