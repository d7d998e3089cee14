package io.signalbox.designer.panel;

import io.signalbox.access.Secret;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.WholeTip;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.StoredFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// One server: its form, how it answered when it was last asked, what runs there, and what can be done with it.
final class ServerDetail extends VBox {
    private final Bench bench;
    private final KnownServers.Known server;
    private final Acts acts;
    private final TextField name = new TextField();
    private final TextField url = new TextField();
    private final ComboBox<Environment> environment = new ComboBox<>();
    private final PasswordField token = new PasswordField();
    private final Label missing = Wording.wrapped(Wording.caption(""));
    private final VBox state = new VBox(8);
    private final Button save;
    private final Button check;

    /// What its buttons lead to.
    interface Acts {
        void save(KnownServers.Known server);

        /// @param told on the FX thread how it answered
        void check(KnownServers.Known server, Consumer<ServersPage.Checked> told);

        void send(KnownServers.Known server, StoredFlow flow);

        void remove(KnownServers.Known server);
    }

    /// @param flows that could be sent there
    /// @param checked how it answered when it was last asked
    ServerDetail(
            Bench bench,
            KnownServers.Known server,
            List<StoredFlow> flows,
            Optional<ServersPage.Checked> checked,
            Acts acts) {
        super(24);
        this.bench = bench;
        this.server = server;
        this.acts = acts;
        getStyleClass().add("connection-detail");
        save = Press.primary(bench.text("server.save"), "check", this::save);
        save.setId("server-save");
        check = Press.plain(bench.text("server.check"), "refresh", this::check);
        check.setId("server-check");
        for (var button : List.of(save, check)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        missing.setId("server-missing");
        getChildren().addAll(head(), missing, form());
        if (isStored()) {
            state.setId("server-state");
            getChildren().addAll(new VBox(8, Wording.section(bench.text("server.state")), state), deeds(flows));
            checked.ifPresentOrElse(this::tell, this::untold);
        }
        judge();
    }

    KnownServers.Known server() {
        return server;
    }

    private boolean isStored() {
        return !server.id().isEmpty();
    }

    private FoldingLine head() {
        var title = new Label(isStored() ? server.title() : bench.text("server.new"));
        title.getStyleClass().add("page-title");
        var names = new VBox(WholeTip.on(title), WholeTip.on(Wording.caption(bench.text("server.subtitle"))));
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var tile = new StackPane(Icon.of(server.environment().icon(), "icon-20"));
        tile.getStyleClass()
                .addAll("tile", "server-tile", "tone-" + server.environment().tone());
        var who = new HBox(12, tile, names);
        who.setAlignment(Pos.CENTER_LEFT);
        return new FoldingLine(12, who, isStored() ? new HBox(12, check, save) : new HBox(12, save));
    }

    private VBox form() {
        name.setText(server.name());
        url.setText(server.url());
        url.setPromptText("https://plant-a.example:8085");
        environment.getItems().setAll(Environment.values());
        environment.setConverter(new StringConverter<>() {
            @Override
            public String toString(Environment value) {
                return value == null ? "" : bench.text("server.environment." + value.key());
            }

            @Override
            public Environment fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into: " + text);
            }
        });
        environment.setValue(server.environment());
        token.setPromptText(server.token().isPresent() ? bench.text("setting.secret-stored") : "");
        for (var field : List.of(name, url, token)) {
            field.textProperty().subscribe((_, _) -> judge());
        }
        environment.valueProperty().subscribe((_, _) -> judge());
        var form = new VBox(
                16,
                labelled("server.name", "server-name", name),
                labelled("server.url", "server-url", url),
                labelled("server.environment", "server-environment", environment),
                labelled("server.token", "server-token", token));
        form.getStyleClass().add("connection-form");
        return form;
    }

    private VBox labelled(String key, String id, javafx.scene.control.Control editor) {
        editor.setId(id);
        editor.setAccessibleText(bench.text(key));
        editor.setAccessibleHelp(bench.text(key + ".hint"));
        var row = new VBox(
                Wording.strong(bench.text(key)), editor, Wording.wrapped(Wording.caption(bench.text(key + ".hint"))));
        row.getStyleClass().add("setting-row");
        return row;
    }

    private VBox deeds(List<StoredFlow> flows) {
        var send = new MenuButton(bench.text("server.send"), Icon.of("upload"));
        send.setId("server-send");
        send.setAccessibleHelp(bench.text("server.send.help"));
        send.setDisable(flows.isEmpty());
        for (var stored : flows) {
            var item = new MenuItem(stored.flow().name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> acts.send(server, stored));
            send.getItems().add(item);
        }
        var remove = Press.plain(bench.text("server.remove"), "bin", () -> acts.remove(server));
        remove.setId("server-remove");
        var rule = new Region();
        rule.getStyleClass().add("panel-line");
        return new VBox(16, rule, new FlowPane(8, 8, send, remove));
    }

    private KnownServers.Known typed() {
        return new KnownServers.Known(
                server.id(),
                name.getText().strip(),
                url.getText().strip().replaceFirst("/+$", ""),
                environment.getValue(),
                token.getText().isBlank()
                        ? Optional.empty()
                        : Optional.of(new Secret(token.getText().strip())));
    }

    private boolean isChanged() {
        var typed = typed();
        return !typed.name().equals(server.name())
                || !typed.url().equals(server.url())
                || typed.environment() != server.environment()
                || typed.token().isPresent();
    }

    private void judge() {
        boolean fits = KnownServers.isAddress(typed().url());
        save.setDisable(!fits || !isChanged());
        check.setDisable(!isStored() || isChanged());
        missing.setText(!fits && isChanged() ? bench.text("server.url.wrong") : "");
        missing.setVisible(!missing.getText().isEmpty());
        missing.setManaged(missing.isVisible());
    }

    /// Ignored while something is missing.
    void save() {
        if (!save.isDisabled()) {
            save.setDisable(true);
            acts.save(typed());
            token.clear();
        }
    }

    /// Asks the server how it is. Ignored while what is shown is not stored.
    void check() {
        if (!check.isDisabled()) {
            check.setDisable(true);
            state.getChildren().setAll(new Label(bench.text("server.asking"), Icon.of("hourglass", "icon-14")));
            acts.check(server, found -> {
                judge();
                tell(found);
            });
        }
    }

    void begin() {
        Keyboard.within(this, () -> Keyboard.giveTo(name));
    }

    private void untold() {
        state.getChildren()
                .setAll(Wording.wrapped(Wording.caption(
                        bench.text(server.token().isPresent() ? "server.unchecked.hint" : "server.token.missing"))));
    }

    private void tell(ServersPage.Checked found) {
        state.getChildren().clear();
        found.met().ifPresentOrElse(this::tell, () -> add(Wording.verdict(false, found.trouble())));
        add(Wording.caption(
                bench.text("server.asked", new FlowRowWords(bench.words(), bench.zone()).time(found.at()))));
    }

    private void tell(FlowServer.Met met) {
        if (met.isWell()) {
            add(Wording.verdict(true, bench.text("server.well.long")));
        }
        met.troubles().forEach(trouble -> add(Wording.verdict(false, trouble)));
        add(Wording.body(
                met.version().isEmpty()
                        ? bench.text("server.version.unsaid")
                        : bench.text("server.version", met.version())));
        if (met.flows().isEmpty()) {
            add(Wording.warning(bench.text("server.flows.hidden")));
            return;
        }
        var there = met.flows().get();
        add(Wording.strong(
                there.isEmpty() ? bench.text("server.flows.none") : bench.counted("server.flows", there.size())));
        for (var flow : there) {
            var line = Wording.wrapped(
                    Wording.body(bench.text(flow.on() ? "server.flow.on" : "server.flow.off", flow.name())));
            line.setGraphic(Icon.of(flow.on() ? "check" : "pause", "icon-14"));
            add(line);
        }
    }

    private void add(Node line) {
        if (line instanceof Label label) {
            Wording.wrapped(label);
        }
        state.getChildren().add(line);
    }
}
