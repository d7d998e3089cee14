package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.canvas.Decorations;
import io.signalbox.flow.Language;
import io.signalbox.flow.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WindowTest {
    private final Words words = new Words(Language.EN);
    private final FlowSession session = new FlowSession(SampleFlow.flow());
    private final AtomicInteger previews = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final PreferenceBook book = new PreferenceBook();
    private Theme theme;
    private MainWindow window;

    @Start
    void open(Stage stage) {
        theme = new Theme(Theme.Choice.LIGHT);
        window = new MainWindow(
                words,
                theme,
                Connectors.found(),
                Shortcuts.standard(),
                List.of(new RailEntry("runs", "runs", "rail.runs", false, opened::incrementAndGet)),
                book);
        window.acts().onPreview(previews::incrementAndGet);
        window.open(session);
        var scene = new Scene(window, MainWindow.LEAST_WIDTH, MainWindow.LEAST_HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void the_keyboard_begins_on_the_drawing_also_before_the_window_is_drawn(PatientRobot robot) {
        robot.interact(() -> {
            var first = new MainWindow(
                    words, theme, Connectors.found(), Shortcuts.standard(), List.of(), new PreferenceBook());
            window.getScene().setRoot(first);
            first.open(session).takeFocus();
        });
        robot.still(robot.lookup("#node-new-wo").match(Node::isFocused));
    }

    @Test
    void undo_says_what_it_takes_back(PatientRobot robot) {
        var undo = robot.lookup("#tool-undo").queryAs(Button.class);
        assertTrue(undo.isDisabled());
        robot.clickOn("#node-new-wo").push(KeyCode.CONTROL, KeyCode.RIGHT);
        assertEquals("Undo: move “New work order”", undo.getAccessibleText());
        robot.clickOn(undo);
        assertTrue(undo.isDisabled());
        assertEquals(SampleFlow.flow(), session.flow());
    }

    @Test
    void preview_is_asked_for_by_button_and_by_key(PatientRobot robot) {
        robot.clickOn("#tool-preview").push(KeyCode.F5);
        assertEquals(2, previews.get());
    }

    @Test
    void the_rail_opens_a_place_and_keeps_it_chosen(PatientRobot robot) {
        robot.clickOn("#rail-runs").clickOn("#rail-runs");
        assertEquals(2, opened.get());
    }

    @Test
    void the_palette_finds_by_name(PatientRobot robot) {
        robot.clickOn("#palette-search").write("web");
        assertTrue(robot.lookup("#palette-trigger-webhook").tryQuery().isPresent());
        assertFalse(robot.lookup("#palette-trigger-event").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        assertEquals(6, session.flow().nodes().size());
    }

    @Test
    void another_theme_and_other_words_leave_the_flow_alone(PatientRobot robot) {
        robot.interact(() -> {
            theme.choose(Theme.Choice.DARK);
            theme.choose(Theme.Choice.SYSTEM);
            words.speak(Language.EN);
        });
        assertEquals(SampleFlow.flow(), session.flow());
    }

    /// What dragging its edge does.
    @Test
    void keys_make_the_panel_larger_that_has_the_keyboard(PatientRobot robot) {
        var palette = robot.lookup("#palette-search").query();
        var edge = robot.lookup(".panel-edge").queryAll().stream()
                .filter(Node::isVisible)
                .min(Comparator.comparingDouble(Node::getLayoutX))
                .orElseThrow();
        robot.interact(() -> {
            var at = edge.localToScene(edge.getLayoutBounds());
            edge.fireEvent(dragged(at.getCenterX() + 24, at.getCenterY()));
        });
        int dragged = book.now().panels().paletteWidth();
        robot.interact(() -> book.change(now -> now.withPanels(Panels.standard())));
        robot.interact(palette::requestFocus);
        robot.push(KeyCode.F7);
        assertEquals(264, book.now().panels().paletteWidth());
        assertEquals(264, dragged);
        robot.push(KeyCode.SHIFT, KeyCode.F7).push(KeyCode.SHIFT, KeyCode.F7);
        assertEquals(216, book.now().panels().paletteWidth());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F7);
        assertEquals(0, book.now().panels().paletteWidth());
        robot.interact(() -> book.change(now -> now.withPanels(now.panels().withSizes(216, 360, 0))));
        robot.doubleClickOn(edge);
        assertEquals(
                Panels.standard().withSizes(0, 360, 0),
                book.now().panels(),
                "a double-click on an edge does the same, and leaves the other panels alone");
    }

    @Test
    void the_bar_offers_a_note_and_the_search_and_folds_the_panels(PatientRobot robot) {
        robot.clickOn("#canvas-note").write("Agreed").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(1, session.flow().layout().notes().size());
        robot.clickOn("#region-palette");
        assertFalse(book.now().panels().palette());
        robot.clickOn("#region-palette");
        assertTrue(book.now().panels().palette());
        robot.clickOn("#region-inspector");
        assertFalse(book.now().panels().inspector());
        robot.clickOn("#search-flow");
        assertTrue(robot.lookup("#search-field").query().isVisible());
    }

    /// The headless robot reports a drag to what lies under the mouse, here no longer the edge.
    private static MouseEvent dragged(double x, double y) {
        var left = MouseButton.PRIMARY;
        return new MouseEvent(
                MouseEvent.MOUSE_DRAGGED,
                x,
                y,
                0,
                0,
                left,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    @Test
    void a_page_takes_the_place_of_the_flow(PatientRobot robot) {
        robot.interact(() -> window.showPage(new Label("runs")));
        assertTrue(window.canvas().isEmpty());
        robot.interact(() -> window.open(session));
        assertTrue(window.canvas().isPresent());
    }

    @Test
    void every_button_says_what_it_does(PatientRobot robot) {
        robot.interact(() -> {
            for (var node : robot.lookup(ButtonBase.class::isInstance).queryAll()) {
                var button = (ButtonBase) node;
                var said = button.getAccessibleText();
                boolean silent =
                        (said == null || said.isBlank()) && button.getText().isBlank();
                // The two halves of a scroll bar are drawn by the toolkit.
                assertFalse(silent && button.getId() != null, () -> button.getId() + " says nothing");
            }
        });
    }

    @Test
    void no_style_is_left_unresolved(PatientRobot robot) {
        var complaints = new ArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord said) {
                complaints.add(said.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var css = Logger.getLogger("javafx.css");
        var level = css.getLevel();
        css.addHandler(listener);
        css.setLevel(Level.WARNING);
        CssParser.errorsProperty().clear();
        try {
            robot.interact(() -> {
                window.canvas().ifPresent(view -> view.show(Decorations.of(Problems.in(session.flow()))));
                for (var choice : Theme.Choice.values()) {
                    theme.choose(choice);
                    css(window);
                    window.canvas().ifPresent(view -> view.show(SampleFlow.previewed()));
                    css(window);
                }
            });
        } finally {
            css.removeHandler(listener);
            css.setLevel(level);
        }
        assertEquals("[]", complaints.toString());
        assertEquals("[]", CssParser.errorsProperty().toString());
    }

    private static void css(Parent parent) {
        parent.applyCss();
        parent.layout();
    }
}
