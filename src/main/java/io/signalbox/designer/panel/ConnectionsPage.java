package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Shortcuts;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.StoredFlow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The connections of the workspace: at the left who we talk to as, in the middle one of them, at the right what a flow
/// needs of it and what its permission group gives. A connection that flows use is removed only after these were named.
public final class ConnectionsPage extends HBox implements Closes {
    /// With less, the rights stand below the form. In heights of the text, which a person may have made larger.
    private static final double ROOMY = 83;

    private final Bench bench;
    private final Doors doors;
    private final Shortcuts shortcuts;
    private final ConnectionRights rights;
    private final Closing closing = new Closing();
    private final MasterList<ConnectionRow> list;
    private final VBox middle = new VBox(24);
    private final ScrollPane right = new ScrollPane();
    private final FlowNotice notice = new FlowNotice();
    private List<StoredFlow> flows = List.of();
    private Map<String, FlowActivity> activity = Map.of();
    private Optional<ConnectionDetail> detail = Optional.empty();
    private Optional<Node> meter = Optional.empty();
    private Optional<String> drawn = Optional.empty();

    /// What the page reads, and where it leads.
    public record Doors(FlowShelf shelf, ConnectionTest trial, InstantSource clock, Consumer<StoredFlow> open) {}

    public ConnectionsPage(Bench bench, Shortcuts shortcuts, Doors doors) {
        this.bench = bench;
        this.shortcuts = shortcuts;
        this.doors = doors;
        rights = new ConnectionRights(bench, this::failed);
        getStyleClass().add("master-detail");
        setId("connections-page");
        PanelSheet.dress(this);
        notice.setId("connection-notice");
        closing.add(notice::close);
        var create = Press.primary(bench.text("connections.new"), "plus", this::create);
        create.setId("connection-new");
        create.setAccessibleText(bench.text("connection.new"));
        list = new MasterList<>(
                bench,
                "connections",
                create,
                new ConnectionLine(bench)::of,
                new MasterList.Acts<>(this::choose, this::show));
        middle.getStyleClass().add("detail-content");
        right.setContent(new Region());
        getChildren().addAll(list, Sheets.told(notice, middle), right);
        HBox.setHgrow(getChildren().get(1), Priority.ALWAYS);
        right.getStyleClass().addAll("edge-to-edge", "panel-scroll", "detail-right");
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        widthProperty().subscribe(this::place);
        list.search().fontProperty().subscribe(this::place);
        var all = bench.accounts().allProperty().subscribe((_, _) -> show());
        closing.add(all::unsubscribe);
        var groups = bench.groups().allProperty().subscribe((_, _) -> {
            showMeter();
            list.refresh();
        });
        closing.add(groups::unsubscribe);
        closing.add(() -> detail.ifPresent(ConnectionDetail::close));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        bench.groups().refresh(this::failed);
        bench.background().run(this::read, this::take, this::failed);
    }

    @Override
    public void close() {
        closing.close();
    }

    private record Read(List<StoredFlow> flows, Map<String, FlowActivity> activity) {}

    private Read read() {
        return new Read(doors.shelf().flows().all(), doors.shelf().activity().apply(List.of(Instant.EPOCH)));
    }

    private void take(Read read) {
        flows = read.flows();
        activity = read.activity();
        bench.accounts().refresh(this::failed);
        show();
    }

    private List<ConnectionRow> rows() {
        return bench.accounts().allProperty().get().stream()
                .map(account -> {
                    var users = users(account);
                    return new ConnectionRow(
                            account,
                            users.stream().map(stored -> stored.flow().name()).toList(),
                            users.stream()
                                    .flatMap(stored -> Optional.ofNullable(
                                            activity.get(stored.flow().id()))
                                            .stream())
                                    .map(did -> did.last().startedAt())
                                    .max(Comparator.naturalOrder()));
                })
                .toList();
    }

    private List<StoredFlow> users(Account account) {
        return flows.stream()
                .filter(stored -> stored.flow().nodes().values().stream()
                        .anyMatch(node -> node.connection().equals(account.name())))
                .toList();
    }

    private void show() {
        var rows = rows().stream()
                .filter(row -> list.finds(row.words(bench.service(row.account().type()))))
                .toList();
        var wanted = drawn;
        list.show(rows);
        var found = rows.stream()
                .filter(row -> wanted.filter(row.account().name()::equals).isPresent())
                .findFirst();
        if (found.isPresent()) {
            list.choose(found.get());
        } else if (detail.flatMap(shown -> shown.entry().existing()).isPresent() || detail.isEmpty()) {
            rows.stream().findFirst().ifPresentOrElse(row -> list.choose(row), this::create);
        }
    }

    private void choose(ConnectionRow row) {
        var same = detail.flatMap(shown -> shown.entry().existing()).filter(row.account()::equals);
        if (same.isPresent() && drawn.filter(row.account().name()::equals).isPresent()) {
            return;
        }
        drawn = Optional.of(row.account().name());
        bench.connectors()
                .find(row.account().type())
                .ifPresentOrElse(
                        connector -> draw(connector, Optional.of(row.account()), users(row.account())),
                        () -> middle.getChildren()
                                .setAll(Wording.wrapped(Wording.warning(bench.flowText(
                                        "problem.service.unknown", row.account().type())))));
    }

    private void draw(Connector connector, Optional<Account> account, List<StoredFlow> users) {
        detail.ifPresent(ConnectionDetail::close);
        var shown = new ConnectionDetail(bench, connector, account, users, new Deeds());
        detail = Optional.of(shown);
        notice.quiet();
        middle.getChildren().setAll(shown);
        showMeter();
    }

    /// Asks of which service, with a tile for each.
    private void create() {
        detail.ifPresent(ConnectionDetail::close);
        detail = Optional.empty();
        drawn = Optional.empty();
        list.chooseNone();
        meter = Optional.empty();
        middle.getChildren().setAll(new ServiceTiles(bench, connector -> {
            draw(connector, Optional.empty(), List.of());
            detail.ifPresent(ConnectionDetail::begin);
        }));
        place();
    }

    private void showMeter() {
        meter = detail.flatMap(shown -> shown.entry().existing())
                .flatMap(account -> rights.meter(account, users(account)));
        place();
    }

    /// The rights beside the form, or below it in a narrow window.
    private void place() {
        boolean beside = getWidth() >= ROOMY * list.search().getFont().getSize() && meter.isPresent();
        right.setVisible(beside);
        right.setManaged(beside);
        middle.getChildren().removeIf(RightsMeter.class::isInstance);
        if (beside) {
            meter.ifPresent(right::setContent);
        } else {
            right.setContent(new Region());
            meter.ifPresent(middle.getChildren()::add);
        }
    }

    private void key(KeyEvent event) {
        shortcuts.action(event, Shortcuts.Context.CONNECTIONS).ifPresent(action -> {
            switch (action) {
                case "connections.add" -> create();
                case "connections.keep" -> detail.ifPresent(ConnectionDetail::save);
                default -> detail.ifPresent(ConnectionDetail::test);
            }
            event.consume();
        });
    }

    private void failed(Exception failure) {
        notice.stay(Wording.verdict(false, bench.text("flows.failed")));
    }

    private final class Deeds implements ConnectionDetail.Acts {
        @Override
        public void saved(Account account) {
            drawn = Optional.of(account.name());
            detail.ifPresent(ConnectionDetail::close);
            detail = Optional.empty();
            show();
        }

        @Override
        public void test(Account account, Consumer<Exception> failed) {
            bench.background()
                    .run(
                            () -> doors.trial().of(account),
                            steps -> {
                                bench.accounts()
                                        .tried()
                                        .put(
                                                account.name(),
                                                new AccountList.Tried(
                                                        doors.clock().instant(), steps));
                                detail.ifPresent(ConnectionDetail::tested);
                                list.refresh();
                            },
                            failed);
        }

        @Override
        public void rotate(Account account) {
            var names = users(account).stream()
                    .map(stored -> bench.flowText("quoted", stored.flow().name()))
                    .toList();
            new RotateCard(bench, account, names, ConnectionsPage.this::show, ConnectionsPage.this::failed).open();
        }

        @Override
        public void remove(Account account) {
            var users = users(account).stream()
                    .map(stored -> bench.flowText("quoted", stored.flow().name()))
                    .toList();
            var really = Press.plain(bench.text("connections.remove"), "bin", () -> removeNow(account));
            really.setId("connection-remove-really");
            really.getStyleClass().add("danger");
            really.setMinWidth(Region.USE_PREF_SIZE);
            var cancel = Press.plain(bench.text("dialog.cancel"), "", notice::quiet);
            cancel.setMinWidth(Region.USE_PREF_SIZE);
            var question = users.isEmpty()
                    ? bench.text("connections.really", account.name())
                    : bench.text("connections.used", account.name(), String.join(", ", users));
            var asked = Wording.wrapped(Wording.warning(question));
            HBox.setHgrow(asked, Priority.ALWAYS);
            notice.stay(asked, really, cancel);
            Keyboard.giveTo(really);
        }

        private void removeNow(Account account) {
            bench.accounts()
                    .remove(
                            account.name(),
                            () -> notice.stay(Wording.verdict(true, bench.text("connections.removed", account.name()))),
                            ConnectionsPage.this::failed);
        }

        @Override
        public void open(StoredFlow flow) {
            doors.open().accept(flow);
        }

        @Override
        public void failed(Exception failure) {
            ConnectionsPage.this.failed(failure);
        }
    }
}
