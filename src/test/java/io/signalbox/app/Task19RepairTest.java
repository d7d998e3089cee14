package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.engine.FlowCheck;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Task 19: set right whatever is wrong with a broken flow, by F8 and the buttons beside the problems.
final class Task19RepairTest extends UsabilityTask {
    private static final NodeId TRIGGER = new NodeId("trigger");
    private static final NodeId WO = new NodeId("wo");
    private static final NodeId SEND = new NodeId("send");
    private static final NodeId FIELDS = new NodeId("fields");

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(broken(), 0);
    }

    /// Five things wrong, each of another kind: an account that is gone, a wire that is missing, a condition without a
    /// value, a setting that refers to nobody, a field filled twice.
    private static Flow broken() {
        var flow = Rig.sample();
        var wo = flow.node(WO).orElseThrow();
        var send = flow.node(SEND).orElseThrow();
        var fields = (Node.Configuration) flow.node(FIELDS).orElseThrow();
        var trigger = (Node.Trigger) flow.node(TRIGGER).orElseThrow();
        var rows = new ArrayList<>(fields.fields());
        rows.add(MapRow.of("1", Expression.path("wo.wo_folio")));
        return flow.withNode(wo.withService(wo.type(), "gone", wo.operation()))
                .withNode(send.withSettings(send.settings().with("to", Expression.path("nobody.phone"))))
                .withNode(fields.withFields(rows))
                .withNode(trigger.withWhen(new Condition.Group(
                        Condition.Mode.ALL,
                        List.of(Condition.row("trigger.data.priorities_description", Operator.EQ, Value.nothing())))))
                .withWires(flow.wires().stream()
                        .filter(wire -> !wire.to().equals(new NodeId("person")))
                        .toList());
    }

    private ListView<?> problems() {
        return hands().robot().lookup("#problems").queryListView();
    }

    private Flow stored() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }

    @Test
    void every_problem_is_walked_to_and_set_right() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        int count = FlowCheck.ofWorkspace(Connectors.found(), rig().workspace().accounts()::find)
                .in(broken())
                .size();
        assertTrue(count >= 5, () -> "only " + count + " problems were seeded");
        hands().press(KeyCode.F8);
        Rig.await(() -> hands().robot().lookup(".problem-fix").tryQuery().isPresent());
        Rig.await(() -> hands().robot().lookup("#problems").tryQuery().isPresent()
                && problems().getItems().size() == count);
        for (int left = count; left > 0; left--) {
            int before = left;
            hands().click("#problems .problem-fix");
            Rig.await(() -> problems().getItems().size() < before);
            left = problems().getItems().size() + 1;
        }
        Rig.await(() -> FlowCheck.ofWorkspace(
                        Connectors.found(), rig().workspace().accounts()::find)
                .in(stored())
                .isEmpty());
        hands().within("Task 19, set right five things", 12);
    }

    /// What F8 does, with the mouse.
    @Test
    void the_mark_of_a_problem_leads_to_its_field() throws Exception {
        Rig.await(() -> hands().robot()
                .lookup("#node-send .node-problem")
                .match(javafx.scene.Node::isVisible)
                .tryQuery()
                .isPresent());
        hands().robot().interact(() -> studio().window().canvas().orElseThrow().fit());
        hands().click("#node-send .node-problem");
        Rig.await(() -> hands().robot().lookup("#problems").tryQuery().isPresent());
        Rig.await(() -> problems().getSelectionModel().getSelectedItem() instanceof Problem problem
                && problem.node().filter(SEND::equals).isPresent());
        Rig.await(() -> studio().scene().getFocusOwner() instanceof TextField text
                && text.getParent().getId() != null
                && text.getParent().getId().equals("setting-to"));
    }

    @Test
    void the_next_problem_is_shown_with_its_field_ready_to_type() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        Rig.await(() -> !hands().robot()
                .lookup("#tab-problems .tab-count")
                .queryLabeled()
                .getText()
                .equals("0"));
        var seen = new ArrayList<String>();
        hands().press(KeyCode.F8);
        Rig.await(() -> problems().getSelectionModel().getSelectedItem() != null);
        int count = problems().getItems().size();
        for (int at = 0; at < count; at++) {
            var problem = (Problem) problems().getSelectionModel().getSelectedItem();
            if (problem.field().startsWith("settings.to")) {
                Rig.await(() -> studio().scene().getFocusOwner() instanceof TextField text
                        && text.getParent().getId() != null
                        && text.getParent().getId().equals("setting-to"));
            }
            var texts = studio().words().flowTexts();
            Rig.await(() -> inspectorSays(problem.text(texts)));
            seen.add(problem.key());
            hands().press(KeyCode.F8);
        }
        assertEquals(
                Set.of(
                        "problem.account.unknown",
                        "problem.unreached",
                        "problem.condition.value",
                        "problem.path.unknown",
                        "problem.row.twice"),
                Set.copyOf(seen).stream()
                        .filter(key -> !key.equals("problem.path.later"))
                        .collect(Collectors.toSet()));
    }

    private boolean inspectorSays(String text) {
        return hands()
                .robot()
                .lookup("#node-problems")
                .lookup(".label")
                .queryAllAs(javafx.scene.control.Label.class)
                .stream()
                .anyMatch(label -> text.equals(label.getText()));
    }
}
