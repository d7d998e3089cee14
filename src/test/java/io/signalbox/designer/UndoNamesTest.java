package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.canvas.Pasteboard;
import io.signalbox.designer.search.Find;
import io.signalbox.edit.Edit;
import io.signalbox.edit.Sketch;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Whoever undoes reads beforehand what, and to how many.
@ExtendWith(ApplicationExtension.class)
final class UndoNamesTest {
    private static final NodeId NOTE = new NodeId("note");

    private final Words words = new Words(Language.EN);
    private final FlowSession session = new FlowSession(SampleFlow.flow());
    private MainWindow window;
    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        var theme = new Theme(Theme.Choice.LIGHT);
        window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
        canvas = window.open(session);
        canvas.editing().useBoard(new Board());
        var scene = new Scene(window, 1000, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static final class Board implements Pasteboard {
        private Optional<String> lying = Optional.empty();

        @Override
        public Optional<String> text() {
            return lying;
        }

        @Override
        public void put(String text) {
            lying = Optional.of(text);
        }
    }

    private String undo(PatientRobot robot) {
        return robot.lookup("#tool-undo").queryAs(Button.class).getAccessibleText();
    }

    private void choose(PatientRobot robot, NodeId... nodes) {
        robot.interact(() -> {
            session.select(new LinkedHashSet<>(Arrays.asList(nodes)));
            canvas.requestFocus();
        });
    }

    private void act(PatientRobot robot, String... actions) {
        robot.interact(() -> Arrays.stream(actions).forEach(canvas::act));
    }

    @Test
    void one_is_called_by_its_name_and_several_are_counted(PatientRobot robot) {
        choose(robot, SampleFlow.SOURCE);
        act(robot, "canvas.move.right", "canvas.move.right");
        assertEquals("Undo: move “Get work order”", undo(robot));
        choose(robot, SampleFlow.SOURCE, SampleFlow.TRIGGER, SampleFlow.CONNECTION);
        act(robot, "canvas.move.down", "canvas.move.down");
        assertEquals("Undo: move 3 nodes", undo(robot));
        act(robot, "canvas.off");
        assertEquals("Undo: switch off 3 nodes", undo(robot));
        act(robot, "edit.copy", "edit.paste");
        assertEquals("Undo: paste 3 nodes", undo(robot));
        act(robot, "edit.cut");
        assertEquals("Undo: cut 3 nodes", undo(robot));
        choose(robot, SampleFlow.SUPERVISOR);
        act(robot, "canvas.duplicate");
        assertEquals("Undo: duplicate “Message to supervisor”", undo(robot));
        choose(robot, SampleFlow.SUPERVISOR, SampleFlow.TECHNICIAN);
        act(robot, "canvas.detach");
        assertEquals("Undo: detach 2 wires", undo(robot));
        act(robot, "canvas.delete");
        assertEquals("Undo: delete 2 nodes", undo(robot));
        var strip = robot.lookup("#status-undo").queryAs(Button.class);
        assertEquals("Undo: delete 2 nodes", strip.getAccessibleText());
        robot.clickOn(strip);
        assertEquals(
                "Redo: delete 2 nodes",
                robot.lookup("#tool-redo").queryAs(Button.class).getAccessibleText());
    }

    @Test
    void notes_frames_and_wires_are_told_apart(PatientRobot robot) {
        var note = Note.of(NOTE, "Ask Marta first\nbefore this is switched on", new Point(56, 480));
        robot.interact(() -> session.perform(new Edit.Draw(new Sketch.AddNote(note)), ""));
        assertEquals("Undo: add the note “Ask Marta first”", undo(robot));
        choose(robot, NOTE, SampleFlow.CONNECTION);
        act(robot, "canvas.move.down");
        assertEquals("Undo: move 2 items", undo(robot));
        act(robot, "canvas.group", "canvas.escape");
        assertEquals("Undo: group 2 items", undo(robot));
        choose(robot, NOTE, SampleFlow.CONNECTION);
        act(robot, "canvas.ungroup");
        assertEquals("Undo: ungroup 2 items", undo(robot));
        robot.interact(() -> {
            canvas.chooseWire(Optional.of(session.flow().wires().getFirst()));
            canvas.act("canvas.delete");
        });
        assertEquals("Undo: delete the wire from “New work order” to “Get work order”", undo(robot));
        robot.interact(() -> session.perform(new Edit.Connect(SampleFlow.TRIGGER, SampleFlow.SOURCE), ""));
        assertEquals("Undo: draw the wire from “New work order” to “Get work order”", undo(robot));
        robot.interact(() -> session.perform(new Edit.RenameFlow("Another"), ""));
        assertEquals("Undo: rename flow", undo(robot));
        robot.interact(() -> session.perform(new Edit.Remove(Set.of(NOTE), false), ""));
        assertEquals("Undo: delete the note “Ask Marta first”", undo(robot));
    }

    @Test
    void the_list_the_search_and_every_language_say_the_same(PatientRobot robot) {
        choose(robot, SampleFlow.SOURCE, SampleFlow.TRIGGER);
        act(robot, "canvas.move.right", "canvas.off");
        robot.clickOn("#tool-undo-steps");
        assertEquals(
                List.of("Switch off 2 nodes", "Move 2 nodes"),
                robot.lookup("#tool-undo-steps").queryAs(MenuButton.class).getItems().stream()
                        .map(MenuItem::getText)
                        .toList());
        robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.K).write("undo");
        var found =
                robot.lookup("#search-found").queryAs(ListView.class).getItems().getFirst();
        assertEquals("Undo: switch off 2 nodes", ((Find) found).title());
        robot.push(KeyCode.ESCAPE);
        for (var language : Language.values()) {
            robot.interact(() -> words.speak(language));
            assertEquals(
                    switch (language) {
                        case EN -> "Undo: switch off 2 nodes";
                        case PT_BR -> "Desfazer: desativar 2 nós";
                        case PT_PT -> "Anular: desativar 2 nós";
                        case ES -> "Deshacer: desactivar 2 nodos";
                        case FR -> "Annuler : désactiver 2 nœuds";
                        case IT -> "Annulla: disattiva 2 nodi";
                    },
                    undo(robot));
        }
    }
}
