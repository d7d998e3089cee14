package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.PatientRobot;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The sentence below a field is the one of the list of problems.
@ExtendWith(ApplicationExtension.class)
final class FieldProblemsTest {
    private Bench bench;
    private Inspector inspector;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(broken());
        inspector = new Inspector(bench, () -> {});
        Shown.on(stage, bench, inspector, 400, 900);
    }

    /// Without a template, to nobody, with an empty row and one filled twice.
    private static Flow broken() {
        var flow = PanelFlow.flow(
                Condition.always(),
                List.of(MapRow.of("1", Expression.literal("")), MapRow.of("1", Expression.path("wo.wo_folio"))));
        var send = flow.node(PanelFlow.SEND).orElseThrow();
        return flow.withNode(
                send.withSettings(send.settings().without("template").without("to")));
    }

    private List<String> listed(Node node) {
        return bench.preview().model().problems(node.id()).stream()
                .map(problem -> problem.text(bench.words().flowTexts()))
                .toList();
    }

    private static void showing(PatientRobot robot, Bench bench, io.signalbox.flow.NodeId node) {
        Shown.previewed(bench);
        robot.interact(() -> Shown.select(bench, node));
        Shown.until(() -> bench.preview().model().flow().equals(bench.flow()));
    }

    @Test
    void a_setting_that_is_missing_is_said_below_it_by_its_label(PatientRobot robot) {
        showing(robot, bench, PanelFlow.SEND);
        assertEquals("“Template name / Content SID” is empty.", Shown.words(robot, "#problem-settings-template"));
        assertEquals("“Recipient” is empty.", Shown.words(robot, "#problem-settings-to"));
        var listed = listed(bench.flow().node(PanelFlow.SEND).orElseThrow());
        assertTrue(listed.contains("“Template name / Content SID” is empty."), listed::toString);

        robot.clickOn("#setting-template").write("wo_assigned");
        Shown.until(() -> !robot.lookup("#problem-settings-template").query().isVisible());
    }

    @Test
    void a_row_of_the_map_says_what_the_list_says_and_nothing_else(PatientRobot robot) {
        showing(robot, bench, PanelFlow.FIELDS);
        assertEquals("The field “1” has no value.", Shown.words(robot, "#map-row-problem-0"));
        assertTrue(!robot.lookup("#map-result-0").query().isVisible(), "the same is not said twice");
        assertEquals("The field “1” is filled twice.", Shown.words(robot, "#map-row-problem-1"));
        assertEquals("OS-1496", Shown.words(robot, "#map-result-1"));
        var listed = listed(bench.flow().node(PanelFlow.FIELDS).orElseThrow());
        assertTrue(listed.containsAll(List.of("The field “1” has no value.", "The field “1” is filled twice.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mail | send | nobody | “nobody” is no mail address: the message would not be sent
                    mail | send | ana@example.com | ana@example.com
                    workplace | send-text | 551 | 551
                    whatsapp | send-text | 551 | “551” is no phone number with country code: the message would not be sent""")
    void a_recipient_is_judged_by_what_its_service_can_reach(
            String service, String operation, String to, String said, PatientRobot robot) {
        var send = bench.flow().node(PanelFlow.SEND).orElseThrow();
        var settings = Settings.empty().with("to", to);
        robot.interact(() -> bench.session()
                .perform(
                        new Edit.ChangeNode(
                                send.withService(service, "", operation).withSettings(settings), "edit.service"),
                        ""));
        showing(robot, bench, PanelFlow.SEND);
        Shown.until(() -> Shown.words(robot, ".setting-row").contains(said));
    }

    @Test
    void a_connection_that_is_shut_is_not_offered_and_opened_where_it_is_missed(PatientRobot robot) {
        var shut = new Account(
                "plant-b",
                "fracttal",
                new LinkedHashMap<>(Map.of("client-id", "id", Account.HUB, "false", Account.GROUP, "bot")),
                Set.of("client-secret"),
                true);
        robot.interact(() -> {
            bench.groups().save(PermissionGroup.of("bot", List.of()), () -> {}, failure -> {
                throw new AssertionError(failure);
            });
            bench.accounts().save(shut, Map.of(), () -> {}, failure -> {
                throw new AssertionError(failure);
            });
        });
        showing(robot, bench, PanelFlow.WO);
        assertEquals(List.of("plant-a", "+ New connection…"), offered(robot));
        assertEquals(
                "1 connection is not offered: “Enable Hub” is off in it. Open it here, or under Connections.",
                Shown.words(robot, "#shut-connections"));

        robot.clickOn("#shut-open-plant-b");
        robot.interact(
                () -> robot.lookup("#connection-hub").queryAs(CheckBox.class).setSelected(true));
        robot.interact(() -> robot.lookup("#connection-save").queryButton().fire());
        Shown.until(() -> offered(robot).contains("plant-b"));
        assertFalse(robot.lookup("#shut-connections").query().isVisible());

        robot.interact(() -> bench.accounts().save(shut, Map.of(), () -> {}, failure -> {
            throw new AssertionError(failure);
        }));
        showing(robot, bench, PanelFlow.SEND);
        assertFalse(robot.lookup("#shut-connections").query().isVisible(), "whoever sends needs no leave to read");
    }

    private static List<String> offered(PatientRobot robot) {
        return robot.lookup("#setting-account").queryAs(OptionPicker.class).getItems().stream()
                .map(OptionPicker.Option::text)
                .toList();
    }

    @Test
    void the_field_of_a_problem_gets_the_keyboard(PatientRobot robot) {
        showing(robot, bench, PanelFlow.FIELDS);
        var problem = bench.preview().model().problems(PanelFlow.FIELDS).stream()
                .filter(each -> each.key().equals("problem.row.twice"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> inspector.reveal(problem));
        Shown.until(() -> robot.lookup("#map-value-1").query().isFocusWithin());
    }

    @Test
    void a_trigger_without_an_event_says_so_below_the_list_of_events(PatientRobot robot) {
        var trigger = (Node.Trigger) bench.flow().node(PanelFlow.TRIGGER).orElseThrow();
        robot.interact(() -> bench.session()
                .perform(
                        new Edit.ChangeNode(
                                trigger.withSettings(trigger.settings().without("event")), "edit.trigger"),
                        ""));
        showing(robot, bench, PanelFlow.TRIGGER);
        Shown.until(() -> Shown.words(robot, "#problem-settings-module")
                .equals("The trigger “New work order” does not say which event starts it."));
        var listed =
                bench.preview().model().problems().stream().map(Problem::field).toList();
        assertTrue(listed.contains("settings.event"), listed::toString);
    }
}
