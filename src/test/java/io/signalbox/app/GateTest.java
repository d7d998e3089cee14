package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.engine.gate.QuietHours;
import io.signalbox.sandbox.Arrived;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The send gate in a whole Signalbox: what is held back waits on disk, and goes out once.
final class GateTest {
    private int people = 1000;
    private static final String FLOW = """
            {"format": "signalbox.flow/1", "id": "tell", "name": "Tell",
             "nodes": [
              {"id": "trigger", "kind": "trigger", "type": "event",
               "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}},
              {"id": "send", "kind": "connection", "type": "whatsapp", "connection": "whatsapp-main",
               "operation": "send-template",
               "settings": {"template": "wo_assigned", "language": "es", "to": {"path": "trigger.data.phone"}}},
              {"id": "fields", "kind": "configuration",
               "fields": [{"to": "1", "from": {"path": "trigger.data.wo_folio"}}, {"to": "2", "from": "a"},
                          {"to": "3", "from": "b"}, {"to": "4", "from": "c"}]}],
             "wires": [{"from": "trigger", "to": "send"}, {"from": "send", "to": "fields"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;
    private String token;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(folder);
        token = rig.token(Scope.EVENTS);
        rig.run(Rig.flow(FLOW));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private LiveRules settings() {
        return rig.executor().gate().settings();
    }

    private void post(String folio, String phone) throws IOException, InterruptedException {
        var body =
                "{\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"data\":{\"wo_folio\":\"%s\",\"phone\":\"%s\"}}"
                        .formatted(folio, phone);
        assertEquals(202, rig.call("POST", "/events", token, body).statusCode());
    }

    private List<RunSummary> runs() {
        return rig.workspace().runs().latest("", 1_000);
    }

    private void awaitWaiting(int count, String reason) throws InterruptedException {
        Rig.await(() -> runs().stream()
                        .filter(run ->
                                run.state() == RunState.WAITING && run.reason().equals(reason))
                        .count()
                == count);
    }

    private List<String> arrived() {
        return rig.sandbox().messages().stream()
                .map(Arrived::shown)
                .map(shown -> shown.replaceAll("(?s).*(OT-\\d+).*", "$1"))
                .sorted()
                .toList();
    }

    private static List<String> folios(int count) {
        return IntStream.range(0, count).mapToObj(n -> "OT-" + (100 + n)).toList();
    }

    /// The service lets one person have only so many at once.
    private String someoneElse() {
        return "551199999%04d".formatted(people++);
    }

    @Test
    void while_all_sending_is_stopped_runs_wait_and_then_each_goes_out_once() throws Exception {
        settings().stop();
        for (var folio : folios(60)) {
            post(folio, someoneElse());
        }
        awaitWaiting(60, "stopped");
        assertEquals(List.of(), rig.sandbox().messages());
        settings().resume();
        assertEquals(
                "accepted 60 = sent 60 + suppressed 0 + waiting 0 + failed 0",
                rig.settled().toString());
        assertEquals(folios(60), arrived());
        for (var run : runs()) {
            var step =
                    rig.workspace().runs().find(run.id()).orElseThrow().steps().getLast();
            assertEquals(1, step.attempt(), "waiting uses up no try");
            assertEquals(26, step.key().length());
        }
    }

    @Test
    void sending_that_is_stopped_and_started_in_the_middle_of_everything_loses_and_doubles_nothing() throws Exception {
        var all = folios(120);
        for (int at = 0; at < all.size(); at++) {
            post(all.get(at), someoneElse());
            if (at % 10 == 4) {
                settings().stop();
            } else if (at % 10 == 9) {
                settings().resume();
            }
        }
        assertEquals(120, rig.settled().sent());
        assertEquals(all, arrived());
    }

    @Test
    void a_stop_outlives_a_restart() throws Exception {
        settings().stop();
        post("OT-1", "5511999991234");
        awaitWaiting(1, "stopped");
        rig.restart();
        assertTrue(settings().now().isStopped());
        post("OT-2", "5511999991234");
        awaitWaiting(2, "stopped");
        assertEquals(List.of(), rig.sandbox().messages());
        settings().resume();
        assertEquals(2, rig.settled().sent());
        assertEquals(List.of("OT-1", "OT-2"), arrived());
    }

    @Test
    void a_stop_that_is_lifted_while_nobody_listens_lets_go_at_the_next_start() throws Exception {
        settings().stop();
        post("OT-1", "5511999991234");
        awaitWaiting(1, "stopped");
        rig.executor().stop();
        settings().resume();
        rig.executor().start();
        assertEquals(1, rig.settled().sent());
    }

    @Test
    void quiet_hours_hold_a_message_until_they_are_changed() throws Exception {
        var now = ZonedDateTime.now(ZoneOffset.UTC).toLocalTime().withSecond(0).withNano(0);
        settings()
                .change(rules -> rules.withZone(ZoneOffset.UTC)
                        .withQuiet(Optional.of(
                                new QuietHours(now.minusHours(1), now.plusHours(1), QuietHours.Then.WAIT))));
        post("OT-1", "5511999991234");
        awaitWaiting(1, "quiet");
        settings()
                .change(rules -> rules.withQuiet(
                        Optional.of(new QuietHours(now.plusHours(2), now.plusHours(3), QuietHours.Then.WAIT))));
        assertEquals(1, rig.settled().sent());
    }

    @Test
    void a_person_gets_no_more_than_the_cap_also_after_a_restart() throws Exception {
        settings().change(rules -> rules.withZone(ZoneOffset.UTC).withCap(Optional.of(2)));
        for (var folio : folios(3)) {
            post(folio, "5511999991234");
        }
        assertEquals(2, rig.settled().sent());
        rig.restart();
        post("OT-4", "5511999991234");
        post("OT-5", "5511999990000");
        assertEquals(3, rig.settled().sent());
        assertEquals(2, rig.settled().suppressed());
    }
}
