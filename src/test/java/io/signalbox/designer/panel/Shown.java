package io.signalbox.designer.panel;

import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.Theme;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// A panel on the screen, with its dialogs above it.
final class Shown {
    private Shown() {}

    static void on(Stage stage, Bench bench, Region panel, double width, double height) {
        var scene = new Scene(new StackPane(panel, bench.overlay()), width, height);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    static void select(Bench bench, NodeId node) {
        bench.session().select(new LinkedHashSet<>(List.of(node)));
    }

    /// Waits until the preview has caught up, which it does off the thread of the screen.
    static void until(BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, holds::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("still not so after 30 seconds", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void previewed(Bench bench) {
        until(() -> bench.preview().model().result().isPresent()
                && bench.preview().model().flow().equals(bench.flow()));
    }

    /// Everything that labels say below a place, one space between two.
    static String words(PatientRobot robot, String place) {
        return robot.from(robot.lookup(place).queryAll()).lookup(".label").queryAll().stream()
                .filter(Node::isVisible)
                .map(node -> node instanceof Label label ? label.getText() : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
