package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.json.FlowJson;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A file from a version that knows more: what this one does not know is kept as it is.
final class UnknownServiceTest extends UsabilityTask {
    private static final NodeId PERSON = new NodeId("person");

    private static String text() {
        return FlowJson.write(Rig.sample())
                .replace(
                        "\"type\": \"fracttal\",\n      \"connection\": \"fracttal-main\",\n      \"operation\": \"find-person\"",
                        "\"type\": \"telex\",\n      \"connection\": \"old-telex\",\n      \"operation\": \"ring\",\n"
                                + "      \"tape\": [\"a\", {\"b\": 1.50}]")
                .replace(
                        "\"code\": {\n          \"path\": \"wo.code_responsible\"",
                        "\"answerback\": {\n          \"path\": \"wo.code_responsible\"");
    }

    /// As a double-click on the file brings it in.
    @Override
    void prepare(Rig workspace) throws Exception {
        var file = Files.createTempFile("telex", ".signalbox.json");
        Files.writeString(file, text());
        workspace.workspace().flows().save(FlowJson.read(Files.readString(Path.of(file.toString()))), 0);
        Files.delete(file);
    }

    private Flow stored() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }

    @Test
    void a_node_of_an_unknown_service_is_shown_and_saved_as_it_was() throws Exception {
        var before = Rig.flow(text()).node(PERSON).orElseThrow();
        assertEquals("telex", before.type());
        hands().click("#node-person");
        var sentence = "This version does not know the service “telex”. The node is kept as it is but cannot run.";
        Rig.await(
                () -> hands().robot().lookup("#problem-type .label").tryQuery().isPresent());
        assertEquals(
                sentence,
                hands().robot()
                        .lookup("#problem-type .label")
                        .queryAs(Labeled.class)
                        .getText());

        hands().click("#node-wo").press(KeyCode.F2).type("Read it").press(KeyCode.ENTER);
        Rig.await(() -> stored().node(new NodeId("wo")).orElseThrow().name().equals("Read it"));
        assertEquals(before, stored().node(PERSON).orElseThrow());
        assertEquals(
                Rig.flow(text())
                        .withNode(stored().node(new NodeId("wo")).orElseThrow())
                        .nodes(),
                stored().nodes());
    }
}
