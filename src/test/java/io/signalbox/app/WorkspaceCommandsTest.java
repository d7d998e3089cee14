package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.fracttal.HubDocument;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `import`, `export`, `connection`, `deploy`: what a workspace is given, and through whom.
final class WorkspaceCommandsTest extends CommandBench {
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
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("“visio”: signalbox, fracttal-hub, svg, text"), unknown.err());
    }

    @Test
    void a_flow_leaves_as_a_picture_and_in_sentences_from_the_workspace_or_a_file() throws Exception {
        assertEquals(0, workspace("", "import", flow.toString()).code());
        var picture = workspace("", "export", "new-wo-whatsapp", "--format", "svg");
        assertEquals(0, picture.code());
        assertTrue(picture.out().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "), picture.out());
        var told = workspace("", "export", "new-wo-whatsapp", "--format", "text", "--lang", "it");
        assertTrue(told.out().contains("Prosegue solo se tutto questo è vero:"), told.out());
        assertEquals("", picture.err() + told.err());

        for (var format : List.of("signalbox", "fracttal-hub", "svg", "text")) {
            assertEquals(
                    workspace("", "export", "new-wo-whatsapp", "--format", format),
                    run("", "export", flow.toString(), "--format", format));
        }
        assertEquals(
                2, run("", "export", folder.resolve("none.json").toString()).code());
        assertEquals(1, workspace("", "export", "nothing", "--format", "svg").code());
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
            var told = run(
                    "",
                    "deploy",
                    flow.toString(),
                    "--server",
                    server,
                    "--token-file",
                    token.toString(),
                    "--dry-run",
                    "--json");
            assertEquals(Value.of(true), told.json().at(0).at("new"));
            assertEquals(Value.of(false), told.json().at(0).at("sent"));
            assertTrue(rig.workspace().flows().all().isEmpty());
            assertEquals(
                    0,
                    run("", "deploy", flow.toString(), "--server", server, "--token-file", token.toString(), "--enable")
                            .code());
            assertTrue(rig.executor().live().isOn("new-wo-whatsapp"));

            var blind = write("blind.txt", rig.token(Scope.EVENTS));
            var turnedAway = run("", "deploy", flow.toString(), "--server", server, "--token-file", blind.toString());
            assertEquals(1, turnedAway.code());
            assertFalse(turnedAway.err().contains("could not be reached"), turnedAway.err());
            assertTrue(turnedAway.err().contains("The token lacks the scope “flow.read”."), turnedAway.err());

            Flow changed = Rig.sample().withName("Other name");
            var file = write("changed.json", FlowJson.write(changed));
            var refused = run("", "deploy", file.toString(), "--server", server, "--token-file", token.toString());
            assertEquals(1, refused.code());
            var base = FlowJson.identity(Rig.sample());
            assertTrue(refused.err().contains(base), refused.err());
            var result = run(
                            "",
                            "deploy",
                            file.toString(),
                            "--server",
                            server,
                            "--token-file",
                            token.toString(),
                            "--json")
                    .json()
                    .at(0);
            assertEquals(base, result.at("version").asText());
            assertEquals(Value.of(true), result.at("settingsChanged"));
            assertTrue(result.at("problem").asText().contains("--based-on"), result.toString());
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
}
