package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A person's hands, counted: every click, double-click, drag, key chord and typed field is one interaction. Looking,
/// reading and waiting cost nothing.
final class Hands {
    private final FxRobot robot;
    private final List<String> done = new ArrayList<>();

    Hands(FxRobot robot) {
        this.robot = robot;
    }

    /// Clicks what the query finds, as soon as it is there.
    Hands click(String query) throws InterruptedException {
        robot.clickOn(find(query));
        return did("click " + query);
    }

    Hands click(Node node) {
        robot.clickOn(node);
        return did("click " + node.getId());
    }

    /// Opens a list and picks the entry that begins with these words: two interactions.
    Hands pick(String picker, String words) throws InterruptedException {
        click(picker);
        Rig.await(() -> robot.lookup((Node node) -> node.isVisible() && shows(node, words))
                .tryQuery()
                .isPresent());
        robot.clickOn(robot.lookup((Node node) -> node.isVisible() && shows(node, words))
                .<Node>query());
        return did("pick " + words);
    }

    private static boolean shows(Node node, String words) {
        return node instanceof ListCell<?> cell
                && !cell.isEmpty()
                && cell.getText() != null
                && cell.getText().startsWith(words);
    }

    /// Clicks what the query finds inside another part, such as an entry of an open list.
    Hands clickIn(String part, String query) throws InterruptedException {
        Rig.await(() -> !robot.from(robot.lookup(part).queryAll())
                .lookup(query)
                .queryAll()
                .isEmpty());
        robot.clickOn(robot.from(robot.lookup(part).queryAll()).lookup(query).<Node>query());
        return did("click " + query + " in " + part);
    }

    Hands doubleClick(String query) throws InterruptedException {
        robot.doubleClickOn(find(query));
        return did("double-click " + query);
    }

    Hands drag(String from, String to) throws InterruptedException {
        robot.drag(find(from)).dropTo(find(to));
        return did("drag " + from + " to " + to);
    }

    Hands drag(String from, Point2D to) throws InterruptedException {
        robot.drag(find(from)).dropTo(to);
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

    FxRobot robot() {
        return robot;
    }

    /// Prints what was done and fails when it was more than the task allows.
    void within(String task, int most) {
        System.out.printf("%s: %d of at most %d interactions: %s%n", task, done.size(), most, String.join(", ", done));
        assertTrue(done.size() <= most, () -> task + " took " + done.size() + " interactions, at most " + most);
    }

    /// What is there to stay: a panel that is being built anew shows its parts a moment before they are replaced.
    private Node find(String query) throws InterruptedException {
        Rig.await(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        Rig.await(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
        return robot.lookup(query).match(Node::isVisible).query();
    }

    private Hands did(String what) {
        done.add(what);
        return this;
    }
}
