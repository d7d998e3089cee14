package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.flow.Language;
import io.signalbox.sandbox.Vendor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody adds a service: one folder, with the connector, its words, its help, its icon and a stand-in. It is built
/// against the program as it stands and put beside it; no file of the program knows of it.
final class AddingAConnectorTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "adding", "deskbell");
    private static final String PACKAGE = "io/signalbox/connector/deskbell";

    private static final String FLOW = """
            {"format": "signalbox.flow/1", "id": "desk-calls", "name": "Calls to the desk",
             "nodes": [
               {"id": "trigger", "kind": "trigger", "type": "event",
                "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}},
               {"id": "desk", "kind": "connection", "type": "deskbell", "connection": "deskbell-main",
                "operation": "%s", "settings": {"queue": "south"}},
               {"id": "fields", "kind": "configuration",
                "fields": [{"to": "title", "from": {"path": "trigger.data.wo_folio"}}]}],
             "wires": [{"from": "trigger", "to": "desk"}, {"from": "desk", "to": "fields"}]}
            """;

    @TempDir
    private Path folder;

    private ClassLoader before;
    private URLClassLoader added;

    @BeforeEach
    void add() throws IOException {
        var built = Files.createDirectories(folder.resolve("built"));
        var place = Files.createDirectories(built.resolve(PACKAGE));
        var sources = new ArrayList<String>();
        for (var file : files(FOLDER)) {
            if (file.toString().endsWith(".java")) {
                sources.add(file.toString());
            } else {
                Files.copy(file, place.resolve(file.getFileName().toString()));
            }
        }
        var arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", built.toString()));
        arguments.addAll(sources);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)),
                "the folder compiles against the program");
        // In the program's own build the annotation @AutoService writes these two.
        var services = Files.createDirectories(built.resolve("META-INF/services"));
        Files.writeString(services.resolve(Connector.class.getName()), PACKAGE.replace('/', '.') + ".DeskBell");
        Files.writeString(services.resolve(Vendor.class.getName()), PACKAGE.replace('/', '.') + ".DeskBellVendor");
        before = Thread.currentThread().getContextClassLoader();
        added = new URLClassLoader(new URL[] {built.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(added);
    }

    @AfterEach
    void remove() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        added.close();
    }

    private static List<Path> files(Path within) throws IOException {
        try (var files = Files.walk(within)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void no_file_outside_its_folder_knows_of_it() throws IOException {
        var own = Path.of("src", "test", "java", "io", "signalbox", "app", "AddingAConnectorTest.java");
        var touched = new ArrayList<Path>();
        for (var root : List.of("src", "flows", "assets")) {
            for (var file : files(Path.of(root))) {
                boolean text = List.of(".java", ".properties", ".json", ".md", ".css", ".svg").stream()
                        .anyMatch(end -> file.toString().endsWith(end));
                if (text && !file.startsWith(FOLDER) && !file.equals(own)) {
                    var content = Files.readString(file);
                    if (content.contains("connector.deskbell") || content.contains("\"deskbell\"")) {
                        touched.add(file);
                    }
                }
            }
        }
        assertEquals(List.of(), touched);
    }

    @Test
    void its_form_its_words_and_its_help_are_found() {
        var connectors = Connectors.found();
        var bell = connectors.find("deskbell").orElseThrow();
        assertEquals(
                List.of("base-url", "key"),
                bell.spec().account().stream().map(Field::key).toList());
        assertTrue(connectors.icon(bell).startsWith("M4 7"));
        for (var language : Language.values()) {
            var texts = connectors.texts(bell, language);
            assertTrue(texts.has("name") && texts.has("field.queue.south"), language.tag());
            assertTrue(connectors.help(bell, language).startsWith("# " + texts.text("name")), language.tag());
            assertEquals(texts.text("error.twice"), connectors.explain("deskbell", "twice", language));
        }
    }

    @Test
    void a_flow_that_uses_it_is_checked_and_runs() throws Exception {
        var check = Wiring.check(Connectors.found());
        assertEquals(List.of(), check.in(Rig.flow(FLOW.formatted("open"))));
        assertEquals(1, check.in(Rig.flow(FLOW.formatted("close"))).size(), "it knows its operations");
        try (var rig = new Rig(folder.resolve("work"))) {
            rig.run(Rig.flow(FLOW.formatted("open")));
            var event = """
                    {"id": "e-1", "module": "tasks", "submodule": "work_orders", "event": "new_wo",
                     "data": {"wo_folio": "OT-7"}}""";
            assertEquals(
                    202,
                    rig.call("POST", "/events", rig.token(Scope.EVENTS), event).statusCode());
            assertEquals(
                    "accepted 1 = sent 1 + suppressed 0 + waiting 0 + failed 0",
                    rig.settled().toString());
            var arrived = rig.sandbox().messages().getFirst();
            assertEquals(
                    List.of("deskbell", "south", "OT-7"), List.of(arrived.vendor(), arrived.to(), arrived.shown()));
        }
    }
}
