package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.NodeId;
import io.signalbox.json.FlowJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Task 16: the open flow is deployed to another server after its difference was read.
final class Task16SendTest extends UsabilityTask {
    private static final NodeId WO = new NodeId("wo");

    private Path folder = Path.of("");
    private Rig plant;

    @BeforeEach
    void openPlant() throws IOException {
        folder = Files.createTempDirectory("signalbox-plant");
        plant = new Rig(folder);
    }

    @AfterEach
    void closePlant() throws IOException {
        plant.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String words(String query) {
        return hands().robot().lookup(query).lookup(".label").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .collect(Collectors.joining(" "));
    }

    private void awaitWords(String query, String wanted) throws InterruptedException {
        Rig.await(() -> words(query).contains(wanted), () -> words(query));
    }

    /// Sent to once before: address and token were typed then.
    private void know(Rig server) {
        new KnownServers(rig().workspace().accounts(), InstantSource.system())
                .keep(new KnownServers.Server(
                        server.executor().status().address(),
                        new Secret(server.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY))));
    }

    private StoredFlow deployed() {
        return plant.workspace().flows().find(Rig.sample().id()).orElseThrow();
    }

    @Test
    void a_changed_flow_is_deployed_to_another_server_after_its_difference_was_read() throws Exception {
        plant.run(Rig.sample().withNode(Rig.sample().node(WO).orElseThrow().withName("Read work order")));
        plant.workspace().flows().switchOff(Rig.sample().id());
        plant.executor().live().reload();
        know(plant);
        // The one used last is this Signalbox itself.
        know(rig());

        hands().click("#tool-send");
        awaitWords("#send-difference", "nothing would change");
        hands().click("#send-to-1");
        awaitWords("#send-difference", "is changed");
        assertNotEquals(Rig.sample(), deployed().flow());
        hands().click("#send-switch-on").click("#send-send");
        awaitWords("#send-message", "The server runs it now.");
        hands().within("Task 16, deploy after reading the difference", 4);

        Rig.await(() -> plant.executor().live().isOn(Rig.sample().id()));
        assertEquals(Rig.sample(), deployed().flow());
        assertEquals(
                FlowJson.identity(Rig.sample()), deployed().live().orElseThrow().identity());
    }
}
