package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.json.FlowJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SampleGalleryTest {
    private final List<String> used = new ArrayList<>();

    @Start
    void open(Stage stage) throws Exception {
        var bench = PanelBench.of(PanelFlow.flow());
        bench.words().speak(Language.FR);
        Shown.on(stage, bench, new Region(), 1000, 700);
        new SampleGallery(bench, List.of(sample("new-work-order-to-whatsapp"), sample("answer-in-slack")), flow -> {
                    used.add(flow.id() + ": " + flow.name());
                })
                .open();
    }

    private static Flow sample(String file) throws Exception {
        return FlowJson.read(Files.readString(Path.of("flows", file + ".signalbox.json")));
    }

    @Test
    void a_sample_is_called_in_the_language_of_whoever_looks_for_one(PatientRobot robot) {
        var said = Shown.words(robot, "#samples");
        assertTrue(said.contains("Réponse dans Slack Répond dans le fil à qui écrit"), said);
        assertTrue(said.contains("Nouvel ordre de travail vers WhatsApp Prévient le responsable"), said);

        robot.clickOn("#samples-search").write("brûle");
        said = Shown.words(robot, "#samples");
        assertTrue(said.startsWith("Slack Réponse dans Slack"), said);

        robot.clickOn("#sample-slack-answer-in-slack");
        assertEquals(List.of("answer-in-slack: Réponse dans Slack"), used);
    }
}
