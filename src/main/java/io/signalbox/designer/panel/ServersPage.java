package io.signalbox.designer.panel;

import io.signalbox.access.Secret;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Shortcuts;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The servers that flows are sent to: their names, what they are for, how they are and what runs there. A server is
/// asked only when a person wants to know.
public final class ServersPage extends HBox implements Closes {
    private final Bench bench;
    private final Doors doors;
    private final Closing closing = new Closing();
    private final MasterList<KnownServers.Known> list;
    private final VBox middle = new VBox(24);
    private final FlowNotice notice = new FlowNotice();
    /// By id: how each answered since the page was opened.
    private final Map<String, Checked> checked = new HashMap<>();
    private List<KnownServers.Known> servers = List.of();
    private List<StoredFlow> flows = List.of();
    private Optional<ServerDetail> detail = Optional.empty();
    private boolean closed;

    /// How a server answered.
    ///
    /// @param met empty when it did not answer, or would not have us
    /// @param trouble what was wrong, in words; blank when it answered
    record Checked(Instant at, Optional<FlowServer.Met> met, String trouble) {
        boolean isWell() {
            return met.filter(FlowServer.Met::isWell).isPresent();
        }
    }

    /// What the page reads, and where it leads.
    ///
    /// @param over the bench with that flow on it, for the dialog that sends it
    public record Doors(
            KnownServers servers,
            FlowServer.Door door,
            FlowStore flows,
            InstantSource clock,
            Function<StoredFlow, Bench> over) {}

    public ServersPage(Bench bench, Doors doors) {
        this.bench = bench;
        this.doors = doors;
        getStyleClass().add("master-detail");
        setId("servers-page");
        PanelSheet.dress(this);
        notice.setId("server-notice");
        closing.add(notice::close);
        var create = Press.primary(bench.text("servers.new"), "plus", this::create);
        create.setId("server-new");
        create.setAccessibleText(bench.text("server.new"));
        list = new MasterList<>(bench, "servers", create, this::line, new MasterList.Acts<>(this::choose, this::show));
        middle.getStyleClass().add("detail-content");
        getChildren().addAll(list, Sheets.told(notice, middle));
        HBox.setHgrow(getChildren().get(1), Priority.ALWAYS);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        read(Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
        closing.close();
    }

    private record Read(List<KnownServers.Known> servers, List<StoredFlow> flows) {}

    /// @param wanted id of the server to show
    private void read(Optional<String> wanted) {
        bench.background()
                .run(
                        () -> new Read(doors.servers().all(), doors.flows().all()),
                        read -> {
                            servers = read.servers();
                            flows = read.flows();
                            show();
                            wanted.flatMap(this::server)
                                    .or(() -> servers.stream().findFirst())
                                    .ifPresentOrElse(this::turnTo, this::empty);
                        },
                        this::failed);
    }

    private Optional<KnownServers.Known> server(String id) {
        return servers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void show() {
        list.show(servers.stream()
                .filter(server -> list.finds(server.title() + " " + server.url() + " " + environment(server)))
                .toList());
        list.refresh();
        detail.flatMap(shown -> server(shown.server().id())).ifPresent(list::choose);
    }

    private void turnTo(KnownServers.Known server) {
        list.chooseNone();
        list.choose(server);
    }

    private void choose(KnownServers.Known server) {
        if (detail.filter(shown -> shown.server().equals(server)).isEmpty()) {
            notice.quiet();
            draw(server);
        }
    }

    private void draw(KnownServers.Known server) {
        var shown = new ServerDetail(bench, server, flows, Optional.ofNullable(checked.get(server.id())), new Deeds());
        detail = Optional.of(shown);
        middle.getChildren().setAll(shown);
    }

    private void create() {
        list.chooseNone();
        notice.quiet();
        draw(KnownServers.Known.fresh());
        detail.ifPresent(ServerDetail::begin);
    }

    private void empty() {
        detail = Optional.empty();
        var title = Wording.wrapped(Wording.section(bench.text("servers.empty")));
        var hint = Wording.wrapped(Wording.body(bench.text("servers.empty.hint")));
        hint.getStyleClass().add("muted");
        var add = Press.primary(bench.text("server.new"), "plus", this::create);
        add.setId("servers-empty-new");
        middle.getChildren().setAll(new VBox(16, title, hint, add));
    }

    private String environment(KnownServers.Known server) {
        return bench.text("server.environment." + server.environment().key());
    }

    private MasterList.Line line(KnownServers.Known server) {
        var health = health(server);
        var below = server.environment() == Environment.UNSAID ? health : environment(server) + " · " + health;
        var tile = new StackPane(Icon.of(server.environment().icon(), "icon-18"));
        tile.getStyleClass()
                .addAll("tile", "server-tile", "tone-" + server.environment().tone());
        var answered = Optional.ofNullable(checked.get(server.id()));
        var mark = answered.map(found -> Icon.of(
                found.isWell() ? "check" : "warning", "icon-16", found.isWell() ? "tone-success" : "tone-danger"));
        return new MasterList.Line(
                tile,
                server.title(),
                below,
                String.join(", ", server.title(), server.url(), environment(server), health),
                mark.map(icon -> icon));
    }

    private String health(KnownServers.Known server) {
        if (server.token().isEmpty()) {
            return bench.text("server.token.none");
        }
        return Optional.ofNullable(checked.get(server.id()))
                .map(found -> bench.text(
                        found.isWell() ? "server.well" : found.met().isPresent() ? "server.unwell" : "server.silent"))
                .orElseGet(() -> bench.text("server.unchecked"));
    }

    private void key(KeyEvent event) {
        bench.shortcuts().action(event, Shortcuts.Context.SERVERS).ifPresent(action -> {
            switch (action) {
                case "servers.add" -> create();
                case "servers.keep" -> detail.ifPresent(ServerDetail::save);
                default -> detail.ifPresent(ServerDetail::check);
            }
            event.consume();
        });
    }

    private void failed(Exception failure) {
        notice.stay(Wording.verdict(false, bench.text("servers.failed")));
    }

    private final class Deeds implements ServerDetail.Acts {
        @Override
        public void save(KnownServers.Known server) {
            checked.remove(server.id());
            bench.background()
                    .run(
                            () -> doors.servers().save(server),
                            stored -> {
                                detail = Optional.empty();
                                read(Optional.of(stored.id()));
                                // What had the keyboard is gone with the form that was stored.
                                Keyboard.giveTo(list.search());
                            },
                            ServersPage.this::failed);
        }

        @Override
        public void check(KnownServers.Known server, Consumer<Checked> told) {
            bench.background()
                    .run(
                            () -> ask(server),
                            found -> {
                                if (!closed) {
                                    checked.put(server.id(), found);
                                    list.refresh();
                                    told.accept(found);
                                }
                            },
                            ServersPage.this::failed);
        }

        /// Blocks for the network.
        private Checked ask(KnownServers.Known server) {
            var now = doors.clock().instant();
            try {
                var token = server.token().orElseGet(() -> new Secret(""));
                return new Checked(
                        now, Optional.of(doors.door().at(server.url(), token).meet()), "");
            } catch (FlowServer.Unreachable silent) {
                return new Checked(now, Optional.empty(), ServerWords.why(bench, silent));
            }
        }

        @Override
        public void send(KnownServers.Known server, StoredFlow flow) {
            new SendToServerDialog(
                            doors.over().apply(flow), doors.door(), doors.servers(), () -> check(server, _ -> {}))
                    .openFor(server);
        }

        @Override
        public void remove(KnownServers.Known server) {
            var really = Press.plain(bench.text("server.remove.really"), "bin", () -> removeNow(server));
            really.setId("server-remove-really");
            really.getStyleClass().add("danger");
            var cancel = Press.plain(bench.text("dialog.cancel"), "", notice::quiet);
            var asked = Wording.wrapped(Wording.warning(bench.text("server.really", server.title())));
            HBox.setHgrow(asked, Priority.ALWAYS);
            asked.setMaxWidth(Double.MAX_VALUE);
            notice.stay(asked, really, cancel);
            Keyboard.giveTo(really);
        }

        private void removeNow(KnownServers.Known server) {
            bench.background()
                    .run(
                            () -> {
                                doors.servers().remove(server.id());
                                return server.title();
                            },
                            title -> {
                                checked.remove(server.id());
                                detail = Optional.empty();
                                read(Optional.empty());
                                notice.stay(Wording.verdict(true, bench.text("server.removed", title)));
                            },
                            ServersPage.this::failed);
        }
    }
}
