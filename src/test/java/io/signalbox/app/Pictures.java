package io.signalbox.app;

import static java.util.Objects.requireNonNull;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.designer.Theme;
import io.signalbox.designer.panel.Environment;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.designer.panel.KnownServers.Known;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;

/// Draws the real window over a real workspace into PNG files: `mvn -q test-compile exec:exec@pictures`. With
/// `-Dargs=all` every screen, light and dark, in English and French; with `-Dargs="all fr-dark map"` those whose names
/// hold every word.
public final class Pictures {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /// The smallest window.
    private static final double SMALL_WIDTH = 960;
    private static final double SMALL_HEIGHT = 640;

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
    private final List<String> words;

    private Pictures(Path folder, Path desks, List<String> words) {
        this.folder = folder;
        this.desks = desks;
        this.words = words;
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
            new Pictures(folder, desks, List.of(arguments).subList(1, arguments.length)).all();
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
            // The last ones: the workspace keeps the size of its text.
            for (var screen : List.of("runs-page", "settings-backup")) {
                draw(
                        rig,
                        "large-" + screen,
                        easel -> large(easel, requireNonNull(Screens.all().get(screen))));
            }
        }
    }

    /// Every sample of the flow comes in as an event.
    private static void work(Rig rig) throws Exception {
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

    /// For whoever needs larger text.
    private static void large(Easel easel, Screens.Way way) throws Exception {
        easel.run(() -> easel.studio().book().change(now -> now.withScale(150)));
        way.go(easel);
    }

    private void draw(Rig rig, String screen, Screens.Way way) throws Exception {
        draw(rig, screen, WIDTH, HEIGHT, way);
    }

    private void small(Rig rig, String screen, Screens.Way way) throws Exception {
        draw(rig, screen, SMALL_WIDTH, SMALL_HEIGHT, way);
    }

    private void draw(Rig rig, String screen, double width, double height, Screens.Way way) throws Exception {
        for (var language : List.of(Language.EN, Language.FR)) {
            for (var theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var spoken = language == Language.EN ? "" : "-" + language.tag();
                var name = screen + spoken + "-" + theme.name().toLowerCase(Locale.ROOT);
                if (isAsked(name)) {
                    // The window takes up what was chosen last in this workspace.
                    try (var easel = new Easel(rig, theme, language, width, height)) {
                        way.go(easel);
                        easel.draw(folder.resolve(name + ".png"));
                    } catch (AssertionError missing) {
                        System.err.println(name + ": " + missing.getMessage());
                    }
                }
            }
        }
    }

    private boolean isAsked(String name) {
        return words.contains("all")
                ? words.stream().filter(word -> !word.equals("all")).allMatch(name::contains)
                : KEPT.contains(name);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
