package io.signalbox.designer;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A robot with a person's patience: it waits for what it is to touch, and touches it once it stands still. However
/// busy the machine is, a part that is being built anew is never touched a moment before it is replaced.
/// For the test's thread.
public final class PatientRobot extends FxRobot {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PULSE = Duration.ofSeconds(1);

    private final Calm calm;

    /// When nothing is computed any more that could change the window.
    @FunctionalInterface
    public interface Calm {
        void await() throws InterruptedException;
    }

    public PatientRobot(Calm calm) {
        this.calm = calm;
    }

    @Override
    public NodeQuery lookup(String query) {
        return new PatientQuery(() -> super.lookup(query));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> wanted) {
        return new PatientQuery(() -> super.lookup(wanted));
    }

    @Override
    public NodeQuery from(Collection<Node> parents) {
        return new PatientQuery(() -> super.from(parents));
    }

    @Override
    public NodeQuery from(Node... parents) {
        return new PatientQuery(() -> super.from(parents));
    }

    /// A person's finger stays down until long after the window has answered the press.
    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        var held = buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
        moveTo(point, motion);
        press(held);
        rest();
        release(held);
        return this;
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(still(query), motion, buttons);
    }

    @Override
    public <T extends Node> FxRobot clickOn(Predicate<T> wanted, Motion motion, MouseButton... buttons) {
        return clickOn(still(lookup(wanted)), motion, buttons);
    }

    /// Both clicks in one go: what the window does after the first takes a busy machine longer than the half second in
    /// which two clicks are a double one.
    @Override
    public FxRobot doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        moveTo(point, motion);
        rest();
        interact(() -> {
            var hand = new Robot();
            hand.mouseMove(point.query());
            for (int click = 0; click < 2; click++) {
                hand.mousePress(MouseButton.PRIMARY);
                hand.mouseRelease(MouseButton.PRIMARY);
            }
        });
        return this;
    }

    @Override
    public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
        return doubleClickOn(still(query), motion, buttons);
    }

    @Override
    public FxRobot rightClickOn(String query, Motion motion) {
        return rightClickOn(still(query), motion);
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        toFront();
        return super.press(keys);
    }

    @Override
    public FxRobot push(KeyCode... chord) {
        toFront();
        return super.push(chord);
    }

    @Override
    public FxRobot push(KeyCodeCombination chord) {
        toFront();
        return super.push(chord);
    }

    @Override
    public FxRobot write(String text) {
        toFront();
        return super.write(text);
    }

    /// As people do with what is long: addresses, tokens.
    public PatientRobot paste(String text) {
        toFront();
        interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        push(KeyCode.SHORTCUT, KeyCode.V);
        return this;
    }

    /// Keys go to the window in front. As soon as a popup or another window went away, none may be there, and the keys
    /// would go nowhere.
    private static void toFront() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!PatientQuery.onScreen(PatientRobot::isFront)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no window comes to the front: " + Window.getWindows());
            }
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private static boolean isFront() {
        if (Window.getWindows().stream().anyMatch(Window::isFocused)) {
            return true;
        }
        Window.getWindows().stream()
                .filter(window -> window instanceof Stage)
                .reduce((_, last) -> last)
                .ifPresent(Window::requestFocus);
        return false;
    }

    @Override
    public FxRobot moveTo(String query, Motion motion) {
        return moveTo(super.point(still(query)), motion);
    }

    @Override
    public FxRobot drag(String query, MouseButton... buttons) {
        return drag(still(query), buttons);
    }

    @Override
    public FxRobot dropTo(String query) {
        return dropTo(still(query));
    }

    /// Where the node is as soon as it stays there.
    @Override
    public PointQuery point(Node node) {
        return super.point(still(() -> Optional.of(node), String.valueOf(node)));
    }

    /// What the query finds, visible, once it stands still.
    public Node still(String query) {
        return still(lookup(query));
    }

    /// The first visible one of these, once it stands still.
    public Node still(NodeQuery query) {
        return still(() -> query.match((Node node) -> node.isVisible()).tryQuery(), String.valueOf(query));
    }

    /// Until nothing is computed any more that could change the window.
    public void rest() {
        try {
            calm.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Node still(Supplier<Optional<Node>> found, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var before = place(found);
            if (before.isPresent() && pulsed(before.get().node()) && before.equals(place(found))) {
                return before.get().node();
            }
        }
        throw new AssertionError("does not come to rest: " + what);
    }

    /// A node that is on the screen, and where.
    private record Place(Node node, Bounds bounds) {}

    private Optional<Place> place(Supplier<Optional<Node>> found) {
        rest();
        return PatientQuery.onScreen(() -> found.get()
                .filter(node -> node.getScene() != null && node.getScene().getWindow() != null)
                .flatMap(node -> Optional.ofNullable(node.localToScreen(node.getBoundsInLocal()))
                        .map(bounds -> new Place(node, bounds))));
    }

    /// Styles and layout of its scene are done once more. False when the scene went meanwhile.
    private static boolean pulsed(Node node) {
        var done = new CountDownLatch(1);
        Runnable listener = done::countDown;
        return PatientQuery.onScreen(() -> Optional.ofNullable(node.getScene()))
                .map(scene -> {
                    try {
                        PatientQuery.onScreen(() -> {
                            scene.addPostLayoutPulseListener(listener);
                            Platform.requestNextPulse();
                            return true;
                        });
                        return done.await(PULSE.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(stopped);
                    } finally {
                        PatientQuery.onScreen(() -> {
                            scene.removePostLayoutPulseListener(listener);
                            return true;
                        });
                    }
                })
                .orElse(false);
    }

    /// Gives one to every test that asks for it, where nothing is computed beside the FX thread.
    public static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PatientRobot.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new PatientRobot(WaitForAsyncUtils::waitForFxEvents);
        }
    }
}
