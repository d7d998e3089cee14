package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Rights;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The permission groups of the workspace, each as a matrix of modules and what may be done in them. Every change is
/// stored at once. A new group begins with a preset, or with exactly what a flow needs.
public final class GroupsPage extends HBox implements Closes {
    private final Bench bench;
    private final Closing closing = new Closing();
    private final ListView<PermissionGroup> list = new ListView<>();
    private final TextField search = new TextField();
    private final MenuButton create = new MenuButton();
    private final VBox middle = new VBox(24);
    private final HBox notice = new HBox(8);
    private List<Flow> known = List.of();
    private Optional<Detail> detail = Optional.empty();

    public GroupsPage(Bench bench, FlowStore flows) {
        this.bench = bench;
        getStyleClass().add("master-detail");
        setId("groups-page");
        PanelSheet.dress(this);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        middle.getStyleClass().add("detail-content");
        var scroll = Sheets.scrolled(middle);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(master(), scroll);
        quiet();
        var all = bench.groups().allProperty().subscribe((_, _) -> show());
        closing.add(all::unsubscribe);
        var accounts = bench.accounts().allProperty().subscribe((_, _) -> list.refresh());
        closing.add(accounts::unsubscribe);
        bench.accounts().refresh(this::failed);
        bench.background()
                .run(
                        flows::all,
                        read -> {
                            known = read.stream().map(StoredFlow::flow).toList();
                            bench.groups().refresh(this::failed);
                            menu();
                            show();
                        },
                        this::failed);
    }

    @Override
    public void close() {
        closing.close();
    }

    private Node master() {
        var title = Wording.wrapped(Wording.section(bench.text("groups.title")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        create.setText(bench.text("connections.new"));
        create.setGraphic(Icon.of("plus"));
        create.setId("group-new");
        create.getStyleClass().add("primary");
        create.setAccessibleText(bench.text("group.new"));
        create.setMinWidth(Region.USE_PREF_SIZE);
        menu();
        var head = new HBox(8, title, create);
        head.setAlignment(Pos.CENTER_LEFT);
        search.setId("groups-search");
        search.setPromptText(bench.text("groups.search"));
        search.setAccessibleText(bench.text("groups.search"));
        search.textProperty().addListener((_, _, _) -> show());
        list.setId("groups");
        list.setAccessibleText(bench.text("groups.title"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("groups.none"))));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, group) -> {
            if (group != null) {
                choose(group);
            }
        });
        var top = new VBox(16, head, search);
        top.getStyleClass().add("master-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        var master = new VBox(top, list);
        master.getStyleClass().add("master");
        return master;
    }

    private void menu() {
        create.getItems().clear();
        for (var preset : GroupPresets.values()) {
            var name = bench.text("group.preset." + preset.key());
            create.getItems().add(entry(name, () -> add(PermissionGroup.of(name, preset.permissions()))));
        }
        var needing = known.stream()
                .filter(flow -> !Rights.needed(flow, bench.connectors()).isEmpty())
                .toList();
        if (!needing.isEmpty()) {
            create.getItems().add(new SeparatorMenuItem());
            needing.forEach(flow -> create.getItems()
                    .add(entry(
                            bench.text("group.from-flow", flow.name()),
                            () -> add(PermissionGroup.of(
                                    flow.name()
                                            .substring(0, Math.min(flow.name().length(), 90)),
                                    Rights.needed(flow, bench.connectors()))))));
        }
    }

    private static MenuItem entry(String name, Runnable act) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void add(PermissionGroup wanted) {
        var taken = bench.groups().allProperty().get().stream()
                .map(PermissionGroup::name)
                .toList();
        var group = PermissionGroup.of(GroupPresets.free(wanted.name(), taken), wanted.permissions());
        detail = Optional.empty();
        bench.groups().save(group, () -> select(group.name()), this::failed);
    }

    private void select(String name) {
        bench.groups().find(name).ifPresent(group -> {
            search.clear();
            show();
            list.getSelectionModel().select(group);
        });
    }

    private void show() {
        var typed = search.getText().strip().toLowerCase(Locale.ROOT);
        var groups = bench.groups().allProperty().get().stream()
                .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(typed))
                .toList();
        if (!list.getItems().equals(groups)) {
            list.getItems().setAll(groups);
        }
        if (bench.groups().allProperty().get().isEmpty()) {
            detail = Optional.empty();
            middle.getChildren().setAll(notice, empty());
            return;
        }
        var name = detail.map(shown -> shown.group.name()).orElse("");
        groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .ifPresent(group -> list.getSelectionModel().select(group));
    }

    private Node empty() {
        var title = new Label(bench.text("groups.none"));
        title.getStyleClass().add("page-title");
        var buttons = new FlowPane(8, 8);
        for (var preset : List.of(GroupPresets.READ_WORK_ORDERS, GroupPresets.WHATSAPP_NOTIFICATIONS)) {
            var name = bench.text("group.preset." + preset.key());
            var button = Press.plain(name, "shield", () -> add(PermissionGroup.of(name, preset.permissions())));
            button.setId("group-preset-" + preset.key());
            buttons.getChildren().add(button);
        }
        return new VBox(16, Wording.wrapped(title), Wording.wrapped(Wording.body(bench.text("group.hint"))), buttons);
    }

    private void choose(PermissionGroup group) {
        if (detail.filter(shown -> shown.group.name().equals(group.name())).isPresent()) {
            detail.ifPresent(shown -> shown.follow(group));
            return;
        }
        var shown = new Detail(group);
        detail = Optional.of(shown);
        quiet();
        middle.getChildren().setAll(notice, shown.drawn());
    }

    private List<Account> users(PermissionGroup group) {
        return bench.accounts().allProperty().get().stream()
                .filter(account -> account.group().equals(group.name()))
                .toList();
    }

    private void failed(Exception failure) {
        notice.getChildren().setAll(Wording.verdict(false, bench.text("group.failed")));
        notice.setVisible(true);
        notice.setManaged(true);
    }

    private void quiet() {
        notice.getChildren().clear();
        notice.setVisible(false);
        notice.setManaged(false);
    }

    private final class Cell extends ListCell<PermissionGroup> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PermissionGroup group, boolean empty) {
            super.updateItem(group, empty);
            if (empty || group == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int users = users(group).size();
            var rights = bench.counted("group.rights", group.permissions().size());
            var used = users == 0 ? bench.text("group.unused") : bench.counted("group.users", users);
            var words = new VBox(
                    WholeTip.on(Wording.strong(group.name())), WholeTip.on(Wording.caption(rights + " · " + used)));
            words.getStyleClass().add("flow-name");
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            var tile = new StackPane(Icon.of("shield", "icon-20"));
            tile.getStyleClass().addAll("tile", "kind-note");
            var line = new HBox(12, tile, words);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(group.name() + ", " + rights + ", " + used);
        }
    }

    /// The chosen group.
    private final class Detail {
        private PermissionGroup group;
        private final RightsGrid grid = new RightsGrid(bench, this::give);

        Detail(PermissionGroup group) {
            this.group = group;
            grid.show(group);
        }

        void follow(PermissionGroup now) {
            group = now;
            grid.show(now);
        }

        Node drawn() {
            var name = new TextField(group.name());
            name.setId("group-name");
            name.setAccessibleText(bench.text("group.name"));
            name.setOnAction(_ -> rename(name));
            name.focusedProperty().subscribe((before, now) -> {
                if (before && !now) {
                    rename(name);
                }
            });
            var description = new TextField(group.description());
            description.setId("group-description");
            description.setAccessibleText(bench.text("connection.description"));
            description.focusedProperty().subscribe((before, now) -> {
                if (before && !now && !description.getText().strip().equals(group.description())) {
                    save(group.withDescription(description.getText().strip()));
                }
            });
            var modules = new TextField();
            modules.setId("group-modules");
            modules.setPromptText(bench.text("rights.find"));
            modules.setAccessibleText(bench.text("rights.find"));
            modules.textProperty().addListener((_, _, text) -> grid.filter(text));
            var title = new Label(bench.text("group.title"));
            title.getStyleClass().add("page-title");
            var remove = Press.plain(bench.text("group.remove"), "bin", this::remove);
            remove.setId("group-remove");
            var matrix = new VBox(8, Wording.section(bench.text("rights.matrix")), modules, grid);
            var detail = new VBox(
                    24,
                    new VBox(4, title, Wording.wrapped(Wording.caption(bench.text("group.hint")))),
                    new VBox(16, labelled("group.name", name), labelled("connection.description", description)),
                    matrix,
                    used(),
                    remove);
            detail.getStyleClass().add("connection-detail");
            return detail;
        }

        private VBox labelled(String key, Node editor) {
            var row = new VBox(Wording.strong(bench.text(key)), editor);
            row.getStyleClass().add("setting-row");
            return row;
        }

        private Node used() {
            var users = new FlowPane(8, 8);
            users(group).forEach(account -> users.getChildren().add(Wording.pill(account.name(), "", "plug")));
            if (users.getChildren().isEmpty()) {
                users.getChildren().add(Wording.caption(bench.text("group.unused.long")));
            }
            return new VBox(8, Wording.section(bench.text("connection.used-by")), users);
        }

        private void give(Set<Permission> rights) {
            save(new PermissionGroup(group.name(), group.description(), new TreeSet<>(rights)));
        }

        private void save(PermissionGroup changed) {
            group = changed;
            quiet();
            bench.groups().save(changed, () -> {}, GroupsPage.this::failed);
        }

        /// Connections that name the group follow; a name that is taken or blank is put back.
        private void rename(TextField field) {
            var wanted = field.getText().strip();
            boolean taken = bench.groups().find(wanted).isPresent();
            if (wanted.equals(group.name())) {
                return;
            }
            if (taken || !PermissionGroup.isName(wanted)) {
                field.setText(group.name());
                return;
            }
            var before = group;
            var followers = users(before);
            var renamed = new PermissionGroup(wanted, before.description(), before.permissions());
            group = renamed;
            bench.groups()
                    .save(
                            renamed,
                            () -> {
                                followers.forEach(account -> bench.accounts()
                                        .save(
                                                account.with(Account.GROUP, wanted),
                                                Map.of(),
                                                list::refresh,
                                                GroupsPage.this::failed));
                                bench.groups().remove(before.name(), () -> {}, GroupsPage.this::failed);
                            },
                            GroupsPage.this::failed);
        }

        private void remove() {
            var users = users(group).stream()
                    .map(account -> "“" + account.name() + "”")
                    .toList();
            if (!users.isEmpty()) {
                var said = Wording.wrapped(
                        Wording.warning(bench.text("group.in-use", group.name(), String.join(", ", users))));
                notice.getChildren().setAll(said);
                notice.setVisible(true);
                notice.setManaged(true);
                return;
            }
            detail = Optional.empty();
            bench.groups().remove(group.name(), GroupsPage.this::show, GroupsPage.this::failed);
        }
    }
}
