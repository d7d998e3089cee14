package io.signalbox.designer.panel;

import io.signalbox.access.Secret;
import io.signalbox.designer.Icon;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Sends the flow to a server, but first reads what the server has and says what would change there.
public final class SendToServerDialog {
    private final Bench bench;
    private final FlowServer.Door door;
    private final Consumer<FlowServer.Sent.Accepted> sent;
    private final DialogCard card;
    private final TextField url = new TextField();
    private final PasswordField token = new PasswordField();
    private final VBox difference = new VBox(8);
    private final CheckBox switchOn;
    private final HBox message = new HBox();
    private final Button compare;
    private final Button send;
    private final Flow flow;
    private Optional<FlowServer.Deployed> theirs = Optional.empty();
    private boolean closed;

    /// @param url of the server used last; blank when none was
    /// @param sent told on the FX thread when the server took it
    public SendToServerDialog(Bench bench, FlowServer.Door door, String url, Consumer<FlowServer.Sent.Accepted> sent) {
        this.bench = bench;
        this.door = door;
        this.sent = sent;
        // As it is now: what is compared is what is sent, whatever is edited meanwhile.
        this.flow = bench.flow();
        card = new DialogCard(
                bench, "upload", bench.text("send.title"), bench.text("send.subtitle", flow.name()), this::close);
        this.url.setText(url);
        this.url.setPromptText("https://plant-a.example:8085");
        this.url.setId("send-url");
        this.url.setAccessibleText(bench.text("send.url"));
        token.setId("send-token");
        token.setAccessibleText(bench.text("send.token"));
        switchOn = new CheckBox(bench.text("send.switch-on"));
        switchOn.setId("send-switch-on");
        difference.setId("send-difference");
        difference.getStyleClass().add("difference");
        message.setId("send-message");
        compare = Press.plain(bench.text("send.compare"), "search", this::compare);
        compare.setId("send-compare");
        send = Press.primary(bench.text("send.send"), "upload", this::send);
        send.setId("send-send");
        this.url.textProperty().addListener((_, _, _) -> forget());
        token.textProperty().addListener((_, _, _) -> forget());
        this.url.setOnAction(_ -> compare());
        token.setOnAction(_ -> compare());
        card.add(
                labelled("send.url", this.url, ""),
                labelled("send.token", token, bench.text("send.token.hint")),
                difference,
                switchOn,
                message);
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::close), compare, send);
        forget();
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

    /// Another server or token: what was compared says nothing any more.
    private void forget() {
        shown(difference, false);
        shown(switchOn, false);
        send.setDisable(true);
        message.getChildren().clear();
        compare.setDisable(url.getText().isBlank() || token.getText().isBlank());
    }

    private void compare() {
        if (compare.isDisabled()) {
            return;
        }
        compare.setDisable(true);
        say(Wording.caption(bench.text("send.asking")));
        var server = server();
        bench.background()
                .run(
                        () -> server.find(flow.id()),
                        found -> {
                            if (!closed) {
                                compared(found);
                            }
                        },
                        this::failed);
    }

    private void compared(Optional<FlowServer.Deployed> found) {
        theirs = found;
        message.getChildren().clear();
        difference.getChildren().setAll(Wording.strong(bench.text("send.difference")));
        for (var line : new FlowDifference(bench).between(found.map(FlowServer.Deployed::flow), flow)) {
            var label = new Label(line.text());
            label.setWrapText(true);
            label.setGraphic(Icon.of(line.icon(), "icon-14"));
            label.getStyleClass().addAll("difference-line", "tone-" + line.tone());
            difference.getChildren().add(label);
        }
        switchOn.setSelected(found.map(FlowServer.Deployed::on).orElse(false));
        shown(difference, true);
        shown(switchOn, true);
        compare.setDisable(false);
        send.setDisable(false);
    }

    private void send() {
        send.setDisable(true);
        compare.setDisable(true);
        say(Wording.caption(bench.text("send.sending")));
        var server = server();
        var basedOn = theirs.map(FlowServer.Deployed::version);
        boolean on = switchOn.isSelected();
        bench.background()
                .run(
                        () -> server.send(flow, basedOn, on),
                        outcome -> {
                            if (!closed) {
                                answered(outcome);
                            }
                        },
                        this::failed);
    }

    private void answered(FlowServer.Sent outcome) {
        switch (outcome) {
            case FlowServer.Sent.Accepted accepted -> {
                say(Wording.verdict(true, bench.text(accepted.on() ? "send.done-on" : "send.done-off")));
                card.buttons(Press.primary(bench.text("dialog.done"), "", this::close));
                sent.accept(accepted);
            }
            case FlowServer.Sent.Conflict _ -> {
                say(Wording.warning(bench.text("send.conflict")));
                compare.setDisable(false);
            }
            case FlowServer.Sent.Refused(var _, var detail) -> {
                say(Wording.verdict(false, bench.text("send.refused", detail)));
                compare.setDisable(false);
            }
        }
    }

    private void failed(Exception failure) {
        if (closed) {
            return;
        }
        var text = failure instanceof FlowServer.Unreachable unreachable
                ? bench.connectors()
                        .explain("", unreachable.key(), bench.words().language())
                : bench.text("send.failed");
        say(Wording.verdict(false, text + " " + bench.text("send.unchanged")));
        compare.setDisable(false);
    }

    private FlowServer server() {
        return door.at(url.getText().strip(), new Secret(token.getText()));
    }

    private void say(Label label) {
        message.setAlignment(Pos.CENTER_LEFT);
        message.getChildren().setAll(Wording.wrapped(label));
    }

    private static void shown(javafx.scene.Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    private void close() {
        closed = true;
        token.clear();
        bench.overlay().dismiss();
    }
}
