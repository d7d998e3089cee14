package io.signalbox.designer.panel;

import io.signalbox.connector.Verifier;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.Base64;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A webhook: its address that cannot be guessed, how its sender is verified, and the connection with the secret.
final class HookPart extends TriggerPart {
    private static final int ADDRESS_BYTES = 16;

    private final TextField address = new TextField();
    private final OptionPicker verifier;
    private final OptionPicker account;
    private final CheckBox repair = new CheckBox();

    HookPart(Bench bench, NodeId id) {
        super(bench, id);
        verifier = new OptionPicker(bench.text("trigger.verifier"), key -> set("verifier", key, ""));
        verifier.setId("trigger-verifier");
        account = new OptionPicker(bench.text("trigger.account"), name -> set("connection", name, ""));
        account.setId("trigger-account");
        address.setEditable(false);
        address.setId("trigger-address");
        address.getStyleClass().add("code-field");
        address.setAccessibleText(bench.text("trigger.address"));
        HBox.setHgrow(address, Priority.ALWAYS);
        var copy = Press.framed("copy", bench.text("trigger.copy"), this::copy);
        var renew = Press.framed("refresh", bench.text("trigger.renew"), () -> set("hook", freshAddress(bench), ""));
        renew.setId("trigger-renew");
        getChildren()
                .addAll(
                        labelled("trigger.address", new HBox(8, address, copy, renew), "settings.hook"),
                        labelled("trigger.verifier", verifier, "settings.verifier"),
                        labelled("trigger.account", account, "connection", "settings.connection"),
                        new VBox(4, repair, Wording.wrapped(Wording.caption(bench.text("trigger.repair.hint")))));
        repair.setText(bench.text("trigger.repair"));
        repair.setId("trigger-repair");
        repair.setOnAction(_ -> set("repair", repair.isSelected() ? "true" : "", ""));
    }

    @Override
    void fill(Node.Trigger trigger) {
        var settings = trigger.settings();
        address.setText("/hooks/" + settings.text("hook"));
        repair.setSelected(settings.text("repair").equals("true"));
        verifier.show(
                Verifier.keys().stream()
                        .map(key -> new Option(key, bench().text("trigger.verifier." + key)))
                        .toList(),
                settings.text("verifier"));
        account.show(
                bench().accounts().allProperty().get().stream()
                        .map(each -> new Option(each.name(), each.name()))
                        .toList(),
                settings.text("connection"));
    }

    static String freshAddress(Bench bench) {
        var bytes = new byte[ADDRESS_BYTES];
        bench.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(address.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
