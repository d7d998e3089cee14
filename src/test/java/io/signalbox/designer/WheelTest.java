package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Needs a display: the headless platform's robot sends no wheel events.
@Tag("desktop")
@ExtendWith(ApplicationExtension.class)
final class WheelTest {

    private final AtomicInteger turns = new AtomicInteger();
    private final Pane pane = new Pane();

    @Start
    void open(Stage stage) {
        pane.setOnScroll(event -> turns.incrementAndGet());
        stage.setScene(new Scene(pane, 400, 300));
        stage.show();
    }

    @Test
    void a_turn_of_the_wheel_reaches_the_pane_under_the_pointer(PatientRobot robot) {
        robot.moveTo(pane).scroll(1, VerticalDirection.DOWN);
        robot.interact(() -> {});
        assertTrue(turns.get() > 0);
    }
}
