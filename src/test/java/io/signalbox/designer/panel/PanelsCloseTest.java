package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.NodeId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class PanelsCloseTest {
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    private Bench bench;
    private Inspector inspector;
    private Drawer drawer;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        inspector = new Inspector(bench, () -> {});
        drawer = new Drawer(
                bench,
                new PreviewPanel(bench),
                new RunsPanel(bench, new NoDeeds(), _ -> {}),
                new ProblemsPanel(bench, _ -> {}),
                new SandboxPanel(bench),
                new SimpleBooleanProperty(true));
        var pane = new BorderPane(inspector);
        pane.setBottom(new javafx.scene.layout.VBox(drawer.nodes()));
        Shown.on(stage, bench, pane, 900, 950);
    }

    private void visitEverything(FxRobot robot, Runnable each) {
        for (var node : List.of(PanelFlow.TRIGGER, PanelFlow.WO, PanelFlow.SEND, PanelFlow.FIELDS)) {
            robot.interact(() -> Shown.select(bench, node));
            var tabs = robot.from(inspector).lookup(".tab-button").queryAllAs(ToggleButton.class).stream()
                    .map(ToggleButton::getId)
                    .toList();
            for (var tab : tabs) {
                robot.interact(() -> robot.from(inspector)
                        .lookup("#" + tab)
                        .queryAs(ToggleButton.class)
                        .fire());
                each.run();
            }
        }
        robot.interact(() -> Shown.select(bench, new NodeId("nobody")));
        each.run();
    }

    @Test
    void closing_leaves_nobody_listening(FxRobot robot) throws ReflectiveOperationException {
        Shown.previewed(bench);
        visitEverything(robot, () -> {});
        robot.interact(() -> {
            inspector.close();
            drawer.close();
            bench.preview().close();
        });

        assertNull(listeners(bench.session().historyProperty()), "history");
        assertNull(listeners(bench.session().selectionProperty()), "selection");
        assertNull(listeners(bench.preview().modelProperty()), "model");
        assertNull(listeners(bench.accounts().allProperty()), "accounts");
        assertNull(listeners(bench.words().textsProperty()), "words");
    }

    @Test
    void no_text_key_stands_where_words_should(FxRobot robot) {
        Shown.previewed(bench);
        visitEverything(
                robot,
                () -> assertEquals(
                        "",
                        robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                                .map(Labeled::getText)
                                .filter(text ->
                                        text != null && KEY.matcher(text).matches())
                                // What the sample itself says is no key.
                                .filter(text -> !text.equals("tasks.work_orders.new_wo"))
                                .collect(Collectors.joining(", "))));
    }

    /// What a property keeps its listeners in; null when there are none.
    private static Object listeners(ReadOnlyObjectProperty<?> property) throws ReflectiveOperationException {
        var helper = ReadOnlyObjectPropertyBase.class.getDeclaredField("helper");
        helper.setAccessible(true);
        return helper.get(property);
    }

    private static final class NoDeeds implements RunsPanel.Deeds {
        @Override
        public void look(RunSummary run) {}

        @Override
        public void start() {}

        @Override
        public void again(RunRecord run) {}

        @Override
        public void resolve(RunRecord run, Settlement settlement) {}

        @Override
        public void cancel(RunRecord run) {}
    }
}
