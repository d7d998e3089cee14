package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.Icon;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// One permission group: its name and purpose, its matrix, who names it. Every change is stored at once.
final class GroupDetail extends VBox {
    private final Bench bench;
    private final Acts acts;
    private final RightsGrid grid;
    private final TextField name = new TextField();
    private final FlowPane users = new FlowPane(8, 8);
    private PermissionGroup group;

    /// What the page is told.
    interface Acts {
        /// The person went on: what was said before is no longer of interest.
        void changed();

        void say(Node said);

        void failed(Exception failure);
    }

    GroupDetail(Bench bench, PermissionGroup group, Acts acts) {
        super(24);
        this.bench = bench;
        this.acts = acts;
        this.group = group;
        getStyleClass().add("connection-detail");
        grid = new RightsGrid(bench, this::give);
        grid.show(group);
        var title = new Label(bench.text("group.title"));
        title.getStyleClass().add("page-title");
        var remove = Press.plain(bench.text("group.remove"), "bin", this::remove);
        remove.setId("group-remove");
        getChildren()
                .addAll(
                        new VBox(4, title, Wording.wrapped(Wording.caption(bench.text("group.hint")))),
                        new VBox(16, labelled("group.name", name()), labelled("connection.description", description())),
                        new VBox(8, Wording.section(bench.text("rights.matrix")), modules(), grid),
                        new VBox(8, Wording.section(bench.text("group.used-by")), users),
                        remove);
        showUsers();
    }

    /// Connections that name the group.
    static List<Account> users(Bench bench, PermissionGroup group) {
        return bench.accounts().allProperty().get().stream()
                .filter(account -> account.group().equals(group.name()))
                .toList();
    }

    PermissionGroup group() {
        return group;
    }

    void follow(PermissionGroup now) {
        group = now;
        grid.show(now);
    }

    private TextField name() {
        name.setText(group.name());
        name.setId("group-name");
        name.setAccessibleText(bench.text("group.name"));
        name.setOnAction(_ -> rename());
        name.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                rename();
            }
        });
        return name;
    }

    private TextField description() {
        var description = new TextField(group.description());
        description.setId("group-description");
        description.setAccessibleText(bench.text("connection.description"));
        description.focusedProperty().subscribe((before, now) -> {
            if (before && !now && !description.getText().strip().equals(group.description())) {
                save(group.withDescription(description.getText().strip()));
            }
        });
        return description;
    }

    private TextField modules() {
        var modules = new CustomTextField();
        modules.setLeft(Icon.of("search"));
        modules.setId("group-modules");
        modules.setPromptText(bench.text("rights.find"));
        modules.setAccessibleText(bench.text("rights.find"));
        modules.textProperty().addListener((_, _, text) -> grid.filter(text));
        return modules;
    }

    private VBox labelled(String key, Node editor) {
        var row = new VBox(Wording.strong(bench.text(key)), editor);
        row.getStyleClass().add("setting-row");
        return row;
    }

    /// Who names it by now.
    void showUsers() {
        users.getChildren()
                .setAll(users(bench, group).stream()
                        .map(account -> Wording.pill(account.name(), "", "plug"))
                        .toList());
        if (users.getChildren().isEmpty()) {
            users.getChildren().add(Wording.caption(bench.text("group.unused.long")));
        }
    }

    private void give(Set<Permission> rights) {
        save(new PermissionGroup(group.name(), group.description(), new TreeSet<>(rights)));
    }

    private void save(PermissionGroup changed) {
        group = changed;
        acts.changed();
        bench.groups().save(changed, () -> {}, acts::failed);
    }

    /// Connections that name the group follow, one after the other, before the old name goes; a name that is taken or
    /// blank is put back.
    private void rename() {
        var wanted = name.getText().strip();
        if (wanted.equals(group.name())) {
            return;
        }
        if (!PermissionGroup.isName(wanted)) {
            name.setText(group.name());
            return;
        }
        if (bench.groups().find(wanted).isPresent()) {
            name.setText(group.name());
            acts.say(Wording.wrapped(Wording.warning(bench.text("group.taken"))));
            return;
        }
        acts.changed();
        var before = group;
        var followers = users(bench, before);
        group = new PermissionGroup(wanted, before.description(), before.permissions());
        bench.groups().save(group, () -> follow(followers, wanted, before.name()), acts::failed);
    }

    private void follow(List<Account> left, String name, String before) {
        if (left.isEmpty()) {
            bench.groups().remove(before, () -> {}, acts::failed);
            return;
        }
        bench.accounts()
                .save(
                        left.getFirst().with(Account.GROUP, name),
                        Map.of(),
                        () -> follow(left.subList(1, left.size()), name, before),
                        acts::failed);
    }

    private void remove() {
        var users = users(bench, group).stream()
                .map(account -> bench.flowText("quoted", account.name()))
                .toList();
        if (users.isEmpty()) {
            bench.groups().remove(group.name(), () -> {}, acts::failed);
        } else {
            acts.say(Wording.wrapped(
                    Wording.warning(bench.text("group.in-use", group.name(), String.join(", ", users)))));
        }
    }
}
