package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.designer.PatientRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ConnectionDialogTest {
    private final MemoryAccounts accounts = new MemoryAccounts();
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow(), accounts);
        Shown.on(stage, bench, new VBox(), 800, 900);
    }

    @Test
    void a_connection_is_stored_once_everything_needed_is_there(PatientRobot robot) {
        var saved = new ArrayList<Account>();
        robot.interact(() -> new ConnectionDialog(bench, "whatsapp", saved::add).open());
        assertTrue(robot.lookup("#connection-save").query().isDisabled());
        name(robot, "plant-b");
        robot.clickOn("#setting-phone-number-id").write("42");
        robot.clickOn("#setting-access-token").write("hush-hush");
        robot.clickOn("#connection-save");
        assertTrue(robot.lookup("#secret-close").query().isDisabled());
        robot.push(KeyCode.ESCAPE).clickOn("#secret-stored").clickOn("#secret-close");

        assertEquals(List.of("plant-b"), saved.stream().map(Account::name).toList());
        assertEquals(Optional.of(new Secret("hush-hush")), accounts.secret("plant-b", "access-token"));
        assertEquals("42", accounts.find("plant-b").orElseThrow().value("phone-number-id"));
        assertFalse(bench.overlay().isVisible());
    }

    @Test
    void no_part_of_the_dialog_ever_says_a_secret(PatientRobot robot) {
        robot.interact(() -> new ConnectionDialog(bench, "whatsapp", _ -> {}).open());
        robot.clickOn("#setting-access-token").write("hush-hush");

        assertEquals(
                List.of(),
                said(bench.overlay()).stream()
                        .filter(text -> text.contains("hush"))
                        .toList());
    }

    @Test
    void a_stored_secret_does_not_come_back_and_stays_when_left_blank(PatientRobot robot) {
        var account = new Account(
                "old",
                "whatsapp",
                new java.util.LinkedHashMap<>(Map.of("phone-number-id", "1")),
                Set.of("access-token"),
                true);
        accounts.save(account, Map.of("access-token", new Secret("hush-hush")));
        robot.interact(() -> new ConnectionDialog(bench, account, _ -> {}).open());
        assertEquals(
                "",
                robot.lookup("#setting-access-token")
                        .queryAs(PasswordField.class)
                        .getText());
        robot.clickOn("#setting-phone-number-id").write("2");
        robot.clickOn("#connection-save");

        assertEquals(Optional.of(new Secret("hush-hush")), accounts.secret("old", "access-token"));
        assertEquals(Set.of("access-token"), accounts.find("old").orElseThrow().secrets());
    }

    @Test
    void a_name_that_flows_could_not_refer_to_is_refused_in_words(PatientRobot robot) {
        robot.interact(() -> new ConnectionDialog(bench, "whatsapp", _ -> {}).open());
        name(robot, "Plant B");

        assertTrue(Shown.words(robot, ".dialog-content").contains("cannot be a connection's name"));
    }

    private static void name(PatientRobot robot, String text) {
        robot.interact(
                () -> robot.lookup("#connection-name").queryTextInputControl().setText(text));
    }

    private static List<String> said(Node node) {
        var said = new ArrayList<String>();
        if (node.getAccessibleText() != null) {
            said.add(node.getAccessibleText());
        }
        switch (node) {
            case PasswordField _ -> {}
            case TextInputControl input -> said.add(input.getText());
            case Labeled labeled -> said.add(labeled.getText());
            case Text text -> said.add(text.getText());
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> said.addAll(said(child)));
        }
        return said.stream().filter(text -> text != null).toList();
    }
}
