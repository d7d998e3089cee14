package io.signalbox.designer.panel;

import io.signalbox.access.Secret;
import io.signalbox.designer.Icon;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the flow to a server, but first reads what the server has and says what would change there.
public final class SendToServerDialog {
    private static final Logger LOG = LoggerFactory.getLogger(SendToServerDialog.class);

    private final Bench bench;
    private final FlowServer.Door door;
    private final KnownServers servers;
    private final Runnable noted;
    private final DialogCard card;
    private final TextField url = new TextField();
    private final PasswordField token = new PasswordField();
    private final FlowPane choices = new FlowPane(8, 8);
    private final CheckBox remember;
    private final VBox difference = new VBox(8);
    private final CheckBox switchOn;
    private final SureName sure;
    private final HBox message = new HBox();
    private final Button compare;
    private final Button send;
    private final Flow flow;
    private List<KnownServers.Known> met = List.of();
    private Optional<FlowServer.Deployed> theirs = Optional.empty();
    /// What was asked before answers for another server.
    private int asked;
    private boolean closed;

    /// @param servers the one used last is compared with at once
    /// @param noted run on the FX thread when something new is known of a server
    public SendToServerDialog(Bench bench, FlowServer.Door door, KnownServers servers, Runnable noted) {
        this.bench = bench;
        this.door = door;
        this.servers = servers;
        this.noted = noted;
        // As it is now: what is compared is what is sent, whatever is edited meanwhile.
        this.flow = bench.flow();
        card = new DialogCard(
                bench, "upload", bench.text("send.title"), bench.text("send.subtitle", flow.name()), this::close);
        url.setPromptText("https://plant-a.example:8085");
        url.setId("send-url");
        url.setAccessibleText(bench.text("send.url"));
        token.setId("send-token");
        token.setAccessibleText(bench.text("send.token"));
        switchOn = new CheckBox(bench.text("send.switch-on"));
        switchOn.setId("send-switch-on");
        remember = new CheckBox(bench.text("send.remember"));
        remember.setId("send-remember");
        remember.setWrapText(true);
        remember.setSelected(true);
        sure = new SureName(bench, this::judge);
        difference.setId("send-difference");
        difference.getStyleClass().add("difference");
        message.setId("send-message");
        compare = Press.plain(bench.text("send.compare"), "search", this::compare);
        compare.setId("send-compare");
        send = Press.primary(bench.text("send.send"), "upload", () -> {});
        send.setId("send-send");
        url.textProperty().addListener((_, _, _) -> forget());
        token.textProperty().addListener((_, _, _) -> forget());
        url.setOnAction(_ -> compare());
        token.setOnAction(_ -> compare());
        card.add(
                address(),
                labelled("send.token", token, bench.text("send.token.hint")),
                remember,
                difference,
                switchOn,
                sure,
                message);
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::close), compare, send);
        forget();
    }

    public void open() {
        bench.overlay().show(card);
        bench.background().run(servers::all, this::meet, this::unknown);
    }

    /// The same for one of them, whichever was used last.
    void openFor(KnownServers.Known server) {
        url.setText(server.url());
        bench.overlay().show(card);
        bench.background()
                .run(
                        servers::all,
                        all -> {
                            meet(all);
                            choose(server);
                        },
                        this::unknown);
    }

    private VBox address() {
        choices.setId("send-known");
        shown(choices, false);
        var row = labelled("send.url", url, "");
        row.getChildren().add(choices);
        return row;
    }

    /// Shows those that are known, and compares with the one used last unless another one is typed already.
    private void meet(List<KnownServers.Known> all) {
        var found = all.stream().filter(server -> server.token().isPresent()).toList();
        met = found;
        for (var server : found) {
            var button = Press.small(server.title(), server.environment().icon(), () -> choose(server));
            button.setId("send-to-" + choices.getChildren().size());
            choices.getChildren().add(button);
        }
        shown(choices, found.size() > 1);
        if (!found.isEmpty() && url.getText().isBlank()) {
            choose(found.getFirst());
        }
    }

    private void choose(KnownServers.Known server) {
        url.setText(server.url());
        token.clear();
        forget();
        compare();
    }

    /// What was typed, else what is known of the server.
    private Optional<KnownServers.Server> server() {
        var typed = url.getText().strip();
        return token.getText().isBlank()
                ? known().flatMap(server -> server.token().map(secret -> new KnownServers.Server(typed, secret)))
                : Optional.of(typed)
                        .filter(at -> !at.isEmpty())
                        .map(at -> new KnownServers.Server(at, new Secret(token.getText())));
    }

    /// The server whose address is typed, when it is one of those that are known.
    private Optional<KnownServers.Known> known() {
        var typed = url.getText().strip();
        return met.stream().filter(server -> server.url().equals(typed)).findFirst();
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
        sure.ask(Optional.empty());
        send.setDisable(true);
        message.getChildren().clear();
        asked++;
        compare.setDisable(server().isEmpty());
        boolean stored = token.getText().isEmpty() && server().isPresent();
        token.setPromptText(stored ? bench.text("setting.secret-stored") : "");
    }

    private void compare() {
        if (!compare.isDisabled()) {
            server().ifPresent(this::compare);
        }
    }

    private void compare(KnownServers.Server server) {
        compare.setDisable(true);
        say(Wording.caption(bench.text("send.asking")));
        int turn = ++asked;
        bench.background()
                .run(
                        () -> at(server).find(flow.id()),
                        found -> {
                            note(server, found);
                            if (!closed && turn == asked) {
                                compared(server, found);
                            }
                        },
                        failure -> {
                            if (turn == asked) {
                                failed(failure);
                            }
                        });
    }

    private void compared(KnownServers.Server server, Optional<FlowServer.Deployed> found) {
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
        send.setOnAction(_ -> send(server));
        sure.ask(known());
        judge();
    }

    /// What was not compared is not sent, and to production only by its name.
    private void judge() {
        send.setDisable(!difference.isVisible() || !sure.isGiven());
    }

    private void send(KnownServers.Server server) {
        send.setDisable(true);
        compare.setDisable(true);
        say(Wording.caption(bench.text("send.sending")));
        var basedOn = theirs.map(FlowServer.Deployed::version);
        boolean on = switchOn.isSelected();
        boolean kept = remember.isSelected();
        bench.background()
                .run(
                        () -> at(server).send(flow, basedOn, on),
                        outcome -> {
                            if (outcome instanceof FlowServer.Sent.Accepted(var version, var runs)) {
                                remember(server, kept, new FlowServer.Deployed(flow, version, runs));
                            }
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
        say(Wording.verdict(false, ServerWords.why(bench, failure) + " " + bench.text("send.unchanged")));
        compare.setDisable(false);
    }

    /// The workspace could not be asked, or told, which servers there are.
    private void unknown(Exception cause) {
        LOG.warn("the list of known servers", cause);
        if (!closed) {
            say(Wording.warning(bench.text("send.servers-failed")));
        }
    }

    private FlowServer at(KnownServers.Server server) {
        return door.at(server.url(), server.token());
    }

    private void remember(KnownServers.Server server, boolean kept, FlowServer.Deployed there) {
        write(() -> {
            if (kept) {
                servers.keep(server);
                servers.note(server.url(), flow.id(), Optional.of(there));
            } else {
                servers.forget(server.url());
            }
        });
    }

    /// What was found there is known until it is asked again.
    private void note(KnownServers.Server server, Optional<FlowServer.Deployed> found) {
        write(() -> servers.note(server.url(), flow.id(), found));
    }

    private void write(Runnable work) {
        bench.background()
                .run(
                        () -> {
                            work.run();
                            return true;
                        },
                        _ -> noted.run(),
                        this::unknown);
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
