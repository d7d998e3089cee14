package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// A connection is created, its secret stored safely; what it may do is a group of its own.
final class Task15ConnectionTest extends UsabilityTask {
    @Override
    void begin(StudioRig window) {
        window.studio().showConnections();
    }

    @Test
    void a_connection_is_created_and_its_secret_stored_safely() throws Exception {
        PictureFlows.group(rig().workspace(), "work_orders:see", "human_resources:see");
        hands().robot().interact(() -> studio().studio().showConnections());
        hands().click("#connection-new").click("#service-fracttal");
        hands().click("#setting-client-id").type("fq_7Kd2");
        hands().click("#setting-client-secret").type("hush-hush");
        hands().click("#connection-save").click("#secret-copy-client-secret");
        var clipboard = new String[1];
        hands().robot()
                .interact(() -> clipboard[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("hush-hush", clipboard[0]);
        hands().click("#secret-close");

        var accounts = rig().workspace().accounts();
        Rig.await(() -> accounts.find("fracttal").isPresent());
        var made = accounts.find("fracttal").orElseThrow();
        assertEquals("WhatsApp bot", made.group());
        assertEquals(Optional.of(new Secret("hush-hush")), accounts.secret("fracttal", "client-secret"));
        hands().within("Task 15, create a connection and store the secret safely", 9);
    }

    @Test
    void a_group_is_made_from_a_preset() throws Exception {
        hands().click("#rail-groups").click("#group-preset-whatsapp-notifications");
        Rig.await(() -> !rig().workspace().groups().all().isEmpty());
        var group = rig().workspace().groups().all().getFirst();
        assertEquals("WhatsApp notifications", group.name());
        assertTrue(group.permissions().contains(new Permission("work_orders", Permission.Action.SEE)));
        hands().click("#right-meters-see");
        Rig.await(() -> rig().workspace()
                .groups()
                .all()
                .getFirst()
                .permissions()
                .contains(new Permission("meters", Permission.Action.SEE)));
        hands().within("Task 3, a permission group", 4);
    }

    @Test
    void connections_follow_a_group_that_is_renamed_and_keep_it_from_being_removed() throws Exception {
        PictureFlows.group(rig().workspace(), "work_orders:see");
        var groups = rig().workspace().groups();
        groups.save(PermissionGroup.of("Nobody’s", List.of()));
        hands().robot().interact(() -> studio().studio().showGroups());
        select("WhatsApp bot");
        press("#group-remove");
        Rig.await(() -> says("The group “WhatsApp bot” is used by “fracttal-main”. Give these another group first."));
        assertTrue(groups.find("WhatsApp bot").isPresent());

        rename("Nobody’s");
        Rig.await(() -> says("There is a group of this name already."));
        rename("Plant bot");
        Rig.await(() ->
                groups.all().stream().map(PermissionGroup::name).toList().equals(List.of("Nobody’s", "Plant bot")));
        var follower = rig().workspace().accounts().find("fracttal-main").orElseThrow();
        assertEquals("Plant bot", follower.group());
        assertEquals(
                List.of("work_orders:see"),
                groups.find("Plant bot").orElseThrow().permissions().stream()
                        .map(Permission::toString)
                        .toList());

        select("Nobody’s");
        press("#group-remove");
        Rig.await(() -> groups.find("Nobody’s").isEmpty());
        Rig.await(() -> groupName().equals("Plant bot"));
    }

    private void select(String group) throws InterruptedException {
        ListView<PermissionGroup> list = hands().robot().lookup("#groups").queryListView();
        Rig.await(() -> list.getItems().stream().anyMatch(each -> each.name().equals(group)));
        hands().robot()
                .interact(() -> list.getSelectionModel()
                        .select(list.getItems().stream()
                                .filter(each -> each.name().equals(group))
                                .findFirst()
                                .orElseThrow()));
        Rig.await(() -> groupName().equals(group));
    }

    private String groupName() {
        return hands().robot()
                .lookup("#group-name")
                .tryQueryAs(TextField.class)
                .map(TextField::getText)
                .orElse("");
    }

    private void rename(String name) {
        hands().robot().interact(() -> {
            var field = hands().robot().lookup("#group-name").queryAs(TextField.class);
            field.setText(name);
            field.fireEvent(new ActionEvent());
        });
    }

    private boolean says(String words) {
        return hands().robot().lookup(".label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> words.equals(label.getText()));
    }

    @Test
    void what_a_flow_lacks_is_named_and_added_where_the_connection_is() throws Exception {
        PictureFlows.group(rig().workspace(), "work_orders:see", "warehouses:see");
        var blocked = Wiring.check(rig().workspace(), Connectors.found()).in(Rig.sample());
        assertEquals(
                Set.of("problem.rights"),
                blocked.stream().map(problem -> problem.key()).collect(Collectors.toSet()));
        hands().robot().interact(() -> studio().studio().showConnections());
        choose("fracttal-main");
        press("#rights-add");
        Rig.await(() -> Wiring.check(rig().workspace(), Connectors.found())
                .in(Rig.sample())
                .isEmpty());
    }

    @Test
    void a_connection_is_tested_in_steps_and_one_that_is_shut_is_named() throws Exception {
        PictureFlows.group(rig().workspace(), "work_orders:see", "human_resources:see");
        hands().robot().interact(() -> studio().studio().showConnections());
        choose("fracttal-main");
        press("#connection-test");
        Rig.await(() -> hands().robot()
                        .lookup("#connection-steps")
                        .queryAs(VBox.class)
                        .lookupAll(".tone-success")
                        .size()
                == 3);
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#connection-hub")
                        .queryAs(CheckBox.class)
                        .fire());
        press("#connection-save");
        Rig.await(() -> Wiring.check(rig().workspace(), Connectors.found()).in(Rig.sample()).stream()
                .anyMatch(problem -> problem.key().equals("problem.account.hub")
                        && problem.arguments().contains("fracttal-main")));
    }

    @Test
    void a_new_secret_takes_the_place_of_the_old_after_the_flows_were_named() throws Exception {
        choose("whatsapp-main");
        press("#connection-rotate");
        hands().click("#rotate-access-token").type("another").click("#rotate-do");
        hands().click("#secret-stored").click("#secret-close");
        var accounts = rig().workspace().accounts();
        Rig.await(() -> accounts.secret("whatsapp-main", "access-token").equals(Optional.of(new Secret("another"))));
    }

    private void choose(String connection) throws InterruptedException {
        Rig.await(() -> row(connection).isPresent());
        hands().robot()
                .interact(
                        () -> list().getSelectionModel().select(row(connection).orElseThrow()));
        Rig.await(() -> hands().robot()
                .lookup("#connection-name")
                .tryQuery()
                .filter(field -> ((TextField) field).getText().equals(connection))
                .isPresent());
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> list() {
        return hands().robot().lookup("#connections").queryAs(ListView.class);
    }

    private Optional<Object> row(String connection) {
        return list().getItems().stream()
                .filter(row -> row.toString().contains("name=" + connection + ","))
                .findFirst();
    }

    /// Wherever it is scrolled to.
    private void press(String button) throws InterruptedException {
        Rig.await(() -> hands().robot()
                .lookup(button)
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent());
        Platform.runLater(() -> hands().robot().lookup(button).queryButton().fire());
    }
}
