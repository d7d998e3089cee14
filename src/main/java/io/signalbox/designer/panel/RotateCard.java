package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Takes new secrets for a connection in the place of those it has, after naming the flows that sign in with them.
final class RotateCard {
    private final Bench bench;
    private final Account account;
    private final Runnable saved;
    private final Consumer<Exception> failed;
    private final DialogCard card;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Button rotate;

    /// @param users names of the flows that use the connection
    RotateCard(Bench bench, Account account, List<String> users, Runnable saved, Consumer<Exception> failed) {
        this.bench = bench;
        this.account = account;
        this.saved = saved;
        this.failed = failed;
        rotate = Press.primary(bench.text("rotate.do"), "refresh", this::rotate);
        rotate.setId("rotate-do");
        rotate.setDefaultButton(true);
        rotate.setDisable(true);
        card = new DialogCard(bench, "key", bench.text("rotate.title"), account.name(), bench.overlay()::dismiss);
        card.add(Wording.wrapped(Wording.body(
                users.isEmpty() ? bench.text("rotate.nobody") : bench.text("rotate.flows", String.join(", ", users)))));
        bench.connectors().find(account.type()).ifPresent(connector -> {
            var texts = bench.connectors().texts(connector, bench.words().language());
            connector.spec().account().stream()
                    .filter(Field.Secret.class::isInstance)
                    .forEach(field -> card.add(row(field.key(), texts.text("field." + field.key()))));
        });
        var cancel = Press.plain(bench.text("dialog.cancel"), "", bench.overlay()::dismiss);
        card.buttons(cancel, rotate);
    }

    void open() {
        bench.overlay().show(card);
    }

    private VBox row(String key, String label) {
        var field = new PasswordField();
        field.setId("rotate-" + key);
        field.setAccessibleText(label);
        if (account.secrets().size() > 1 && account.secrets().contains(key)) {
            field.setPromptText(bench.text("setting.secret-stored"));
        }
        field.textProperty().addListener((_, _, text) -> {
            typed.put(key, text);
            rotate.setDisable(typed.values().stream().allMatch(String::isEmpty));
        });
        var row = new VBox(Wording.strong(label), field);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void rotate() {
        var given = new LinkedHashMap<String, Secret>();
        typed.forEach((key, text) -> {
            if (!text.isEmpty()) {
                given.put(key, new Secret(text));
            }
        });
        rotate.setDisable(true);
        bench.accounts()
                .save(
                        account,
                        given,
                        () -> {
                            typed.clear();
                            bench.overlay().dismiss();
                            new SecretCard(bench, account, given).open();
                            saved.run();
                        },
                        failed);
    }
}
