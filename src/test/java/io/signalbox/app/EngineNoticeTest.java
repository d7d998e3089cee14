package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Another program has the port at which events are to be listened to.
final class EngineNoticeTest extends UsabilityTask {
    private final ServerSocket taken = take();

    @Override
    void prepare(Rig workspace) throws Exception {
        super.prepare(workspace);
        workspace.executor().startAt(taken.getLocalPort());
    }

    private static ServerSocket take() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void free() throws IOException {
        taken.close();
    }

    private boolean noticed() {
        return hands().robot()
                .lookup("#engine-notice")
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent();
    }

    @Test
    void the_bar_says_so_and_its_link_chooses_another_port() throws Exception {
        Rig.await(this::noticed);
        assertEquals(
                "Events are not being listened to. Port " + taken.getLocalPort() + " is used by another program.",
                hands().robot().lookup("#engine-notice").query().getAccessibleText());
        int free;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        hands().click("#engine-port")
                .click("#port")
                .type(Integer.toString(free))
                .click("#port-listen");
        Rig.await(() -> rig().executor().status().on());
        assertTrue(rig().executor().status().address().endsWith(":" + free));
        Rig.await(() -> !noticed());
    }
}
