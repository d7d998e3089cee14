package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.Preview;
import io.signalbox.engine.Tryout;
import io.signalbox.sandbox.Arrived;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A message that is only looked at can be looked at where it arrives, and nobody else hears of it.
final class SendToSandboxTest extends UsabilityTask {
    private boolean isShown(String query) {
        return hands().robot().lookup(query).tryQuery().isPresent();
    }

    private String said() {
        return hands().robot().lookup("#status-said").queryAs(Label.class).getText();
    }

    private void look() throws Exception {
        Rig.await(() -> isShown("#node-fields"));
        hands().click("#node-fields");
        Rig.await(() -> isShown("#sandbox-send"));
    }

    private List<Arrived> arrived() {
        return rig().sandbox().messages();
    }

    @Test
    void the_button_sends_what_is_shown_and_leads_to_where_it_arrived() throws Exception {
        look();
        hands().click("#sandbox-send");
        Rig.await(() -> isShown("#sandbox-look"));
        assertEquals("It arrived at the sandbox.", said());
        assertEquals(1, arrived().size());
        var shown = arrived().getFirst().shown();
        assertEquals(
                shown.strip().lines().findFirst().orElseThrow(),
                bubble().lines().findFirst().orElseThrow());
        hands().click("#sandbox-look");
        Rig.await(() -> isShown("#arrivals"));
        Rig.await(() -> isShown("#arrived .bubble"));
        assertEquals(0, rig().workspace().events().ledger().accepted());
    }

    /// The words of the message that is shown, in their order.
    private String bubble() {
        var text = hands().robot().lookup("#bubble").query().getAccessibleText();
        return text.substring(text.indexOf(": ") + 2);
    }

    @Test
    void a_key_does_the_same_and_a_connection_to_the_service_itself_is_left_alone() throws Exception {
        var called = new AtomicInteger();
        var vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", exchange -> {
            called.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        vendor.start();
        try {
            rig().account(
                            "whatsapp-main",
                            "whatsapp",
                            Map.of(
                                    "base-url",
                                    "http://127.0.0.1:" + vendor.getAddress().getPort(),
                                    "phone-number-id",
                                    "777",
                                    "allow-private",
                                    "true"),
                            Map.of("access-token", new Secret("a real one")));
            look();
            hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            Rig.await(() -> arrived().size() == 1);
            Rig.await(() -> isShown("#sandbox-ended .label"));
            assertEquals(
                    "It arrived at the built-in stand-in of WhatsApp. Your connection “whatsapp-main” was not used.",
                    hands().robot()
                            .lookup("#sandbox-ended .label")
                            .queryAs(Labeled.class)
                            .getText());
            assertEquals(0, called.get());
        } finally {
            vendor.stop(0);
        }
    }

    @Test
    void what_the_stand_in_says_against_it_is_told() throws Exception {
        look();
        rig().fault("{\"vendor\": \"whatsapp\", \"status\": 400, \"code\": 131026}");
        hands().click("#sandbox-send");
        Rig.await(() -> said().startsWith("The stand-in of WhatsApp refused it: "));
        assertEquals(List.of(), arrived());
        assertFalse(isShown("#sandbox-look"));
    }

    /// Slack takes one message a second into a channel, and WhatsApp and Workplace none for people who have not
    /// written:
    /// their stand-ins say so, too.
    @Test
    void every_message_of_every_sample_flow_arrives_or_is_refused_as_its_service_would() throws Exception {
        var connectors = Connectors.found();
        var accounts = rig().workspace().accounts();
        var tryout = new Tryout(connectors, rig().executor().gate(), InstantSource.system());
        var preview = new Preview(connectors, accounts::find);
        var arrived = new HashSet<String>();
        var refused = new HashSet<String>();
        int sent = 0;
        for (var flow : SampleFlows.all()) {
            for (var sample : flow.samples()) {
                var event = EventForms.sample(sample.event()).accepted("sample", Instant.now());
                for (var message : preview.of(flow, event, sample.replies()).messages()) {
                    var type = message.effect().type();
                    switch (tryout.send(message, rig().sandbox())) {
                        case Tryout.Answer.Arrived(var own) -> {
                            assertTrue(own, type);
                            arrived.add(type);
                            sent++;
                        }
                        case Tryout.Answer.Refused(var reason, var _) -> refused.add(type + " " + reason);
                        case Tryout.Answer.NoStandIn _, Tryout.Answer.Closed _ -> refused.add(type);
                    }
                }
            }
        }
        assertTrue(Set.of("slack rate", "whatsapp window", "workplace person").containsAll(refused), refused::toString);
        assertTrue(arrived.containsAll(Set.of("whatsapp", "mail", "slack", "teams", "zapier")), arrived::toString);
        assertTrue(sent > arrived.size());
    }
}
