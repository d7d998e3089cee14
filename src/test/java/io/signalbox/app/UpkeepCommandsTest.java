package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Secret;
import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void a_sealed_backup_bears_its_key_and_goes_anywhere_with_its_passphrase() throws Exception {
        run("", "import", flow.toString(), "--data", data.toString());
        var sealed = folder.resolve("copy.gpg");
        var passphrase = file("passphrase.txt", "correct horse battery staple\n");
        var made = run(
                "", "backup", sealed.toString(), "--passphrase-file", passphrase, "--json", "--data", data.toString());
        assertEquals(0, made.code(), made.err());
        assertEquals(sealed.toString(), made.json().at("file").asText());
        assertFalse(Files.exists(data.resolve("backups").resolve("to-be-sealed.zip")), "nothing open is left");
        var bytes = Files.readAllBytes(sealed);
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("signalbox.mv.db"));

        var elsewhere = folder.resolve("elsewhere");
        assertEquals(2, restored(sealed, file("short.txt", "short"), elsewhere).code());
        assertEquals(
                1,
                restored(sealed, file("wrong.txt", "wrong horse battery staple"), elsewhere)
                        .code());
        for (int at = 0; at < 16; at++) {
            var changed = bytes.clone();
            changed[bytes.length / 16 * at] ^= 1;
            var damaged = Files.write(folder.resolve("changed.gpg"), changed);
            assertEquals(1, restored(damaged, passphrase, elsewhere).code(), "byte " + bytes.length / 16 * at);
        }
        var plain = run("", "restore", sealed.toString(), "--data", elsewhere.toString());
        assertEquals(1, plain.code());
        assertTrue(plain.err().contains("--passphrase-file"), plain.err());
        assertFalse(Files.exists(elsewhere.resolve("vault.key")), "what was refused changed nothing");
        var done = restored(sealed, passphrase, elsewhere);
        assertEquals(0, done.code(), done.err());
        assertEquals("1", done.json().at("flows").asText());
        assertEquals(0, run("", "token", "list", "--data", elsewhere.toString()).code(), "it opens with the key");

        var another = folder.resolve("another");
        assertEquals(0, run("", "token", "list", "--data", another.toString()).code());
        var refused = restored(sealed, passphrase, another);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("another vault.key"), refused.err());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Ran restored(Path sealed, String passphrase, Path to) {
        return run(
                "", "restore", sealed.toString(), "--passphrase-file", passphrase, "--json", "--data", to.toString());
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
