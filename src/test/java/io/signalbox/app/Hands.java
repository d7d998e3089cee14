package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;

/// A person's hands, counted: every click, double-click, drag, key chord and typed field is one interaction. Looking,
/// reading and waiting cost nothing.
final class Hands {
    private final PatientRobot robot;
    private final List<String> done = new ArrayList<>();

    Hands(PatientRobot robot) {
        this.robot = robot;
    }

    /// Clicks what the query finds, as soon as it is there.
    Hands click(String query) {
        robot.clickOn(robot.still(query));
        return did("click " + query);
    }

    Hands click(Node node) {
        robot.clickOn(node);
        return did("click " + node.getId());
    }

    /// Opens a list and picks the entry that begins with these words: two interactions.
    Hands pick(String picker, String words) {
        click(picker);
        robot.clickOn((Node node) -> shows(node, words));
        return did("pick " + words);
    }

    private static boolean shows(Node node, String words) {
        return node instanceof ListCell<?> cell
                && !cell.isEmpty()
                && cell.getText() != null
                && cell.getText().startsWith(words);
    }

    /// Clicks what the query finds inside another part, such as an entry of an open list.
    Hands clickIn(String part, String query) {
        robot.clickOn(robot.still(robot.lookup(part).lookup(query)));
        return did("click " + query + " in " + part);
    }

    Hands doubleClick(String query) {
        robot.doubleClickOn(robot.still(query));
        return did("double-click " + query);
    }

    Hands drag(String from, String to) {
        robot.drag(robot.still(from)).dropTo(robot.still(to));
        return did("drag " + from + " to " + to);
    }

    Hands drag(String from, Point2D to) {
        robot.drag(robot.still(from)).dropTo(to);
        return did("drag " + from);
    }

    /// From one place of the screen to another, such as a frame around nodes.
    Hands drag(Point2D from, Point2D to) {
        robot.drag(from).dropTo(to);
        return did("drag");
    }

    /// One chord, such as Ctrl+Z.
    Hands press(KeyCode... chord) {
        robot.push(chord);
        return did("keys " + List.of(chord));
    }

    /// Fills the field that has the focus.
    Hands type(String text) {
        robot.write(text);
        return did("type " + text);
    }

    /// One interaction, as with [#type].
    Hands paste(String text) {
        robot.paste(text);
        return did("paste " + text);
    }

    /// Clicks the first row of a list that reads like this to whoever cannot see it, as soon as it is there.
    Hands clickRow(String list, String words) {
        robot.clickOn(robot.still(robot.lookup(list + " .list-cell")
                .match((ListCell<?> cell) -> !cell.isEmpty()
                        && String.valueOf(cell.getAccessibleText()).startsWith(words))));
        return did("click row " + words);
    }

    PatientRobot robot() {
        return robot;
    }

    /// Prints what was done and fails when it was more than the task allows.
    void within(String task, int most) {
        within(task, 0, most);
    }

    /// The same of what was done since `from` interactions were counted.
    void within(String task, int from, int most) {
        within(task, done.subList(from, done.size()), most);
    }

    /// The same of some of it.
    static void within(String task, List<String> acts, int most) {
        System.out.printf("%s: %d of at most %d interactions: %s%n", task, acts.size(), most, String.join(", ", acts));
        assertTrue(acts.size() <= most, () -> task + " took " + acts.size() + " interactions, at most " + most);
    }

    /// What was done so far.
    List<String> done() {
        return List.copyOf(done);
    }

    private Hands did(String what) {
        robot.rest();
        done.add(what);
        return this;
    }
}
