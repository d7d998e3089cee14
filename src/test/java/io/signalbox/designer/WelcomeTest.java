package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WelcomeTest {

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new Welcome(), 400, 300));
        stage.show();
    }

    @Test
    void a_click_begins_an_empty_flow(FxRobot robot) {
        robot.clickOn("#new-flow");
        assertEquals(
                "An empty flow", robot.lookup("#greeting").queryAs(Label.class).getText());
    }
}
