package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.Auth;
import io.signalbox.designer.Icon;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows a connection's key and secrets for the last time. Can be closed once a secret was copied or kept as a file, or
/// the person says that it is stored.
final class SecretCard {
    /// A secret that was copied lies so long where others can paste it.
    private static final Duration ON_CLIPBOARD = Duration.seconds(60);

    private final Bench bench;
    private final Account account;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final DialogCard card;
    private final CheckBox stored = new CheckBox();
    private final Label copied = Wording.caption("");
    private final Button close;

    SecretCard(Bench bench, Account account, Map<String, Secret> secrets) {
        this.bench = bench;
        this.account = account;
        close = Press.primary(bench.text("secret.close"), "", this::close);
        close.setId("secret-close");
        close.setDisable(true);
        card = new DialogCard(
                bench,
                "key",
                bench.text("secret.title"),
                bench.text("secret.of", account.name()),
                () -> {
                    if (!close.isDisable()) {
                        close();
                    }
                });
        card.setId("secret-card");
        key().ifPresent(key -> {
            shown.put(bench.text("secret.key"), key);
            card.add(keyRow(key));
        });
        var texts = bench.connectors()
                .find(account.type())
                .map(connector ->
                        bench.connectors().texts(connector, bench.words().language()));
        secrets.forEach((field, secret) -> {
            var label = texts.map(words -> words.text("field." + field)).orElse(field);
            shown.put(label, secret.value());
            card.add(secretRow(field, label, secret.value()));
        });
        stored.setText(bench.text("secret.stored"));
        stored.setId("secret-stored");
        stored.selectedProperty().addListener((_, _, on) -> close.setDisable(!on));
        copied.setText(bench.text("secret.vault"));
        card.add(Wording.wrapped(copied), stored);
        var keep = Press.plain(bench.text("secret.file"), "download", this::keep);
        keep.setId("secret-file");
        card.buttons(keep, close);
    }

    void open() {
        bench.overlay().show(card);
        bench.overlay().hold(() -> close.isDisable());
    }

    /// What it signs in with that is no secret.
    private Optional<String> key() {
        return bench.connectors()
                .find(account.type())
                .map(connector -> connector.auth(account))
                .map(auth -> auth instanceof Auth.ClientCredentials client
                        ? client.key()
                        : auth instanceof Auth.Basic basic ? basic.user() : "")
                .filter(key -> !key.isBlank());
    }

    private VBox keyRow(String key) {
        var field = new TextField(key);
        field.setEditable(false);
        field.setId("secret-key");
        field.getStyleClass().add("code-field");
        field.setAccessibleText(bench.text("secret.key"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var copy = Press.plain(bench.text("secret.copy"), "copy", () -> copy(key));
        copy.setId("secret-key-copy");
        copy.setAccessibleText(bench.text("secret.copy") + ", " + bench.text("secret.key"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        return row(bench.text("secret.key"), bench.text("secret.key.hint"), field, copy);
    }

    private VBox secretRow(String key, String label, String secret) {
        var hidden = new PasswordField();
        hidden.setText(secret);
        hidden.setEditable(false);
        var plain = new TextField();
        plain.setEditable(false);
        plain.getStyleClass().add("code-field");
        plain.setVisible(false);
        var said = bench.text("secret.hidden", secret.codePointCount(0, secret.length()));
        hidden.setAccessibleText(label + ", " + said);
        plain.setAccessibleText(label);
        hidden.setId("secret-" + key);
        plain.setId("secret-plain-" + key);
        var both = new StackPane(hidden, plain);
        HBox.setHgrow(both, Priority.ALWAYS);
        var eye = Press.framed("eye", bench.text("secret.show"), () -> {
            boolean show = hidden.isVisible();
            plain.setText(show ? secret : "");
            plain.setVisible(show);
            hidden.setVisible(!show);
        });
        eye.setId("secret-show-" + key);
        var copy = Press.plain(bench.text("secret.copy"), "copy", () -> {});
        copy.setId("secret-copy-" + key);
        copy.setAccessibleText(bench.text("secret.copy") + ", " + label);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            copySecret(secret);
            copy.setText(bench.text("secret.copied"));
            copy.setGraphic(Icon.of("check"));
            copy.setAccessibleText(bench.text("secret.copied.spoken"));
        });
        return row(label, said, both, eye, copy);
    }

    private static VBox row(String label, String hint, Region editor, Button... buttons) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, editor);
        line.getChildren().addAll(buttons);
        var row = new VBox(new HBox(8, Wording.strong(label), gap, Wording.caption(hint)), line);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void copySecret(String secret) {
        copy(secret);
        copied.setText(bench.text("secret.clipboard"));
        close.setDisable(false);
        var wait = new PauseTransition(ON_CLIPBOARD);
        wait.setOnFinished(_ -> {
            if (secret.equals(Clipboard.getSystemClipboard().getString())) {
                Clipboard.getSystemClipboard().clear();
            }
        });
        wait.play();
    }

    private void keep() {
        var text = new StringBuilder(account.name()).append(" (").append(bench.service(account.type())).append(")\n");
        shown.forEach((label, value) -> text.append(label).append(": ").append(value).append('\n'));
        bench.saving().save(account.name() + ".txt", text.toString());
        close.setDisable(false);
    }

    private void close() {
        shown.clear();
        bench.overlay().hold(() -> false);
        bench.overlay().dismiss();
    }
}
