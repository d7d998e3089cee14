package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The connections of the workspace: which service, at which address, whether its secret is there. A connection that
/// flows use is removed only after these were named.
public final class ConnectionList extends VBox implements Closes {
    private final Bench bench;
    private final FlowStore flows;
    private final Closing closing = new Closing();
    private final TableView<Account> table = new TableView<>();
    private final HBox notice = new HBox(8);

    public ConnectionList(Bench bench, FlowStore flows) {
        this.bench = bench;
        this.flows = flows;
        getStyleClass().add("flow-list");
        PanelSheet.dress(this);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setId("connection-notice");
        table.setId("connections");
        table.getStyleClass().add("flow-table");
        table.setAccessibleText(bench.text("connections.title"));
        table.setPlaceholder(Wording.caption(bench.text("connections.none")));
        table.getColumns()
                .add(Columns.of(bench.text("connection.name"), 224, account -> Wording.strong(account.name())));
        table.getColumns()
                .add(Columns.of(
                        bench.text("settings.service"), 176, account -> new Label(bench.service(account.type()))));
        table.getColumns()
                .add(Columns.of(bench.text("connections.address"), 320, account -> Wording.caption(address(account))));
        table.getColumns().add(Columns.of(bench.text("connections.secrets"), 144, this::secrets));
        Columns.fit(table);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen().ifPresent(this::change);
            }
        });
        setVgrow(table, Priority.ALWAYS);
        var all = bench.accounts().allProperty().subscribe(this::show);
        closing.add(all::unsubscribe);
        closing.add(bench.preview()::close);
        getChildren().setAll(head(), acts(), notice, table);
        quiet();
        bench.accounts().refresh(this::failed);
    }

    @Override
    public void close() {
        closing.close();
    }

    private Node head() {
        var title = new Label(bench.text("connections.title"));
        title.getStyleClass().add("page-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var create = Press.primary(bench.text("connection.new"), "plus", this::create);
        create.setId("connection-new");
        var head = new HBox(8, title, gap, create);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node acts() {
        var acts = new HBox(
                8,
                needs("connections.change", "pencil", "connection-change", this::change),
                needs("connections.remove", "cross", "connection-remove", this::ask));
        acts.setAlignment(Pos.CENTER_LEFT);
        return acts;
    }

    /// A button for the chosen connection; off while none is chosen.
    private Button needs(String key, String icon, String id, Consumer<Account> action) {
        var button = Press.plain(bench.text(key), icon, () -> chosen().ifPresent(action));
        button.setId(id);
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        return button;
    }

    private Optional<Account> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void show(List<Account> all) {
        var before = chosen().map(Account::name);
        table.getItems().setAll(all);
        all.stream()
                .filter(account -> before.filter(account.name()::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(account -> table.getSelectionModel().select(account));
    }

    private static String address(Account account) {
        return account.value("base-url");
    }

    private Node secrets(Account account) {
        return account.secrets().isEmpty()
                ? Wording.pill(bench.text("connections.secrets.none"), "", "")
                : Wording.pill(bench.text("connections.secrets.set"), "success", "lock");
    }

    private void create() {
        quiet();
        new ConnectionDialog(bench, "", _ -> {}).open();
    }

    private void change(Account account) {
        quiet();
        new ConnectionDialog(bench, account, _ -> {}).open();
    }

    private void ask(Account account) {
        bench.background().run(flows::all, all -> confirm(account, users(account, all)), this::failed);
    }

    private static List<String> users(Account account, List<StoredFlow> all) {
        return all.stream()
                .map(StoredFlow::flow)
                .filter(flow -> flow.nodes().values().stream()
                        .anyMatch(node -> node.connection().equals(account.name())))
                .map(flow -> "“" + flow.name() + "”")
                .toList();
    }

    private void confirm(Account account, List<String> users) {
        var really = Press.plain(bench.text("connections.remove"), "cross", () -> remove(account));
        really.setId("connection-remove-really");
        really.getStyleClass().add("danger");
        really.setMinWidth(Region.USE_PREF_SIZE);
        var cancel = Press.plain(bench.text("dialog.cancel"), "", this::quiet);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        var question = users.isEmpty()
                ? bench.text("connections.really", account.name())
                : bench.text("connections.used", account.name(), String.join(", ", users));
        say(Wording.wrapped(Wording.warning(question)), really, cancel);
    }

    private void remove(Account account) {
        bench.accounts()
                .remove(
                        account.name(),
                        () -> say(Wording.verdict(true, bench.text("connections.removed", account.name()))),
                        this::failed);
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
}
