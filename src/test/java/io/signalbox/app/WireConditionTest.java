package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.Test;

/// A wire's condition, from the palette or by choosing the wire, in the real window.
final class WireConditionTest extends ConditionTask {
    @Override
    Condition.Group before() {
        return Condition.always();
    }

    private Bounds bounds(String query) throws InterruptedException {
        Rig.await(() -> hands().robot().lookup(query).tryQuery().isPresent());
        var node = hands().robot().lookup(query).<Node>query();
        return node.localToScreen(node.getLayoutBounds());
    }

    /// On the wire between the first two nodes, so far along it.
    private Point2D onFirstWire(double part) throws InterruptedException {
        var from = bounds("#node-trigger");
        double gap = bounds("#node-wo").getMinX() - from.getMaxX();
        return new Point2D(from.getMaxX() + gap * part, (from.getMinY() + from.getMaxY()) / 2);
    }

    private Point2D firstWire() throws InterruptedException {
        return onFirstWire(0.5);
    }

    /// On the line itself, beside the count at its middle, which opens what passed.
    private Point2D besideTheCount() throws InterruptedException {
        return onFirstWire(0.2);
    }

    private void awaitWire(Predicate<Wire> expected) throws InterruptedException {
        Rig.await(() -> rig().workspace().flows().find(flow().id()).stream()
                .map(stored -> stored.flow())
                .map(Flow::wires)
                .anyMatch(wires -> expected.test(wires.getFirst())));
    }

    @Test
    void a_chosen_wire_is_told_when_it_is_followed() throws Exception {
        var robot = hands().robot();
        robot.clickOn(besideTheCount());
        Rig.await(() -> robot.lookup("#wire-sentence").tryQuery().isPresent());
        assertEquals(
                "New work order goes on to Get work order every time.",
                robot.lookup("#wire-sentence").queryLabeled().getText());
        assertTrue(robot.lookup("#wire-always").queryAs(RadioButton.class).isSelected());

        hands().click("#wire-otherwise");
        awaitWire(Wire::otherwise);
        hands().click("#wire-error");
        awaitWire(wire -> wire.onError() && !wire.otherwise());

        hands().click("#wire-when");
        pick("Priority");
        robot.write("high");
        var high = Value.fields("id", Value.of("HIGH"), "label", Value.of("High"));
        var when = all(Condition.row("trigger.data.priorities_description", Operator.EQ, high));
        awaitWire(wire -> wire.when().equals(when) && !wire.onError());
        Rig.await(() -> words(".condition-header").startsWith("Go on when"));

        hands().click("#wire-always");
        awaitWire(wire -> wire.when().isAlways());
        assertTrue(robot.lookup(".condition-panel").tryQuery().isEmpty());
    }

    @Test
    void a_wire_that_was_closed_opens_again() throws Exception {
        var robot = hands().robot();
        robot.clickOn(besideTheCount());
        Rig.await(() -> robot.lookup("#wire-sentence").tryQuery().isPresent());
        hands().click(".wire-header .button");
        Rig.await(() -> robot.lookup("#wire-panel").tryQuery().isEmpty());
        robot.clickOn(besideTheCount());
        Rig.await(() -> robot.lookup("#wire-sentence").tryQuery().isPresent());
    }

    @Test
    void the_count_of_a_wire_shows_what_passed_and_the_wire() throws Exception {
        var robot = hands().robot();
        Rig.await(() ->
                robot.lookup(".link-count").match(Node::isVisible).queryAll().size() >= 3);
        robot.clickOn(firstWire());
        Rig.await(() -> robot.lookup(".payload-foot").tryQuery().isPresent());
        Rig.await(() -> robot.lookup("#wire-sentence").tryQuery().isPresent());
    }

    @Test
    void the_condition_of_the_palette_is_dropped_on_a_wire() throws Exception {
        var robot = hands().robot();
        var wire = firstWire();
        robot.interact(() -> robot.lookup("#palette-condition").<Node>query().requestFocus());
        robot.drag("#palette-condition").dropTo(wire);

        Rig.await(() -> robot.lookup("#wire-when").tryQuery().isPresent());
        assertTrue(robot.lookup("#wire-when").queryAs(RadioButton.class).isSelected());
        awaitWire(changed -> changed.when().equals(all(Condition.blank())));
        Rig.await(() -> words("#condition-result-0").startsWith("A condition has no field."));
    }
}
