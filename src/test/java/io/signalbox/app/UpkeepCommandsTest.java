package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Secret;
import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.flow.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `backup`, `restore`, `doctor`, a second `serve`, and the help.
final class UpkeepCommandsTest extends CommandBench {
    @Test
    void help_and_version_are_there_and_nothing_that_does_not_work() {
        var help = run("", "--help");
        assertEquals(0, help.code());
        for (var command : List.of(
                "demo",
                "serve",
                "check",
                "preview",
                "rehearse",
                "import",
                "export",
                "deploy",
                "sandbox",
                "connection",
                "token")) {
            assertTrue(help.out().contains("  " + command), command);
        }
        assertFalse(help.out().contains("--kafka"));
        assertEquals(0, run("", "serve", "--help").code());
        assertEquals(
                "signalbox " + Main.version() + System.lineSeparator(),
                run("", "--version").out());
        assertEquals(2, run("", "no-such-command").code());
        for (var command : List.of("serve", "sandbox")) {
            for (var port : List.of("70000", "-1", "http")) {
                var refused = workspace("", command, "--port=" + port);
                assertEquals(2, refused.code(), refused.err());
                assertTrue(refused.err().contains("“" + port + "”: 0–65535"), refused.err());
            }
        }
        assertEquals(2, run("", "check", flow.toString(), "--lang", "de").code());
    }

    @Test
    void a_backup_is_made_while_the_owner_runs_and_restored_when_nobody_does() throws Exception {
        var copy = folder.resolve("copy.zip");
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            rig.run(Rig.sample());
            var made = run("", "backup", copy.toString(), "--json", "--data", data.toString());
            assertEquals(0, made.code(), made.err());
            assertEquals("1", made.json().at("flows").asText());
            var refused = run("", "restore", copy.toString(), "--data", data.toString());
            assertEquals(4, refused.code());
            assertTrue(refused.err().contains("already in use"), refused.err());
            rig.workspace().flows().switchOff(Rig.sample().id());
        }
        ControlFile.remove(data);
        var restored = run("", "restore", copy.toString(), "--json", "--data", data.toString());
        assertEquals(0, restored.code(), restored.err());
        assertTrue(Files.exists(Path.of(restored.json().at("aside").asText())));
        try (var rig = new Rig(data)) {
            assertTrue(rig.workspace()
                    .flows()
                    .find(Rig.sample().id())
                    .orElseThrow()
                    .live()
                    .isPresent());
        }
        var elsewhere = run(
                "",
                "restore",
                copy.toString(),
                "--data",
                folder.resolve("elsewhere").toString());
        assertEquals(1, elsewhere.code());
        assertTrue(elsewhere.err().contains("vault.key"), elsewhere.err());
    }

    @Test
    void the_doctor_names_what_is_wrong_and_nothing_else() throws Exception {
        run("", "token", "list", "--data", data.toString());
        var well = run("", "doctor", "--data", data.toString());
        assertEquals(0, well.code(), well.out());
        var database = data.resolve("db").resolve("signalbox.mv.db");
        var bytes = Files.readAllBytes(database);
        for (int at = 0; at < bytes.length; at += 512) {
            bytes[at + 300] ^= 1;
        }
        Files.write(database, bytes);
        var ill = run("", "doctor", "--json", "--data", data.toString());
        assertEquals(1, ill.code(), ill.out());
        var wrong = ill.json().asItems().stream()
                .filter(check -> check.at("ok").equals(Value.of(false)))
                .map(check -> check.at("check").asText())
                .toList();
        assertEquals(List.of("database"), wrong);
    }

    @Test
    void the_doctor_names_a_flow_that_is_paused_because_it_ended_the_program() throws Exception {
        var id = Rig.sample().id();
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            rig.run(Rig.sample());
            rig.workspace().incidents().note(new Incident(Instant.EPOCH, Kind.POISON, id, "3"));
            assertEquals(List.of(), flowsInTrouble());
            rig.workspace().flows().pause(id);
            assertEquals(1, flowsInTrouble().size());
        }
        ControlFile.remove(data);
        var told = flowsInTrouble();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("“" + Rig.sample().name() + "” is paused"), told.getFirst());
    }

    private List<String> flowsInTrouble() {
        return run("", "doctor", "--json", "--data", data.toString()).json().asItems().stream()
                .filter(check -> check.at("check").asText().equals("flow"))
                .map(check -> check.at("text").asText())
                .toList();
    }

    @Test
    void a_second_service_on_the_same_workspace_names_the_first_one() throws Exception {
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            var second = run("", "serve", "--port", "0", "--data", data.toString());
            assertEquals(4, second.code());
            assertTrue(
                    second.err().contains("process " + ProcessHandle.current().pid()), second.err());
        }
    }
}
