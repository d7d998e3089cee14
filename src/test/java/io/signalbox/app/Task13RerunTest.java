package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.Replay;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import org.junit.jupiter.api.Test;

/// A run that failed for a hole in the field map, run again with the same data once the map is right.
final class Task13RerunTest extends UsabilityTask {
    /// The second place is filled with a field that no work order has. A person may start it, too.
    private static Flow broken() {
        return Rig.flow(FlowJson.write(Rig.sample())
                .replace(
                        "\"to\": \"2\",\n          \"from\": {\n            \"path\": \"wo.wo_folio\"",
                        "\"to\": \"2\",\n          \"from\": {\n            \"path\": \"wo.nickname\"")
                .replace(
                        "\"nodes\": [",
                        "\"nodes\": [{\"id\": \"by-hand\", \"kind\": \"trigger\", \"type\": \"manual\"},"));
    }

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.run(broken());
        workspace.call(
                "POST",
                "/events",
                workspace.token(Scope.EVENTS),
                Json.write(Rig.sample().samples().getFirst().event()));
        workspace.settled();
    }

    private java.util.List<RunRecord> runs() {
        var runs = rig().workspace().runs();
        return runs.latest(Rig.sample().id(), 10).stream()
                .map(run -> runs.find(run.id()).orElseThrow())
                .toList();
    }

    @Test
    void a_failed_run_is_run_again_once_the_map_is_right() throws Exception {
        var failed = runs().getFirst();
        assertEquals(RunState.FAILED, failed.summary().state());

        hands().click("#node-fields").click("#map-result-1 .map-choice").click("#make-live");
        Rig.await(() -> !hands().robot().lookup("#make-live").query().isVisible());
        hands().click("#tab-runs").click("#runs .table-row-cell").click("#run-again");
        Rig.await(() -> runs().size() == 2);
        rig().settled();

        var again = runs().getFirst();
        assertEquals(RunState.SUCCEEDED, again.summary().state());
        assertEquals(failed.event().data(), again.event().data());
        assertEquals(failed.event().occurredAt(), again.event().occurredAt());
        assertEquals(
                failed.event().id(),
                again.event().attributes().at(Event.REPLAY_OF).asText());
        assertTrue(rig().workspace().events().find(again.event().id()).isPresent());
        assertEquals(failed, runs().getLast(), "the failed run stays as it was");
        hands().within("Task 13, re-run a failed run after fixing the map", 6);
    }

    @Test
    void a_copy_of_a_copy_names_the_first_event_and_outlives_a_restart() throws Exception {
        var first = runs().getFirst();
        assertEquals(Replay.Outcome.STARTED, rig().executor().again(first));
        Rig.await(() -> runs().size() == 2);
        assertEquals(Replay.Outcome.STARTED, rig().executor().again(runs().getFirst()));
        rig().settled();
        // A program that ends closes its window first.
        hands().robot().interact(() -> studio().close());
        Rig.await(() -> studio().calm());
        rig().restart();
        assertEquals(3, runs().size());
        assertEquals(
                first.event().id(),
                runs().getFirst().event().attributes().at(Event.REPLAY_OF).asText());
    }

    @Test
    void a_flow_that_may_be_started_by_hand_has_a_button_for_that() throws Exception {
        hands().click("#tab-runs").click("#run-start");
        Rig.await(() -> runs().size() == 2);
        assertEquals("manual", runs().getFirst().event().type());
    }

    @Test
    void nothing_runs_again_while_the_flow_is_off_or_nobody_listens() {
        var run = runs().getFirst();
        rig().workspace().flows().switchOff(Rig.sample().id());
        rig().executor().live().reload();
        assertEquals(Replay.Outcome.NOT_MATCHED, rig().executor().again(run));
        rig().executor().stop();
        assertEquals(Replay.Outcome.NOT_LISTENING, rig().executor().again(run));
        assertEquals(1, runs().size());
        assertEquals(1, rig().workspace().events().latest(10).size());
    }
}
