package io.signalbox.designer.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.Listening;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class NoticeBarTest {
    private NoticeBar bar;

    @Start
    void open(Stage stage) {
        var overlay = new Overlay();
        bar = new NoticeBar(new Words(Language.EN), overlay, () -> {});
        var scene = new Scene(new StackPane(bar, overlay), 960, 640);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static String said(PatientRobot robot) {
        return robot.lookup("#failure-notice").query().getAccessibleText();
    }

    @Test
    void a_failure_is_told_in_plain_words_with_the_technical_side_behind_a_button(PatientRobot robot) {
        robot.interact(
                () -> bar.show(new StoreException("saving the flow a", new SQLException("disk full [90031-1]"))));
        assertTrue(said(robot).startsWith("The workspace could not be read or written."), said(robot));
        assertFalse(said(robot).contains("90031"));

        robot.clickOn("#failure-details");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#text-card").queryAs(TextArea.class).getText().contains("disk full [90031-1]"));
        robot.clickOn("#text-card-close").clickOn("#failure-close");
        assertFalse(robot.lookup("#failure-notice").tryQuery().isPresent());
        assertFalse(bar.isVisible());
    }

    @Test
    void a_ledger_that_does_not_add_up_says_so_where_it_stands(PatientRobot robot) {
        robot.interact(() -> {
            var status = new StatusLine(new Words(Language.EN), ZoneOffset.UTC);
            var sum = "accepted 6 = sent 4 + suppressed 2 + waiting 0 + failed 0";
            assertTrue(status.show(new Ledger(6, 4, 2, 0, 0, 4), Optional.empty()));
            assertEquals(sum, status.ledger().getText());
            assertTrue(status.show(new Ledger(6, 4, 2, 0, 0, 4), Optional.of("ledger.drift")));
            assertEquals(
                    sum + " — does not add up: what was shown was not what is stored",
                    status.ledger().getText());
            assertTrue(status.ledger().getPseudoClassStates().contains(PseudoClass.getPseudoClass("faulty")));
        });
    }

    @Test
    void the_same_trouble_told_again_leaves_the_button_where_it_is(PatientRobot robot) {
        var busy = new Listening.Status(false, "", "Port 8085 is used by another program.");
        robot.interact(() -> bar.show(busy));
        var button = robot.lookup("#engine-port").query();
        robot.interact(() -> bar.show(new Listening.Status(false, "", busy.problem())));
        assertSame(button, robot.lookup("#engine-port").query());
        robot.interact(() -> bar.show(new Listening.Status(true, "http://127.0.0.1:8085", "")));
        assertFalse(robot.lookup("#engine-port").tryQuery().isPresent());
        robot.interact(() -> bar.show(busy));
        assertTrue(robot.lookup("#engine-port").tryQuery().isPresent());
    }

    @Test
    void each_kind_of_failure_has_its_own_words_in_every_language() {
        var kinds = List.of(
                NoticeBar.kind(new StoreException("x", new SQLException("x"))),
                NoticeBar.kind(new FlowChangedElsewhere("a", 2)),
                NoticeBar.kind(new FlowServer.Unreachable("timeout", "x")),
                NoticeBar.kind(new IOException("x")),
                NoticeBar.kind(new IllegalStateException("x")));
        assertEquals(5, kinds.stream().distinct().count());
        for (var language : Language.values()) {
            kinds.forEach(kind -> assertTrue(Texts.of(NoticeBar.class, language).has(kind), kind));
        }
    }
}
