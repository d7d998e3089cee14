package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.connector.Connector;
import io.signalbox.designer.Shortcuts;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.Rights;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
    private final Closing closing = new Closing();
    private final ListView<ConnectionRow> list = new ListView<>();
    private final TextField search = new TextField();
    private final VBox middle = new VBox(24);
    private final ScrollPane right = new ScrollPane();
    private final HBox notice = new HBox(8);
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
        getStyleClass().add("master-detail");
        setId("connections-page");
        PanelSheet.dress(this);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setId("connection-notice");
        middle.getStyleClass().add("detail-content");
        right.setContent(new Region());
        getChildren().addAll(master(), Sheets.scrolled(middle), right);
        HBox.setHgrow(getChildren().get(1), Priority.ALWAYS);
        right.getStyleClass().addAll("edge-to-edge", "panel-scroll", "detail-right");
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        quiet();
        widthProperty().subscribe(this::place);
        search.fontProperty().subscribe(this::place);
        var all = bench.accounts().allProperty().subscribe((_, _) -> show());
        closing.add(all::unsubscribe);
        var groups = bench.groups().allProperty().subscribe((_, _) -> showMeter());
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

    private Node master() {
        var title = Wording.wrapped(Wording.section(bench.text("connections.title")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var create = Press.primary(bench.text("connections.new"), "plus", this::create);
        create.setId("connection-new");
        create.setAccessibleText(bench.text("connection.new"));
        create.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(8, title, create);
        head.setAlignment(Pos.CENTER_LEFT);
        search.setId("connections-search");
        search.setPromptText(bench.text("connections.search"));
        search.setAccessibleText(bench.text("connections.search"));
        search.textProperty().addListener((_, _, _) -> show());
        list.setId("connections");
        list.setAccessibleText(bench.text("connections.title"));
        list.setCellFactory(_ -> new ConnectionCell(bench));
        list.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("connections.none"))));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                choose(row);
            }
        });
        var top = new VBox(16, head, search);
        top.getStyleClass().add("master-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        var master = new VBox(top, list);
        master.getStyleClass().add("master");
        return master;
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
                .filter(row -> row.isFound(
                        search.getText(), bench.service(row.account().type())))
                .toList();
        var wanted = drawn;
        if (!list.getItems().equals(rows)) {
            list.getItems().setAll(rows);
        }
        var found = rows.stream()
                .filter(row -> wanted.filter(row.account().name()::equals).isPresent())
                .findFirst();
        if (found.isPresent()) {
            list.getSelectionModel().select(found.get());
        } else if (detail.flatMap(shown -> shown.entry().existing()).isPresent() || detail.isEmpty()) {
            rows.stream()
                    .findFirst()
                    .ifPresentOrElse(row -> list.getSelectionModel().select(row), this::create);
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
        quiet();
        middle.getChildren().setAll(notice, shown);
        showMeter();
    }

    /// Asks of which service, with a tile for each.
    private void create() {
        detail.ifPresent(ConnectionDetail::close);
        detail = Optional.empty();
        drawn = Optional.empty();
        list.getSelectionModel().clearSelection();
        meter = Optional.empty();
        middle.getChildren().setAll(notice, new ServiceTiles(bench, connector -> {
            draw(connector, Optional.empty(), List.of());
            detail.ifPresent(ConnectionDetail::begin);
        }));
        place();
    }

    /// What the first flow that lacks a right needs, else the first that needs any.
    private void showMeter() {
        meter = detail.flatMap(shown -> shown.entry().existing()).flatMap(this::meter);
        place();
    }

    private Optional<Node> meter(Account account) {
        return users(account).stream()
                .map(StoredFlow::flow)
                .flatMap(flow ->
                        Rights.of(flow, bench.connectors(), bench.accounts()::find, bench.groups()::find).stream()
                                .filter(rights -> rights.connection().equals(account.name()))
                                .map(rights -> new Needing(flow, rights)))
                .max(Comparator.comparingInt(each -> each.rights().missing().size()))
                .map(needing -> {
                    var shown = new RightsMeter(
                            bench,
                            new RightsMeter.Acts(
                                    rights -> createGroup(account, needing, rights),
                                    group -> bench.groups().save(group, bench.preview()::refresh, this::failed)));
                    shown.show(needing.flow(), needing.rights());
                    return (Node) shown;
                });
    }

    private record Needing(Flow flow, Rights rights) {}

    private void createGroup(Account account, Needing needing, SortedSet<Permission> rights) {
        var name = GroupPresets.free(
                needing.flow().name(),
                bench.groups().allProperty().get().stream()
                        .map(PermissionGroup::name)
                        .toList());
        bench.groups()
                .save(
                        PermissionGroup.of(name, rights),
                        () -> bench.accounts()
                                .save(
                                        account.with(Account.GROUP, name),
                                        Map.of(),
                                        bench.preview()::refresh,
                                        this::failed),
                        this::failed);
    }

    /// The rights beside the form, or below it in a narrow window.
    private void place() {
        boolean beside = getWidth() >= ROOMY * search.getFont().getSize() && meter.isPresent();
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
        say(Wording.verdict(false, bench.text("flows.failed")));
    }

    private void say(Node... parts) {
        notice.getChildren().setAll(parts);
        notice.setVisible(true);
        notice.setManaged(true);
    }

    private void quiet() {
        notice.getChildren().clear();
        notice.setVisible(false);
        notice.setManaged(false);
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
                    .map(stored -> "“" + stored.flow().name() + "”")
                    .toList();
            new RotateCard(bench, account, names, ConnectionsPage.this::show, ConnectionsPage.this::failed).open();
        }

        @Override
        public void remove(Account account) {
            var users = users(account).stream()
                    .map(stored -> "“" + stored.flow().name() + "”")
                    .toList();
            var really = Press.plain(bench.text("connections.remove"), "bin", () -> removeNow(account));
            really.setId("connection-remove-really");
            really.getStyleClass().add("danger");
            really.setMinWidth(Region.USE_PREF_SIZE);
            var cancel = Press.plain(bench.text("dialog.cancel"), "", ConnectionsPage.this::quiet);
            cancel.setMinWidth(Region.USE_PREF_SIZE);
            var question = users.isEmpty()
                    ? bench.text("connections.really", account.name())
                    : bench.text("connections.used", account.name(), String.join(", ", users));
            var asked = Wording.wrapped(Wording.warning(question));
            HBox.setHgrow(asked, Priority.ALWAYS);
            say(asked, really, cancel);
            really.requestFocus();
        }

        private void removeNow(Account account) {
            bench.accounts()
                    .remove(
                            account.name(),
                            () -> say(Wording.verdict(true, bench.text("connections.removed", account.name()))),
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
