package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.store.NewerFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `signalbox runs|events|dead`, through the process that owns the workspace and without one.
final class RunCommandsTest {
    private static final String EVENT =
            "{\"id\":\"THIS\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"entity\":\"OT-1\\u202e\",\"data\":{\"wo_folio\":\"OT-1496\",\"code_responsible\":\"HR-22\"}}";

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;

    private record Ran(int code, String out, String err) {
        Value json() throws Exception {
            return Json.parse(out);
        }
    }

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(folder);
        ControlFile.here(rig.executor().port(), new Secret("control")).write(folder);
        rig.run(Rig.sample());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(new byte[0]),
                all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String accepted(String identity) throws Exception {
        var token = rig.token(Scope.EVENTS);
        var answer = rig.call("POST", "/events", token, EVENT.replace("THIS", identity));
        rig.settled();
        return Rig.json(answer).at("eventId").asText();
    }

    private static String first(Ran listed, String member) throws Exception {
        return listed.json().at(0).at(member).asText();
    }

    @Test
    void runs_are_listed_and_shown_to_people_and_to_programs() throws Exception {
        var event = accepted("e-1");
        var listed = run("runs", "list", "--state", "succeeded", "--json");
        assertEquals(0, listed.code(), listed.err());
        assertEquals(event, first(listed, "eventId"));
        var id = first(listed, "id");
        assertTrue(run("runs", "list").out().contains(id));
        assertEquals(
                0,
                run("runs", "list", "--state", "failed", "--json")
                        .json()
                        .asItems()
                        .size());

        var shown = run("runs", "show", id);
        assertEquals(0, shown.code());
        assertTrue(shown.out().contains("person") && shown.out().contains("done"), shown.out());
        var whole = run("runs", "show", id, "--json").json();
        assertEquals("OT-1496", whole.at("event").at("data").at("wo_folio").asText());
        assertTrue(run("runs", "show", id, "--lang", "pt-BR").out().contains("new-wo-whatsapp"));

        assertEquals(
                1, run("runs", "show", "019a0000-0000-7000-8000-000000000009").code());
        assertEquals(2, run("runs", "show", "nonsense").code());
        assertEquals(2, run("runs", "list", "--state", "nonsense").code());
        assertEquals(2, run("runs", "show").code());
        assertTrue(rig.workspace().audit().page(Long.MAX_VALUE, 9).stream()
                .anyMatch(entry ->
                        entry.actor().equals("shell") && entry.deed().subject().equals("run " + id)));
    }

    @Test
    void an_event_is_replayed_by_the_owner_and_its_text_cannot_steer_the_terminal() throws Exception {
        var event = accepted("e-1");
        var listed = run("events", "list");
        assertTrue(listed.out().contains("OT-1\\u202e"), listed.out());
        assertEquals(event, first(run("events", "list", "--json"), "id"));
        assertEquals(event, run("events", "show", event).json().at("id").asText());
        var replayed = run("events", "replay", event, "--json");
        assertEquals(0, replayed.code(), replayed.err());
        assertEquals("new-wo-whatsapp", replayed.json().at("matched").at(0).asText());
        assertEquals(2, rig.settled().sent());
    }

    @Test
    void what_was_given_up_is_listed_replayed_with_other_data_and_discarded() throws Exception {
        rig.workspace().accounts().remove("whatsapp-main");
        accepted("e-1");
        accepted("e-2");
        SampleAccounts.save(rig.workspace().accounts(), rig.sandbox().url());
        var listed = run("dead", "list", "--json");
        assertEquals(2, listed.json().asItems().size());
        var payload = Files.writeString(
                folder.resolve("data.json"),
                "{\"wo_folio\":\"OT-1496\",\"code_responsible\":\"HR-22\",\"edited\":true}");
        var replayed = run("dead", "replay", first(listed, "id"), "--payload", payload.toString());
        assertEquals(0, replayed.code(), replayed.err());
        Rig.await(() -> rig.workspace().events().ledger().sent() == 1);
        assertEquals(
                Value.of(true),
                rig.workspace().events().latest(1).getFirst().data().at("edited"));
        var rest = first(run("dead", "list", "--json"), "id");
        assertEquals(0, run("dead", "discard", rest).code());
        assertEquals(1, run("dead", "replay", rest).code());
        assertEquals(0, run("dead", "list", "--json").json().asItems().size());
    }

    @Test
    void without_an_owner_a_replay_is_stored_and_runs_at_the_next_start() throws Exception {
        var event = accepted("e-1");
        rig.putAway();
        ControlFile.remove(folder);
        var replayed = run("events", "replay", event);
        assertEquals(0, replayed.code(), replayed.err());
        assertEquals(1, rig.sandbox().messages().size());
        rig.openAgain();
        Rig.await(() -> rig.workspace().events().ledger().sent() == 2);
    }

    @Test
    void each_command_explains_itself_in_every_language() throws IOException {
        for (var command : List.of("runs", "events", "dead")) {
            var said = new HashSet<String>();
            for (var language : Language.values()) {
                var help = run(command, "--help", "--lang", language.tag());
                assertEquals(0, help.code());
                assertTrue(help.out().contains("list") && help.out().contains("show"), help.out());
                said.add(help.out());
            }
            assertEquals(Language.values().length, said.size(), command);
        }
    }

    @Test
    void a_run_whose_data_was_removed_says_so_and_is_not_run_again() throws Exception {
        var event = accepted("e-1");
        var id = first(run("runs", "list", "--json"), "id");
        var came = rig.workspace().events().find(event).orElseThrow().receivedAt();
        var later = came.plus(Duration.ofDays(30)).plusSeconds(1);
        assertEquals(1, rig.workspace().clearance().payloads("", later, later).events());

        var said = "The data of this event was removed after 30 days.";
        assertTrue(run("runs", "show", id).out().contains(said));
        assertTrue(run("events", "list").out().contains(said));
        assertTrue(run("runs", "show", id, "--lang", "fr").out().contains("supprimées au bout de 30 jours"));
        var whole = run("runs", "show", id, "--json").json();
        assertEquals(said, whole.at("notice").asText());
        assertEquals(later.truncatedTo(ChronoUnit.MILLIS).toString(), shownRemoval(whole));
        assertTrue(whole.at("event").at("data").at("wo_folio").isMissing());
        var again = run("events", "replay", event);
        assertEquals(1, again.code());
        assertTrue(again.err().contains(said), again.err());
        var refused = rig.call("POST", "/api/v1/events/" + event + "/replay", rig.token(Scope.RUN_REPLAY), "");
        assertEquals(409, refused.statusCode());
        assertEquals(said, Rig.json(refused).at("detail").asText());
        var seen = rig.call("GET", "/api/v1/runs/" + id, rig.token(Scope.RUN_READ), "");
        assertEquals(said, Rig.json(seen).at("notice").asText(), "also without the right to see data");
        assertTrue(rig.workspace().events().ledger().balanced());
    }

    private static String shownRemoval(Value run) {
        return Instant.parse(run.at("removedAt").asText())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    @Test
    void a_workspace_of_a_newer_version_is_refused_with_a_sentence() throws Exception {
        var other = folder.resolve("other");
        Workspace.open(other, new SecureRandom(), InstantSource.system())
                .orElseThrow()
                .close();
        NewerFile.in(other, 99);
        for (var command : List.of("serve", "runs list")) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var all = new ArrayList<>(List.of(command.split(" ", -1)));
            all.addAll(List.of("--data", other.toString(), "--lang", "it"));
            int code = Main.run(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    new ByteArrayInputStream(new byte[0]),
                    all.toArray(String[]::new));
            assertEquals(4, code, command);
            var said = err.toString(StandardCharsets.UTF_8);
            assertTrue(said.contains("versione più recente di Signalbox (formato dei dati 99;"), said);
        }
    }
}
