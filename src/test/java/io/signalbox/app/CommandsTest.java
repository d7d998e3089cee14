package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.fracttal.HubDocument;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private Path flow = Path.of("");
    private Path event = Path.of("");

    /// What a command left behind.
    private record Ran(int code, String out, String err) {
        Value json() {
            try {
                return Json.parse(out);
            } catch (JsonProblem problem) {
                throw new IllegalArgumentException(out, problem);
            }
        }
    }

    @BeforeEach
    void files() throws IOException {
        data = folder.resolve("data");
        flow = write("flow.json", FlowJson.write(Rig.sample()));
        event = write("event.json", Json.write(Rig.sample().samples().getFirst().event()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ran run(String in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran workspace(String in, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(in, all.toArray(String[]::new));
    }

    private void connections() {
        assertEquals(
                0,
                workspace(
                                "s",
                                "connection",
                                "set",
                                "fracttal-main",
                                "--type",
                                "fracttal",
                                "--set",
                                "client-id=k",
                                "--secret",
                                "client-secret=-")
                        .code());
        assertEquals(
                0,
                workspace(
                                "s",
                                "connection",
                                "set",
                                "whatsapp-main",
                                "--type",
                                "whatsapp",
                                "--set",
                                "phone-number-id=1",
                                "--secret",
                                "access-token=-")
                        .code());
    }

    @Test
    void check_finds_nothing_in_the_shipped_flow_and_names_what_is_wrong_in_another() throws Exception {
        var good = run("", "check", flow.toString());
        assertEquals(0, good.code());
        assertTrue(
                good.err().contains("Not checked") && good.err().contains("fracttal-main, whatsapp-main"), good.err());
        var broken = write("broken.json", FlowJson.write(Rig.sample()).replace("wo.code_responsible", "later.code"));
        var checked = run("", "check", broken.toString(), "--json");
        assertEquals(1, checked.code());
        assertEquals("person", checked.json().at(0).at("node").asText());
        assertEquals("settings.code", checked.json().at(0).at("field").asText());
        var unreadable = write("unreadable.json", "{\n  \"format\": \"signalbox.flow/1\",\n  \"id\": 7\n}");
        var refused = run("", "check", unreadable.toString());
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("Line 3, column 9"), refused.err());
        assertEquals(
                2, run("", "check", folder.resolve("nowhere.json").toString()).code());
        assertEquals(2, run("", "check").code());
    }

    @Test
    void a_template_is_counted_where_its_connection_leads_to_the_service_that_has_it() throws Exception {
        var counted =
                write("counted.json", FlowJson.write(Rig.sample()).replace("\"to\": \"2\"", "\"to\": \"footer\""));
        // A file alone does not say whose template it means, and another service may have one of the same name.
        assertEquals(0, run("", "check", counted.toString()).code());
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            var tested = run("", "connection", "test", "whatsapp-main", "--data", data.toString());
            assertTrue(tested.out().contains("Templates fetched: "), tested.out() + tested.err());
            var refused = run("", "import", counted.toString(), "--enable", "--data", data.toString());
            assertEquals(1, refused.code());
            var sentence = "The template wants 5 values, 5 are mapped. Missing or not in the template: 2, footer.";
            assertTrue((refused.out() + refused.err()).contains(sentence), refused.out() + refused.err());
        }
    }

    @Test
    void check_speaks_of_fields_as_the_form_does_and_says_what_would_set_it_right() throws Exception {
        var text = FlowJson.write(Rig.sample())
                .replace("wo.code_responsible", "later.code_responsible")
                .replace("\"template\": \"wo_assigned\",", "\"colour\": \"red\",");
        var checked = run("", "check", write("words.json", text).toString(), "--json");
        assertEquals(
                "“Responsible code” refers to “later”, which is not in this flow.",
                checked.json().at(0).at("text").asText());
        var told = checked.json().asItems().stream()
                .map(one -> one.at("text").asText() + " " + one.at("repair").asText())
                .toList();
        assertTrue(told.contains("“Template name / Content SID” is empty. "), told::toString);
        assertTrue(
                told.contains("The service knows no setting “colour”; it is ignored. Delete the setting “colour”"),
                told::toString);
        var french = run("", "check", folder.resolve("words.json").toString(), "--lang", "fr");
        assertTrue(french.out().contains("[Supprimer "), french.out());
        assertTrue(french.out().contains("Nom du modèle"), french.out());
    }

    @Test
    void preview_shows_every_clause_and_the_exact_request_and_sends_nothing() throws Exception {
        var shown = run("", "preview", flow.toString(), "--event", event.toString(), "--json");
        assertEquals(0, shown.code());
        var request = shown.json().at("requests").at(0).at("request");
        assertEquals("POST", request.at("method").asText());
        assertEquals(
                "Bearer ••••••••", request.at("headers").at("Authorization").asText());
        assertEquals("5511999991234", request.at("body").at("to").asText());
        assertEquals(
                2,
                shown.json()
                        .at("steps")
                        .at(0)
                        .at("conditions")
                        .at("parts")
                        .asItems()
                        .size());
        assertEquals(2, shown.json().at("fetches").asItems().size());

        var reply = write("person.json", "{\"full_name\": \"Zoe\", \"phone\": \"+44 20 7946 0000\"}");
        var replaced = run(
                "", "preview", flow.toString(), "--event", event.toString(), "--reply", "person=" + reply, "--json");
        assertEquals(
                "442079460000",
                replaced.json()
                        .at("requests")
                        .at(0)
                        .at("request")
                        .at("body")
                        .at("to")
                        .asText());

        var nobody = write("nobody.json", "{\"phone\": \"+44 20 7946 0000\"}");
        var fails = run("", "preview", flow.toString(), "--event", event.toString(), "--reply", "person=" + nobody);
        assertEquals(1, fails.code());
        assertTrue(fails.out().contains("1 is missing"), fails.out());
    }

    @Test
    void rehearse_counts_names_the_excluding_clause_and_compares_two_versions() throws Exception {
        var events = Files.createDirectory(folder.resolve("events"));
        int at = 0;
        for (var sample : Rig.sample().samples()) {
            Files.writeString(
                    events.resolve(at++ + ".json"),
                    Json.write(Value.fields("event", sample.event()).with("replies", replies(sample.replies()))));
        }
        var other =
                write("other.json", FlowJson.write(Rig.sample()).replace("\"value\": \"LOW\"", "\"value\": \"HIGH\""));
        var rehearsed = run(
                "",
                "rehearse",
                flow.toString(),
                "--events",
                events.toString(),
                "--against",
                other.toString(),
                "--json");
        assertEquals(0, rehearsed.code(), rehearsed.err());
        assertEquals(Value.of(5), rehearsed.json().at("events"));
        assertEquals(Value.of(4), rehearsed.json().at("matched"));
        assertEquals(Value.of(2), rehearsed.json().at("messages"));
        assertTrue(
                rehearsed.json().at("excluded").at(0).at("clause").asText().contains("priorities_description ne LOW"));
        assertEquals(
                "removed", rehearsed.json().at("differences").at(0).at("kind").asText());
    }

    private static Value replies(Map<NodeId, Value> replies) {
        var fields = Value.Fields.empty();
        for (var reply : replies.entrySet()) {
            fields = fields.with(reply.getKey().value(), reply.getValue());
        }
        return fields;
    }

    @Test
    void import_takes_all_or_nothing_and_lists_missing_connections() throws Exception {
        var listed = workspace("", "import", flow.toString());
        assertEquals(0, listed.code());
        assertTrue(listed.err().contains("whatsapp-main"), listed.err());
        assertEquals(1, workspace("", "import", flow.toString(), "--enable").code());
        connections();
        assertEquals(0, workspace("", "import", flow.toString(), "--enable").code());
        assertEquals(
                FlowJson.write(Rig.sample()),
                workspace("", "export", "new-wo-whatsapp", "--format", "signalbox")
                        .out());
        assertEquals(1, workspace("", "export", "nothing").code());

        var broken = write(
                "broken.json",
                FlowJson.write(Rig.sample())
                        .replace("find-person", "find-nobody")
                        .replace("new-wo-whatsapp", "other"));
        var good = write("good.json", FlowJson.write(Rig.sample().withId("good")));
        assertEquals(
                1, workspace("", "import", good.toString(), broken.toString()).code());
        assertEquals(1, workspace("", "export", "good").code());
        assertEquals(
                2, workspace("", "import", write("no.json", "{}").toString()).code());

        var bound = workspace("", "import", good.toString(), "--bind", "whatsapp-main=other-phone", "--json");
        assertTrue(bound.json().at("problems").asText().contains("other-phone"), bound.out());
    }

    @Test
    void a_flow_leaves_as_a_document_of_the_hub_and_what_it_lacks_is_said_apart() throws Exception {
        connections();
        assertEquals(0, workspace("", "import", flow.toString()).code());
        var exported = workspace("", "export", "new-wo-whatsapp", "--format", "fracttal-hub");
        assertEquals(HubDocument.of(Rig.sample()).document(), exported.json());
        assertTrue(exported.err().contains("never tried on a live Hub"), exported.err());
        assertTrue(exported.err().contains("a flow of the Hub has one source"), exported.err());
        assertEquals(1, exported.code(), "something was not taken along");
        assertEquals(
                1,
                workspace("", "export", "nothing", "--format", "fracttal-hub").code());
        var unknown = workspace("", "export", "new-wo-whatsapp", "--format", "visio");
        assertTrue(unknown.code() == 2 && unknown.err().contains("fracttal-hub"), unknown.err());
    }

    @Test
    void a_connection_is_set_listed_and_removed_and_its_secret_is_never_shown() throws Exception {
        var file = write("secret.txt", "c4nary-s3cret\n");
        var set = workspace(
                "",
                "connection",
                "set",
                "wa",
                "--type",
                "whatsapp",
                "--set",
                "phone-number-id=1",
                "--secret",
                "access-token=@" + file);
        assertEquals(0, set.code(), set.err());
        var listed = workspace("", "connection", "list", "--json");
        assertEquals("access-token", listed.json().at(0).at("secrets").asText());
        assertFalse((set.out() + set.err() + listed.out()).contains("c4nary"));
        assertEquals(
                2,
                workspace("", "connection", "set", "wa", "--type", "whatsapp", "--secret", "access-token=c4nary")
                        .code());
        assertEquals(
                1,
                workspace("", "connection", "set", "wa", "--type", "whatsapp", "--set", "access-token=c4nary")
                        .code());
        assertEquals(
                1,
                workspace("", "connection", "set", "wa", "--type", "carrier-pigeon")
                        .code());
        assertEquals(
                1,
                workspace("", "connection", "set", "other", "--type", "whatsapp")
                        .code());
        assertEquals(0, workspace("", "connection", "remove", "wa").code());
        assertEquals(1, workspace("", "connection", "remove", "wa").code());
        try (var files = Files.walk(data)) {
            for (var stored : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Files.readString(stored, StandardCharsets.ISO_8859_1).contains("c4nary"), stored.toString());
            }
        }
    }

    @Test
    void sending_is_stopped_and_started_again_and_stays_so_between_commands() {
        assertTrue(workspace("", "gate").out().startsWith("Messages go out."));
        assertEquals(0, workspace("", "gate", "stop").code());
        assertTrue(workspace("", "gate", "show").out().startsWith("All sending is stopped."));
        assertEquals(
                Value.of(true), workspace("", "gate", "show", "--json").json().at("stopped"));
        assertTrue(workspace("", "gate", "resume").out().startsWith("Messages go out."));
    }

    @Test
    void the_gate_takes_settings_as_it_shows_them_and_all_or_none() {
        var set = workspace(
                "",
                "gate",
                "set",
                "quiet=22:00-07:00",
                "quiet.then=drop",
                "cap=3",
                "zone=Europe/Paris",
                "consent=on",
                "flow.alarms=send",
                "--json");
        assertEquals(0, set.code());
        var shown =
                workspace("", "gate").out().lines().skip(1).map(String::strip).toList();
        assertEquals(
                List.of(
                        "opt-out=on",
                        "consent=on",
                        "window=on",
                        "quiet=22:00-07:00",
                        "quiet.then=drop",
                        "cap=3",
                        "zone=Europe/Paris",
                        "flow.alarms=send"),
                shown);
        for (var wrong : List.of("cap=0", "quiet=night", "zone=Mars", "window=maybe", "speed=1", "flow.a=later")) {
            var refused = workspace("", "gate", "set", "opt-out=off", wrong);
            assertEquals(1, refused.code(), wrong);
            assertFalse(refused.err().isBlank() || refused.err().contains("problem."), refused.err());
        }
        assertTrue(workspace("", "gate").out().contains("opt-out=on"));
        assertEquals(
                0,
                workspace("", "gate", "set", "quiet=off", "cap=off", "flow.alarms=off")
                        .code());
        assertFalse(workspace("", "gate").out().contains("alarms"));
    }

    @Test
    void consents_are_recorded_shown_and_erased_without_the_number() {
        var given = workspace(
                "", "gate", "consent", "5511999991234", "--give", "--how", "signed form 12", "--by", "Marta", "--json");
        assertEquals("given", given.json().at("history").at(0).at("consent").asText());
        assertEquals("Marta", given.json().at("history").at(0).at("by").asText());
        workspace("", "gate", "consent", "5511999991234", "--withdraw");
        var shown = workspace("", "gate", "consent", "5511999991234").out();
        assertEquals(3, shown.lines().count());
        assertTrue(shown.startsWith("+55 •• •••••-1234"), shown);
        assertTrue(shown.contains("agreed  signed form 12  Marta"), shown);
        assertEquals(1, workspace("", "gate", "consent", "12", "--give").code());
        assertEquals(
                2,
                workspace("", "gate", "consent", "5511999991234", "--give", "--withdraw")
                        .code());
        assertEquals(0, workspace("", "gate", "forget", "5511999991234").code());
        assertEquals(1, workspace("", "gate", "forget", "5511999991234").code());
    }

    @Test
    void a_token_is_shown_once_listed_by_its_end_and_revoked() {
        var made = workspace(
                "", "token", "create", "--name", "plant", "--scope", "events", "--scope", "flow.read", "--json");
        assertEquals(0, made.code());
        var text = made.json().at("token").asText();
        assertEquals(Value.texts(List.of("flow.read", "events")), made.json().at("scopes"));
        var listed = workspace("", "token", "list");
        assertTrue(listed.out().contains(text.substring(text.length() - 4)));
        assertFalse(listed.out().contains(text));
        assertEquals(
                1,
                workspace("", "token", "create", "--name", "plant", "--scope", "events")
                        .code());
        assertEquals(
                1,
                workspace("", "token", "create", "--name", "x", "--scope", "everything")
                        .code());
        assertEquals(2, workspace("", "token", "create", "--name", "x").code());
        assertEquals(0, workspace("", "token", "revoke", "plant").code());
        assertEquals(1, workspace("", "token", "revoke", "plant").code());
    }

    @Test
    void commands_work_through_the_process_that_owns_the_workspace() throws Exception {
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            var made = workspace("", "token", "create", "--name", "late", "--scope", "events", "--json");
            assertEquals(0, made.code(), made.err());
            assertEquals(0, workspace("", "import", flow.toString(), "--enable").code());
            var posted = rig.call("POST", "/events", made.json().at("token").asText(), Files.readString(event));
            assertEquals(
                    Value.of("new-wo-whatsapp"), Rig.json(posted).at("matched").at(0));
            rig.settled();
            var rehearsed = workspace("", "rehearse", flow.toString(), "--json");
            assertEquals(Value.of(1), rehearsed.json().at("messages"), rehearsed.err());
            ControlFile.remove(data);
            assertEquals(4, workspace("", "token", "list").code());
            assertEquals(4, workspace("", "serve", "--port", "0").code());
        }
    }

    @Test
    void deploy_shows_the_difference_first_and_wants_the_base_version() throws Exception {
        try (var rig = new Rig(folder.resolve("server"))) {
            var token = write("token.txt", rig.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY));
            var server = rig.executor().status().address();
            var dry = run(
                    "", "deploy", flow.toString(), "--server", server, "--token-file", token.toString(), "--dry-run");
            assertEquals(0, dry.code(), dry.err());
            assertTrue(dry.out().contains("new on this server"), dry.out());
            assertTrue(rig.workspace().flows().all().isEmpty());
            assertEquals(
                    0,
                    run("", "deploy", flow.toString(), "--server", server, "--token-file", token.toString(), "--enable")
                            .code());
            assertTrue(rig.executor().live().isOn("new-wo-whatsapp"));

            Flow changed = Rig.sample().withName("Other name");
            var file = write("changed.json", FlowJson.write(changed));
            var refused = run("", "deploy", file.toString(), "--server", server, "--token-file", token.toString());
            assertEquals(1, refused.code());
            var base = FlowJson.identity(Rig.sample());
            assertTrue(refused.err().contains(base), refused.err());
            assertEquals(
                    0,
                    run(
                                    "",
                                    "deploy",
                                    file.toString(),
                                    "--server",
                                    server,
                                    "--token-file",
                                    token.toString(),
                                    "--based-on",
                                    base)
                            .code());
            assertEquals(
                    "Other name",
                    rig.workspace()
                            .flows()
                            .find("new-wo-whatsapp")
                            .orElseThrow()
                            .flow()
                            .name());
            assertEquals(
                    1,
                    run(
                                    "",
                                    "deploy",
                                    file.toString(),
                                    "--server",
                                    "http://127.0.0.1:1",
                                    "--token-file",
                                    token.toString())
                            .code());
        }
    }

    @Test
    void a_connection_is_tested_step_by_step() throws Exception {
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            var good = workspace("", "connection", "test", "fracttal-main");
            assertEquals(0, good.code(), good.out() + good.err());
            assertEquals(3, good.out().lines().count());
            assertEquals(
                    0,
                    workspace(
                                    "wrong",
                                    "connection",
                                    "set",
                                    "fracttal-main",
                                    "--type",
                                    "fracttal",
                                    "--secret",
                                    "client-secret=-")
                            .code());
            var bad = workspace("", "connection", "test", "fracttal-main");
            assertEquals(1, bad.code());
            assertTrue(bad.out().contains("✕"), bad.out());
        }
    }

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
