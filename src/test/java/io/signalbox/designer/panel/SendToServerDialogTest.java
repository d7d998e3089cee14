package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.designer.PatientRobot;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Layout;
import io.signalbox.flow.Point;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SendToServerDialogTest {
    private static final String PLANT = "https://plant-a.example";

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final KnownServers known = new KnownServers(accounts, InstantSource.system());
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow(), accounts);
        Shown.on(stage, bench, new VBox(), 800, 800);
    }

    private void ask(PatientRobot robot, MemoryServer server) {
        open(robot, (_, _) -> server);
        robot.clickOn("#send-url");
        robot.paste(PLANT);
        robot.clickOn("#send-token");
        robot.paste("a-token");
        robot.clickOn("#send-compare");
    }

    private void open(PatientRobot robot, FlowServer.Door door) {
        robot.interact(() -> new SendToServerDialog(bench, door, known, () -> {}).open());
    }

    private static String url(PatientRobot robot) {
        return robot.lookup("#send-url").queryTextInputControl().getText();
    }

    private static FlowServer.Deployed deployed(Flow flow) {
        return new FlowServer.Deployed(flow, "7", true);
    }

    @Test
    void a_list_of_servers_that_cannot_be_read_is_said_and_its_cause_logged(PatientRobot robot) {
        for (var name : List.of("signalbox-server-1", "signalbox-server-2")) {
            accounts.save(Account.of(name, "signalbox", Map.of("url", PLANT, "used", "lately")), Map.of());
        }
        var logger = (Logger) LoggerFactory.getLogger(SendToServerDialog.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            open(robot, (_, _) -> new MemoryServer(Optional.empty()));
        } finally {
            logger.detachAppender(lines);
        }
        assertEquals(bench.text("send.servers-failed"), Shown.words(robot, "#send-message"));
        assertEquals(
                DateTimeParseException.class.getName(),
                lines.list.getFirst().getThrowableProxy().getClassName());
    }

    @Test
    void a_flow_that_the_server_lacks_is_called_new_and_sent(PatientRobot robot) {
        var server = new MemoryServer(Optional.empty());
        ask(robot, server);
        assertTrue(Shown.words(robot, "#send-difference").contains("is new on this server"));
        assertTrue(server.received().isEmpty());

        robot.clickOn("#send-switch-on").clickOn("#send-send");

        assertEquals(List.of(bench.flow()), server.received());
        assertEquals("Sent. The server runs it now.", Shown.words(robot, "#send-message"));
    }

    @Test
    void every_change_is_said_before_anything_is_sent(PatientRobot robot) {
        var theirs = PanelFlow.flow(PanelFlow.conditions(), List.of())
                .withWires(PanelFlow.flow().wires().subList(0, 3));
        var server = new MemoryServer(Optional.of(deployed(theirs)));
        ask(robot, server);

        assertEquals(
                "What changes there “Message to technician” is changed"
                        + " Wire from “WhatsApp” to “Message to technician” is added",
                Shown.words(robot, "#send-difference"));
        assertTrue(robot.lookup("#send-switch-on").queryAs(CheckBox.class).isSelected());
        assertTrue(server.received().isEmpty());
    }

    @Test
    void a_moved_box_is_called_no_change(PatientRobot robot) {
        var places = new LinkedHashMap<>(PanelFlow.flow().layout().places());
        places.put(PanelFlow.WO, new Point(8, 8));
        var server = new MemoryServer(
                Optional.of(deployed(PanelFlow.flow().withLayout(new Layout(places, Value.Fields.empty())))));
        ask(robot, server);

        assertEquals(
                "What changes there The server has the same already: nothing would change"
                        + " 1 box only moved, which changes nothing",
                Shown.words(robot, "#send-difference"));
    }

    @Test
    void a_change_made_there_meanwhile_is_not_overwritten(PatientRobot robot) {
        var server = new MemoryServer(Optional.of(deployed(PanelFlow.flow().withName("Old"))));
        ask(robot, server);
        server.change(new FlowServer.Deployed(PanelFlow.flow().withName("Theirs"), "8", true));
        robot.clickOn("#send-send");

        assertTrue(Shown.words(robot, "#send-message").startsWith("Somebody changed the flow on the server"));
        assertEquals("Theirs", server.deployed().orElseThrow().flow().name());
        assertFalse(robot.lookup("#send-compare").query().isDisabled());
    }

    @Test
    void a_server_that_does_not_answer_is_said_to_be_unchanged(PatientRobot robot) {
        var server = new MemoryServer(Optional.empty());
        server.unplug();
        ask(robot, server);

        assertEquals(
                "The server could not be reached. Check the address. Nothing was changed there.",
                Shown.words(robot, "#send-message"));
        assertTrue(robot.lookup("#send-send").query().isDisabled());
    }

    @Test
    void another_address_makes_the_comparison_worthless(PatientRobot robot) {
        ask(robot, new MemoryServer(Optional.empty()));
        assertFalse(robot.lookup("#send-send").query().isDisabled());
        robot.clickOn("#send-url").write("x");

        assertTrue(robot.lookup("#send-send").query().isDisabled());
    }

    @Test
    void a_server_that_took_a_flow_is_compared_with_at_once_the_next_time(PatientRobot robot) {
        var server = new MemoryServer(Optional.empty());
        ask(robot, server);
        assertEquals(List.of(), known.all());
        robot.clickOn("#send-send");
        assertEquals(
                List.of(PLANT + " " + new Secret("a-token").value()),
                known.all().stream()
                        .map(each ->
                                each.url() + " " + each.token().orElseThrow().value())
                        .toList());
        robot.interact(() -> bench.accounts().refresh(failure -> fail(failure)));
        assertTrue(bench.accounts().allProperty().get().stream().allMatch(KnownServers::isConnection));
        robot.push(KeyCode.ESCAPE);

        var tokens = new ArrayList<Secret>();
        open(robot, (_, token) -> {
            tokens.add(token);
            return server;
        });
        assertEquals(PLANT, url(robot));
        assertTrue(Shown.words(robot, "#send-difference").contains("nothing would change"));
        assertEquals(List.of(new Secret("a-token")), tokens);
        assertEquals("", robot.lookup("#send-token").queryTextInputControl().getText());
    }

    @Test
    void what_a_server_has_is_known_until_it_is_asked_again(PatientRobot robot) {
        var server = new MemoryServer(Optional.empty());
        ask(robot, server);
        assertEquals(Map.of(), known.copies());
        robot.clickOn("#send-switch-on").clickOn("#send-send");
        var sent = new KnownServers.Copy("plant-a.example", FlowJson.identity(bench.flow()), true);
        assertEquals(Map.of(bench.flow().id(), List.of(sent)), known.copies());
        assertFalse(sent.differsFrom(FlowJson.identity(bench.flow())));
        robot.push(KeyCode.ESCAPE);

        var theirs = bench.flow().withWires(bench.flow().wires().subList(0, 1));
        server.change(new FlowServer.Deployed(theirs, "8", false));
        open(robot, (_, _) -> server);
        var found = new KnownServers.Copy("plant-a.example", FlowJson.identity(theirs), false);
        Shown.until(() -> known.copies().equals(Map.of(bench.flow().id(), List.of(found))));
        assertTrue(found.differsFrom(FlowJson.identity(bench.flow())));

        known.keep(new KnownServers.Server(PLANT, new Secret("another")));
        assertEquals(Map.of(bench.flow().id(), List.of(found)), known.copies());
        known.note(PLANT, bench.flow().id(), Optional.empty());
        assertEquals(Map.of(), known.copies());
    }

    @Test
    void a_server_that_shall_not_be_remembered_is_forgotten(PatientRobot robot) {
        known.keep(new KnownServers.Server(PLANT, new Secret("old")));
        open(robot, (_, _) -> new MemoryServer(Optional.empty()));
        robot.clickOn("#send-remember").clickOn("#send-send");

        assertEquals(List.of(), known.all());
        assertEquals(Map.of(), known.copies());
        assertTrue(accounts.all().stream().allMatch(KnownServers::isConnection));
    }

    @Test
    void one_of_several_servers_is_chosen_with_a_click(PatientRobot robot) {
        known.keep(new KnownServers.Server("https://plant-b.example", new Secret("b")));
        known.keep(new KnownServers.Server(PLANT, new Secret("a")));
        var plant = new MemoryServer(Optional.empty());
        var other = new MemoryServer(Optional.empty());
        open(robot, (url, token) -> url.equals(PLANT) && token.value().equals("a") ? plant : other);
        assertEquals(PLANT, url(robot));
        robot.clickOn("#send-to-1");
        assertEquals("https://plant-b.example", url(robot));
        robot.clickOn("#send-send");

        assertEquals(List.of(), plant.received());
        assertEquals(List.of(bench.flow()), other.received());
        assertEquals("https://plant-b.example", known.all().getFirst().url());
    }

    @Test
    void what_one_server_answers_is_not_told_of_another(PatientRobot robot) {
        var slow = new MemoryServer(Optional.empty());
        open(robot, (_, _) -> {
            // While it is asked, the person types another address.
            robot.lookup("#send-url").queryTextInputControl().setText("https://plant-b.example");
            return slow;
        });
        robot.clickOn("#send-url");
        robot.paste(PLANT);
        robot.clickOn("#send-token");
        robot.paste("a-token");
        robot.clickOn("#send-compare");

        assertTrue(robot.lookup("#send-send").query().isDisabled());
        assertFalse(robot.lookup("#send-difference").query().isVisible());
    }

    @Test
    void production_is_sent_to_only_by_its_name(PatientRobot robot) {
        known.save(new KnownServers.Known("", "Plant A", PLANT, Environment.PRODUCTION, Optional.of(new Secret("a"))));
        var plant = new MemoryServer(Optional.empty());
        open(robot, (_, _) -> plant);
        assertTrue(robot.lookup("#send-send").query().isDisabled());
        robot.clickOn("#send-sure").write("Plant B");
        assertTrue(robot.lookup("#send-send").query().isDisabled());
        robot.interact(() -> robot.lookup("#send-sure").queryTextInputControl().setText("Plant A"));
        robot.clickOn("#send-send");
        assertEquals(1, plant.received().size());
        assertEquals("Plant A", known.all().getFirst().name());
    }
}
