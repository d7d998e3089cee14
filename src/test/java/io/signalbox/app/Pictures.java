package io.signalbox.app;

import static java.util.Objects.requireNonNull;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.designer.panel.Environment;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.designer.panel.KnownServers.Known;
import io.signalbox.flow.NodeId;
import io.signalbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;

/// Draws the real window over a real workspace into PNG files: `mvn -q test-compile exec:exec@pictures`. With
/// `-Dargs=all` every screen, light and dark, in English and French; what else can be asked for stands at
/// [PictureChoice], such as `-Dargs="all it pt-PT-dark map,conditions"`.
public final class Pictures {
    /// The smallest window.
    private static final double SMALL_WIDTH = 960;
    private static final double SMALL_HEIGHT = 640;
    /// Of the text, in percent.
    private static final int LARGE = 150;

    /// What the README shows.
    private static final Set<String> KEPT = Set.of(
            "map-light",
            "sketch-light",
            "conditions-dark",
            "welcome-light",
            "problems-light",
            "past-run-light",
            "settings-keys-light",
            "connections-light",
            "groups-page-light",
            "runs-page-light",
            "flow-cards-dark");

    private final Path folder;
    private final Path desks;
    private final PictureChoice choice;

    private Pictures(Path folder, Path desks, PictureChoice choice) {
        this.folder = folder;
        this.desks = desks;
        this.choice = choice;
    }

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            paint(arguments);
        } finally {
            Platform.exit();
        }
        System.exit(0);
    }

    private static void paint(String... arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var desks = Files.createTempDirectory("signalbox-pictures");
        try {
            var words = List.of(arguments).subList(1, arguments.length);
            new Pictures(folder, desks, PictureChoice.of(words)).all();
        } finally {
            remove(desks);
        }
    }

    private void all() throws Exception {
        try (var empty = new Rig(desks.resolve("empty"))) {
            draw(empty, "flows-empty", Screens::flows);
        }
        try (var rig = new Rig(desks.resolve("desk"));
                var server = new Rig(desks.resolve("server"))) {
            work(rig);
            for (var screen : Screens.all().entrySet()) {
                draw(rig, screen.getKey(), screen.getValue());
            }
            server.run(Rig.sample()
                    .withNode(Rig.sample().node(new NodeId("wo")).orElseThrow().withName("Read work order")));
            draw(rig, "send", easel -> send(easel, server));
            draw(rig, "servers-page", easel -> servers(easel, rig, server));
            small(rig, "small-map", requireNonNull(Screens.all().get("map")));
            small(rig, "small-conditions", Screens::conditions);
            small(rig, "small-flows", Screens::flows);
            small(rig, "small-flow-cards", requireNonNull(Screens.all().get("flow-cards")));
            for (var screen : List.of("runs-page", "settings-backup")) {
                large(rig, "large-" + screen, requireNonNull(Screens.all().get(screen)));
            }
        }
    }

    /// A workspace with a past: flows, a group, and every sample of the first flow come in as an event.
    static void work(Rig rig) throws Exception {
        PictureFlows.group(rig.workspace(), "work_orders:see", "human_resources:see", "assets:edit", "warehouses:see");
        rig.run(Rig.sample());
        var token = rig.token(Scope.EVENTS);
        for (var sample : Rig.sample().samples()) {
            rig.call("POST", "/events", token, Json.write(sample.event()));
        }
        rig.settled();
        for (var flow : PictureFlows.all()) {
            rig.workspace().flows().save(flow, 0);
        }
    }

    private static void send(Easel easel, Rig server) throws Exception {
        easel.open(Rig.sample().id())
                .press("#tool-send")
                .type("#send-url", server.executor().status().address())
                .type("#send-token", server.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY))
                .press("#send-compare");
    }

    /// One that was asked and is well, one that nobody knows much of.
    private static void servers(Easel easel, Rig rig, Rig server) throws Exception {
        var known = new KnownServers(rig.workspace().accounts(), InstantSource.system());
        known.save(new Known("", "Plant B", "https://plant-b.example:8085", Environment.TEST, Optional.empty()));
        known.save(new Known(
                "",
                "Plant A",
                server.executor().status().address(),
                Environment.PRODUCTION,
                Optional.of(new Secret(server.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY)))));
        easel.press("#rail-servers").press("#server-check");
        for (var each : known.all()) {
            rig.workspace().accounts().remove(each.id());
        }
    }

    private void draw(Rig rig, String screen, Screens.Way way) throws Exception {
        draw(rig, screen, choice.width(), choice.height(), choice.scale(), way);
    }

    private void small(Rig rig, String screen, Screens.Way way) throws Exception {
        draw(rig, screen, SMALL_WIDTH, SMALL_HEIGHT, choice.scale(), way);
    }

    /// For whoever needs larger text.
    private void large(Rig rig, String screen, Screens.Way way) throws Exception {
        draw(rig, screen, choice.width(), choice.height(), LARGE, way);
    }

    private void draw(Rig rig, String screen, double width, double height, int scale, Screens.Way way)
            throws Exception {
        for (var look : choice.looks()) {
            var name = screen + "-" + look.name();
            if (choice.asks(name, KEPT.contains(name))) {
                // The window takes up what was chosen last in this workspace.
                try (var easel = new Easel(rig, look.theme(), look.language(), width, height)) {
                    easel.run(() -> easel.studio().book().change(now -> now.withScale(scale)));
                    way.go(easel);
                    easel.draw(folder.resolve(name + ".png"));
                } catch (AssertionError missing) {
                    System.err.println(name + ": " + missing.getMessage());
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
