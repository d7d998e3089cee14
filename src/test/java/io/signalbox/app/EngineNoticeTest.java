package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the bar over the page says of the program itself: another program has the port at which events are to be
/// listened to, or something happened while nobody looked.
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

    private boolean isTold(String id) {
        return hands().robot().lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String told() {
        return hands().robot()
                .lookup("#incident-notice")
                .tryQuery()
                .map(Node::getAccessibleText)
                .orElse("");
    }

    @Test
    void what_happened_to_the_program_is_told_once_with_the_way_to_it() throws Exception {
        var incidents = rig().workspace().incidents();
        var flows = rig().workspace().flows();
        var at = Instant.parse("2026-11-21T17:03:00Z");
        assertTrue(flows.switchOn(Rig.sample().id()));
        flows.pause(Rig.sample().id());
        incidents.note(new Incident(at, Kind.POISON, Rig.sample().id(), "3"));
        incidents.note(new Incident(at.plusSeconds(60), Kind.WOKE, "", "PT2H5M"));
        hands().click("#rail-settings");
        Rig.await(() -> told().contains("“" + Rig.sample().name() + "” is paused, because 3 of its runs"));
        assertTrue(told().startsWith("11/21/26, 2:03"), told());
        // Once somebody has decided, it does not say any more what no longer is.
        assertTrue(flows.switchOff(Rig.sample().id()));
        Rig.await(() -> told().contains("ended the program. It is switched off."), this::told);
        Rig.await(() -> isTold("#incident-more") && !isTold("#canvas"));
        hands().click("#incident-more");
        Rig.await(() -> isTold("#text-card"));
        var all = hands().robot().lookup("#text-card").queryAs(TextArea.class).getText();
        assertTrue(all.contains("For 2\u00a0h 5\u00a0min this computer slept"), all);
        hands().click("#text-card-close");
        Rig.await(() -> !isTold("#text-card") && isTold("#incident-flow"));
        hands().click("#incident-flow");
        Rig.await(() -> isTold("#canvas"));
        hands().click("#incident-close");
        Rig.await(() -> !isTold("#incident-notice"));
        // What is new is told; what was closed is not, whatever the clock says.
        incidents.note(new Incident(at.minusSeconds(3_600), Kind.CLOCK_BACK, "", "PT1H"));
        Rig.await(() -> told().contains("was set back by 1\u00a0h 0\u00a0min"));
        assertFalse(isTold("#incident-more"));
        hands().click("#incident-close");
        Rig.await(() -> "3".equals(rig().workspace().preferences().all().get("incidents.told")));
        assertFalse(isTold("#incident-notice"));
    }
}
