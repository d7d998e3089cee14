package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Background;
import io.signalbox.designer.Words;
import io.signalbox.flow.Language;
import io.signalbox.json.FlowJson;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FlowListTest {
    private final MemoryFlows flows = MemoryFlows.three();
    private FlowList list;

    @Start
    void open(Stage stage) {
        list = new FlowList(
                new Words(Language.EN), flows, new Background(Runnable::run, Runnable::run), new MemoryFlows.Ignored());
        Shown.on(stage, PanelBench.of(PanelFlow.flow()), list, 900, 700);
    }

    private List<String> states() {
        return list.table().getItems().stream()
                .map(stored -> FlowList.difference(stored).orElse("draft"))
                .toList();
    }

    @Test
    void each_flow_says_whether_what_runs_is_what_is_drawn(FxRobot robot) {
        assertEquals(List.of("live", "changed", "draft"), states());
    }

    @Test
    void a_deleted_draft_comes_back(FxRobot robot) {
        robot.clickOn("Overdue tasks to supervisor").clickOn("#flow-delete");
        assertTrue(flows.find("draft").isEmpty());

        robot.clickOn("#flow-undo");
        assertTrue(flows.find("draft").isPresent());
    }

    @Test
    void what_is_live_is_deleted_only_after_a_second_word(FxRobot robot) {
        robot.clickOn("Meter out of range").clickOn("#flow-delete");
        assertTrue(flows.find("live").isPresent());

        robot.clickOn("#flow-delete-live");
        assertTrue(flows.find("live").isEmpty());
    }

    @Test
    void a_copy_and_an_import_get_an_id_of_their_own(FxRobot robot) {
        robot.clickOn("Meter out of range").clickOn("#flow-duplicate");
        assertEquals(
                Optional.of("Meter out of range (copy)"),
                flows.find("live-2").map(stored -> stored.flow().name()));

        robot.interact(() -> list.importText(FlowJson.write(PanelFlow.flow())));
        assertTrue(flows.find("new-wo-whatsapp-2").isPresent());
    }

    @Test
    void a_file_that_is_no_flow_is_refused_in_words(FxRobot robot) {
        robot.interact(() -> list.importText("{\n  nonsense"));

        assertTrue(Shown.words(robot, "#flow-notice").startsWith("This file is not a flow. Line 2"));
    }
}
