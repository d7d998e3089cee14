package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Background;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.flow.Language;
import io.signalbox.json.FlowJson;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// On which servers a flow lies is told in the list, as far as it is known here.
@ExtendWith(ApplicationExtension.class)
final class FlowServersTest {
    private final MemoryFlows flows = MemoryFlows.three();
    private Map<String, List<KnownServers.Copy>> copies = Map.of();
    private FlowList list;

    @Start
    void open(Stage stage) {
        list = new FlowList(
                new Words(Language.EN),
                flows.shelf(Map.of(), _ -> List.of(), () -> copies),
                new Background(Runnable::run, Runnable::run),
                Shortcuts.standard(),
                new PreferenceBook(),
                new MemoryFlows.Ignored());
        Shown.on(stage, PanelBench.of(PanelFlow.flow()), list, 1000, 700);
    }

    /// On no stage: there is room for more columns than on the screen.
    private void lay(PatientRobot robot) {
        robot.interact(() -> {
            list.refresh();
            var wide = new Scene(new StackPane(list), 1440, 700);
            new Theme(Theme.Choice.LIGHT).dress(wide);
            for (int turn = 0; turn < 2; turn++) {
                wide.getRoot().applyCss();
                wide.getRoot().layout();
            }
        });
    }

    private List<String> columns() {
        return list.table().getVisibleLeafColumns().stream()
                .map(TableColumn::getId)
                .toList();
    }

    private List<String> said() {
        return list.lookupAll(".label").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .toList();
    }

    private String identity(String id) {
        return FlowJson.identity(flows.find(id).orElseThrow().flow());
    }

    @Test
    void nothing_is_said_of_servers_while_nothing_was_sent(PatientRobot robot) {
        lay(robot);
        assertTrue(columns().contains("flows.week"), columns()::toString);
        assertFalse(columns().contains("flows.servers"));
    }

    @Test
    void each_server_says_whether_it_runs_what_is_here(PatientRobot robot) {
        copies = Map.of(
                "live",
                List.of(
                        new KnownServers.Copy("plant-a.example:8085", identity("live"), true),
                        new KnownServers.Copy("plant-b.example", identity("live"), false)),
                "draft",
                List.of(new KnownServers.Copy("plant-a.example:8085", "another", true)));
        lay(robot);
        assertTrue(columns().contains("flows.servers"));
        assertTrue(said().contains("plant-a.example:8085, plant-b.example (off)"), said()::toString);
        assertTrue(said().contains("plant-a.example:8085 (another version)"), said()::toString);
        assertTrue(said().contains("Differs from server"), said()::toString);
        assertEquals(
                List.of(FlowStatus.LISTENING, FlowStatus.DIFFERS, FlowStatus.SERVER_DIFFERS),
                list.table().getItems().stream().map(FlowRow::status).toList());
        var spoken = list.lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .filter(row -> !row.isEmpty())
                .map(Node::getAccessibleText)
                .filter(sentence -> sentence.contains("Servers: plant-a.example:8085, plant-b.example (off)."))
                .count();
        assertEquals(1, spoken);

        robot.interact(() -> {
            copies = Map.of();
            list.refresh();
        });
        assertFalse(columns().contains("flows.servers"));
    }
}
