package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;

/// The runs of all flows as a place of its own: found, looked into, repeated, and opened in their flow.
final class RunsPageTest extends UsabilityTask {
    /// The second place is filled with a field that no work order has: its run fails.
    private static Flow broken() {
        return Rig.flow(FlowJson.write(Rig.sample())
                        .replace(
                                "\"to\": \"2\",\n          \"from\": {\n            \"path\": \"wo.wo_folio\"",
                                "\"to\": \"2\",\n          \"from\": {\n            \"path\": \"wo.nickname\""))
                .withId("broken");
    }

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.run(Rig.sample());
        workspace.run(Rig.flow(FlowJson.write(broken().withName("The broken one"))));
        workspace.call(
                "POST",
                "/events",
                workspace.token(Scope.EVENTS),
                Json.write(Rig.sample().samples().getFirst().event()));
        workspace.settled();
    }

    @Override
    void begin(StudioRig window) {
        window.studio().showFlows();
    }

    private List<RunSummary> rows() {
        return List.copyOf(
                hands().robot().lookup("#all-runs").<RunSummary>queryTableView().getItems());
    }

    private boolean has(String query) {
        return hands().robot().lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void turnTo() throws Exception {
        hands().press(KeyCode.ALT, KeyCode.DIGIT3);
        Rig.await(() -> has("#all-runs") && rows().size() == 2);
    }

    private void choose(RunState state) throws Exception {
        var table = hands().robot().lookup("#all-runs").<RunSummary>queryTableView();
        hands().robot()
                .interact(() -> table.getSelectionModel()
                        .select(table.getItems().stream()
                                .filter(run -> run.state() == state)
                                .findFirst()
                                .orElseThrow()));
        Rig.await(() -> has("#run-detail #preview-steps"));
    }

    private <T> CheckComboBox<T> box(String id) {
        @SuppressWarnings("unchecked")
        CheckComboBox<T> found = hands().robot().lookup(id).queryAs(CheckComboBox.class);
        return found;
    }

    @Test
    void the_runs_of_all_flows_are_filtered_by_state_flow_and_subject() throws Exception {
        turnTo();
        hands().robot()
                .interact(
                        () -> this.<RunState>box("#runs-states").getCheckModel().check(RunState.FAILED));
        Rig.await(() -> rows().size() == 1);
        assertEquals("broken", rows().getFirst().flow());
        assertEquals("States, Failed", box("#runs-states").getAccessibleText());
        hands().robot().interact(() -> box("#runs-flows").getCheckModel().check(0));
        hands().robot().interact(() -> box("#runs-flows").getCheckModel().check(1));
        assertEquals(1, rows().size());
        hands().click("#runs-search").type("no such subject");
        Rig.await(() -> has("#runs-empty-way"));
        hands().click("#runs-empty-way");
        Rig.await(() -> rows().size() == 2);
        assertEquals("States, All states", box("#runs-states").getAccessibleText());
    }

    @Test
    void a_flow_that_is_renamed_stays_ticked() throws Exception {
        turnTo();
        hands().robot()
                .interact(() -> this.<Object>box("#runs-flows").getCheckModel().check(1));
        Rig.await(() -> rows().size() == 1);
        var flow = rows().getFirst().flow();
        var stored = rig().workspace().flows().find(flow).orElseThrow();
        rig().workspace().flows().save(stored.flow().withName("A name of today"), stored.revision());
        Rig.await(() -> "Flows, A name of today".equals(box("#runs-flows").getAccessibleText()));
        assertEquals(1, rows().size());
    }

    @Test
    void a_row_is_a_sentence_and_its_detail_shows_each_node_with_its_calls() throws Exception {
        turnTo();
        choose(RunState.FAILED);
        var said = hands().robot().lookup("#all-runs .table-row-cell").queryAllAs(TableRow.class).stream()
                .map(row -> String.valueOf(row.getAccessibleText()))
                .filter(text -> text.startsWith("The broken one, "))
                .findFirst()
                .orElseThrow();
        assertTrue(said.contains("Failed"), said);
        var steps = hands().robot().lookup("#run-detail #preview-steps").queryAs(TableView.class);
        Rig.await(() -> steps.getItems().size() == broken().nodes().size());
        Rig.await(() -> steps.getSelectionModel().getSelectedItem() != null);
        assertTrue(String.valueOf(steps.getSelectionModel().getSelectedItem()).contains("FAILED"));
        assertEquals(
                "Calls",
                ((Label) ((javafx.scene.control.TableColumn<?, ?>) steps.getVisibleLeafColumn(2)).getGraphic())
                        .getText());
    }

    @Test
    void a_failed_run_is_retried_once() throws Exception {
        turnTo();
        choose(RunState.FAILED);
        hands().click("#run-retry");
        Rig.await(() -> rows().size() == 3);
        choose(RunState.FAILED);
        rig().settled();
        Rig.await(
                () -> rows().stream().filter(run -> run.flow().equals("broken")).count() == 2);
    }

    @Test
    void a_run_opens_in_its_flow_with_what_it_did_in_place_of_the_preview() throws Exception {
        turnTo();
        choose(RunState.SUCCEEDED);
        hands().click("#run-open");
        Rig.await(() -> has("#node-wo") && has("#run-leave"));
        var chosen =
                hands().robot().lookup("#runs").<RunSummary>queryTableView().getSelectionModel();
        Rig.await(() -> chosen.getSelectedItem() != null);
        assertEquals(RunState.SUCCEEDED, chosen.getSelectedItem().state());
        hands().robot().interact(() -> studio().studio().showRuns());
        Rig.await(() -> has("#all-runs") && rows().size() == 2);
        hands().doubleClick("#all-runs .table-row-cell");
        Rig.await(() -> has("#node-wo") && has("#run-leave"));
    }

    @Test
    void without_runs_the_page_says_how_to_get_one() throws Exception {
        turnTo();
        hands().robot()
                .interact(
                        () -> this.<RunState>box("#runs-states").getCheckModel().check(RunState.PARKED));
        Rig.await(() -> has("#runs-empty-way"));
        assertEquals(
                "Show all runs",
                hands().robot().lookup("#runs-empty-way").queryAs(Labeled.class).getText());
    }

    @Test
    void a_text_is_looked_for_in_the_data_and_the_page_says_how_far_it_looked() throws Exception {
        turnTo();
        hands().robot()
                .interact(() ->
                        hands().robot().lookup("#all-runs").queryTableView().requestFocus());
        hands().press(KeyCode.F3);
        hands().type("marta jara").press(KeyCode.ENTER);
        Rig.await(() -> reached().equals("2 runs found. Looked into all 2."), this::reached);
        hands().press(KeyCode.SHORTCUT, KeyCode.A);
        hands().type("no such value").press(KeyCode.ENTER);
        Rig.await(() -> reached().equals("0 runs found. Looked into all 2."), this::reached);
        assertEquals(List.of(), rows());
        hands().click("#runs-clear");
        Rig.await(() -> rows().size() == 2);
        assertEquals("", reached());
    }

    private String reached() {
        return hands().robot()
                .lookup("#runs-reached")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private void chooseBoth() throws Exception {
        var table = hands().robot().lookup("#all-runs").<RunSummary>queryTableView();
        hands().robot().interact(() -> {
            table.requestFocus();
            table.getSelectionModel().selectAll();
        });
        Rig.await(() -> has("#runs-picks"));
    }

    @Test
    void two_runs_are_compared_side_by_side_in_words() throws Exception {
        turnTo();
        chooseBoth();
        hands().press(KeyCode.C);
        Rig.await(() -> has("#run-differences"));
        var said = hands().robot().lookup("#run-differences .table-row-cell").queryAllAs(TableRow.class).stream()
                .map(row -> String.valueOf(row.getAccessibleText()))
                .filter(text -> text.contains("Failed"))
                .findFirst();
        assertTrue(said.orElse("").contains("In the first: "), said.toString());
        hands().press(KeyCode.ESCAPE);
        Rig.await(() -> !has("#run-comparison"));
    }

    @Test
    void the_failed_ones_of_those_chosen_are_retried_after_one_question() throws Exception {
        turnTo();
        chooseBoth();
        hands().press(KeyCode.R);
        Rig.await(() -> has("#runs-repeat-really"));
        assertEquals(
                "Retry 1 failed run",
                hands().robot().lookup("#runs-repeat-really").queryButton().getText());
        hands().press(KeyCode.ESCAPE);
        Rig.await(() -> !has("#runs-repeat-card"));
        assertEquals(2, rows().size());
        hands().click("#runs-repeat").click("#runs-repeat-really");
        Rig.await(() -> rows().size() == 3);
    }

    @Test
    void the_menu_of_the_chosen_run_opens_by_its_key() throws Exception {
        turnTo();
        choose(RunState.FAILED);
        var table = hands().robot().lookup("#all-runs").queryTableView();
        hands().robot()
                .interact(() -> Event.fireEvent(
                        table, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        Rig.await(() -> has("#runs-repeat-item"));
        hands().click("#runs-repeat-item");
        Rig.await(() -> has("#runs-repeat-card"));
    }
}
