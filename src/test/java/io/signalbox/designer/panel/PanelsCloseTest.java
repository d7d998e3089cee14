package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonRepair;
import io.signalbox.sandbox.Arrived;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class PanelsCloseTest {
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    private Bench bench;
    private Inspector inspector;
    private Drawer drawer;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        inspector = new Inspector(bench, () -> {});
        drawer = new Drawer(
                bench,
                new PreviewPanel(bench),
                new RunsPanel(bench, new NoDeeds(), _ -> {}),
                new ProblemsPanel(bench, _ -> {}),
                new SandboxPanel(bench),
                new SimpleBooleanProperty(true));
        var pane = new BorderPane(inspector);
        pane.setBottom(new javafx.scene.layout.VBox(drawer.nodes()));
        Shown.on(stage, bench, pane, 900, 950);
    }

    private void visitEverything(PatientRobot robot, Runnable each) {
        for (var node : List.of(PanelFlow.TRIGGER, PanelFlow.WO, PanelFlow.SEND, PanelFlow.FIELDS)) {
            robot.interact(() -> Shown.select(bench, node));
            var tabs = robot.from(inspector).lookup(".tab-button").queryAllAs(ToggleButton.class).stream()
                    .map(ToggleButton::getId)
                    .toList();
            for (var tab : tabs) {
                robot.interact(() -> robot.from(inspector)
                        .lookup("#" + tab)
                        .queryAs(ToggleButton.class)
                        .fire());
                each.run();
            }
        }
        robot.interact(() -> Shown.select(bench, new NodeId("nobody")));
        each.run();
    }

    @Test
    void the_first_opening_is_rehearsed_beside_the_fx_thread() {
        assertTrue(FirstOpening.rehearse() > 0);
    }

    @Test
    void closing_leaves_nobody_listening(PatientRobot robot) throws ReflectiveOperationException {
        Shown.previewed(bench);
        visitEverything(robot, () -> {});
        robot.interact(() -> {
            inspector.close();
            drawer.close();
            bench.preview().close();
        });

        assertNull(listeners(bench.session().historyProperty()), "history");
        assertNull(listeners(bench.session().selectionProperty()), "selection");
        assertNull(listeners(bench.preview().modelProperty()), "model");
        assertNull(listeners(bench.accounts().allProperty()), "accounts");
        assertNull(listeners(bench.words().textsProperty()), "words");
    }

    @Test
    void no_text_key_stands_where_words_should(PatientRobot robot) {
        Shown.previewed(bench);
        visitEverything(
                robot,
                () -> assertEquals(
                        "",
                        robot
                                .lookup((javafx.scene.Node node) -> node instanceof Labeled)
                                .queryAllAs(Labeled.class)
                                .stream()
                                .map(Labeled::getText)
                                .filter(text ->
                                        text != null && KEY.matcher(text).matches())
                                // What the sample itself says is no key.
                                .filter(text -> !text.equals("tasks.work_orders.new_wo"))
                                .collect(Collectors.joining(", "))));
    }

    @Test
    void what_arrived_at_the_sandbox_is_shown_as_its_recipient_sees_it(PatientRobot robot) {
        var at = PanelBench.NOW;
        robot.interact(() -> {
            drawer.showArrivals(List.of());
            drawer.reveal("sandbox");
        });
        Shown.until(() -> Shown.words(robot, "#arrivals").startsWith("Nothing has arrived yet."));
        robot.interact(() -> drawer.showArrivals(List.of(
                Arrived.of("mail", at, "ana@example.com", Arrived.Look.MAIL, "OT-1\nThe pump stopped.", "raw-mail"),
                new Arrived(
                        "whatsapp",
                        at,
                        "5515998124470",
                        Arrived.Look.BUBBLE,
                        "wo_assigned",
                        "es",
                        "",
                        "Hola Marta",
                        "raw-bubble"))));
        Shown.until(() -> words(robot, "#tab-sandbox").contains("2"));
        Shown.until(() -> Shown.words(robot, "#arrived").contains("Hola Marta"));
        assertTrue(robot.lookup("#arrived .bubble").tryQuery().isPresent());

        ListView<Arrived> list = robot.lookup("#arrivals").queryListView();
        robot.interact(() -> list.getSelectionModel().select(1));
        assertEquals("ana@example.com As it came OT-1 To ana@example.com The pump stopped.", words(robot, "#arrived"));
        robot.clickOn("#arrived-raw");
        assertTrue(robot.lookup("#text-card")
                .queryAs(TextInputControl.class)
                .getText()
                .contains("raw-mail"));
    }

    private static String words(PatientRobot robot, String place) {
        return robot
                .from(robot.lookup(place).queryAll())
                .lookup((javafx.scene.Node node) -> node instanceof Labeled)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_run_whose_message_was_no_json_says_what_was_repaired(PatientRobot robot) {
        Shown.previewed(bench);
        assertTrue(robot.lookup("#run-repaired").tryQuery().isEmpty());
        robot.interact(() -> {
            drawer.reveal("runs");
            bench.preview()
                    .look(
                            bench.flow(),
                            run(new JsonRepair.Repair(JsonRepair.What.ESCAPE, 3, 23, "\"", "\\\"").asValue()),
                            false);
        });
        Shown.until(() -> robot.lookup("#run-repaired").tryQuery().isPresent());
        var pill = robot.lookup("#run-repaired").queryAs(Label.class);
        assertEquals("Repaired", pill.getText());
        assertEquals(
                "Line 3, column 23: a quotation mark or backslash inside a text: \" becomes \\\"",
                pill.getAccessibleHelp());
        assertTrue(pill.getTooltip().getText().endsWith(pill.getAccessibleHelp()));
    }

    private static RunRecord run(Value repair) {
        var summary = new RunSummary(
                "run-1",
                "new-wo-whatsapp",
                "event-1",
                "OS-1496",
                RunState.SUCCEEDED,
                0,
                "",
                "",
                PanelBench.NOW,
                Optional.of(PanelBench.NOW),
                0);
        var event = new Event(
                "event-1",
                "webhook",
                "",
                "",
                "",
                "",
                "OS-1496",
                PanelBench.NOW,
                PanelBench.NOW,
                PanelFlow.sample().event().at("data"),
                Value.fields(Event.REPAIRED, Value.items(repair)));
        return new RunRecord(summary, 1, PanelFlow.TRIGGER, event, List.of());
    }

    /// What a property keeps its listeners in; null when there are none.
    private static Object listeners(ReadOnlyObjectProperty<?> property) throws ReflectiveOperationException {
        var helper = ReadOnlyObjectPropertyBase.class.getDeclaredField("helper");
        helper.setAccessible(true);
        return helper.get(property);
    }

    private static final class NoDeeds implements RunsPanel.Deeds {
        @Override
        public void look(RunSummary run) {}

        @Override
        public void start() {}

        @Override
        public void again(RunRecord run) {}

        @Override
        public void retry(RunRecord run) {}

        @Override
        public void resolve(RunRecord run, Settlement settlement) {}

        @Override
        public void cancel(RunRecord run) {}
    }
}
