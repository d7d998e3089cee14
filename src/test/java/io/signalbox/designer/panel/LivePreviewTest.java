package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.PatientRobot;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Preview;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Previews under way, with a worker that works when the test says so.
@ExtendWith(ApplicationExtension.class)
final class LivePreviewTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private LivePreview preview;

    @Start
    void open(Stage stage) {
        var connectors = Connectors.found();
        var accounts = new MemoryAccounts();
        preview = new LivePreview(
                new FlowSession(PanelFlow.flow()),
                new Preview(connectors, accounts::find),
                FlowCheck.ofFiles(connectors),
                connectors,
                InstantSource.fixed(PanelBench.NOW),
                new Background(work::add, Runnable::run));
    }

    private void finish(PatientRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            while (!work.isEmpty()) {
                work.remove().run();
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void a_preview_given_up_leaves_what_is_shown_and_the_next_one_counts(PatientRobot robot) {
        finish(robot);
        var whole = preview.model();
        assertFalse(preview.stop(), "none is under way");

        robot.interact(() -> preview.run(Optional.of(PanelFlow.WO)));
        WaitForAsyncUtils.waitForFxEvents();
        var stopped = new boolean[1];
        robot.interact(() -> stopped[0] = preview.stop());
        assertTrue(stopped[0]);
        finish(robot);
        assertEquals(whole, preview.model());

        robot.interact(() -> preview.run(Optional.of(PanelFlow.WO)));
        finish(robot);
        assertFalse(preview.model().isReached(PanelFlow.SEND));
        assertTrue(preview.model().isReached(PanelFlow.WO));
        robot.interact(preview::close);
    }

    @Test
    void a_service_s_own_example_is_not_called_a_saved_reply(PatientRobot robot) {
        var sample = PanelFlow.sample();
        var flow = PanelFlow.flow()
                .withSamples(java.util.List.of(new io.signalbox.flow.Sample(
                        sample.name(), sample.event(), new java.util.LinkedHashMap<>(), sample.extra())));
        var examples = PanelBench.of(flow);
        Shown.previewed(examples);
        var visit = examples.preview().model().trace(PanelFlow.PERSON).orElseThrow();
        var said = new StepWords(examples).result(visit);
        assertTrue(said.startsWith("Example reply: "), said);

        var saved = PanelBench.of(PanelFlow.flow());
        Shown.previewed(saved);
        assertEquals(
                "2 values, from the saved reply",
                new StepWords(saved)
                        .result(saved.preview().model().trace(PanelFlow.PERSON).orElseThrow()));
        robot.interact(() -> {
            examples.preview().close();
            saved.preview().close();
        });
    }
}
