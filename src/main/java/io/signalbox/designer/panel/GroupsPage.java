package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.Icon;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Rights;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The permission groups of the workspace, each as a matrix of modules and what may be done in them. Every change is
/// stored at once. A new group begins with a preset, or with exactly what a flow needs.
public final class GroupsPage extends HBox implements Closes {
    private final Bench bench;
    private final Closing closing = new Closing();
    private final MasterList<PermissionGroup> list;
    private final MenuButton create;
    private final VBox middle = new VBox(24);
    private final FlowNotice notice = new FlowNotice();
    private List<Flow> known = List.of();
    private Optional<GroupDetail> detail = Optional.empty();

    public GroupsPage(Bench bench, FlowStore flows) {
        this.bench = bench;
        getStyleClass().add("master-detail");
        setId("groups-page");
        PanelSheet.dress(this);
        closing.add(notice::close);
        create = Press.menu(bench.text("list.new"), "plus");
        create.setId("group-new");
        create.setAccessibleText(bench.text("group.new"));
        list = new MasterList<>(bench, "groups", create, this::line, new MasterList.Acts<>(this::choose, this::show));
        menu();
        middle.getStyleClass().add("detail-content");
        var scroll = Sheets.told(notice, middle);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(list, scroll);
        var all = bench.groups().allProperty().subscribe((_, _) -> show());
        closing.add(all::unsubscribe);
        var accounts = bench.accounts().allProperty().subscribe((_, _) -> {
            list.refresh();
            detail.ifPresent(GroupDetail::showUsers);
        });
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
            list.seekNothing();
            show();
            list.choose(group);
        });
    }

    private void show() {
        var groups = bench.groups().allProperty().get().stream()
                .filter(group -> list.finds(group.name()))
                .toList();
        list.show(groups);
        if (bench.groups().allProperty().get().isEmpty()) {
            detail = Optional.empty();
            middle.getChildren().setAll(empty());
            return;
        }
        var name = detail.map(shown -> shown.group().name()).orElse("");
        groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .ifPresent(group -> list.choose(group));
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
        if (detail.filter(shown -> shown.group().name().equals(group.name())).isPresent()) {
            detail.ifPresent(shown -> shown.follow(group));
            return;
        }
        var shown = new GroupDetail(bench, group, new Deeds());
        detail = Optional.of(shown);
        notice.quiet();
        middle.getChildren().setAll(shown);
    }

    private List<Account> users(PermissionGroup group) {
        return GroupDetail.users(bench, group);
    }

    private void failed(Exception failure) {
        notice.stay(Wording.verdict(false, bench.text("group.failed")));
    }

    private MasterList.Line line(PermissionGroup group) {
        int users = users(group).size();
        var rights = bench.counted("group.rights", group.permissions().size());
        var used = users == 0 ? bench.text("group.unused") : bench.counted("group.users", users);
        var tile = new StackPane(Icon.of("shield", "icon-20"));
        tile.getStyleClass().addAll("tile", "kind-note");
        return new MasterList.Line(
                tile, group.name(), rights + " · " + used, group.name() + ", " + rights + ", " + used);
    }

    private final class Deeds implements GroupDetail.Acts {
        @Override
        public void changed() {
            notice.quiet();
        }

        @Override
        public void say(Node said) {
            notice.stay(said);
        }

        @Override
        public void failed(Exception failure) {
            GroupsPage.this.failed(failure);
        }
    }
}
