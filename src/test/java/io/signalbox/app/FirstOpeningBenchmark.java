package io.signalbox.app;

import io.signalbox.designer.Stretch;
import io.signalbox.designer.Theme;
import io.signalbox.designer.panel.FirstOpening;
import io.signalbox.flow.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;

/// Goes through the screens of the window as on the first day, twice, on a real display, and prints for how long the
/// FX thread answers nobody at each: the first time classes, styles and fonts are new. Proves nothing by itself:
/// `mvn -q test-compile exec:exec@benchmark -Dbenchmark=io.signalbox.app.FirstOpeningBenchmark`.
final class FirstOpeningBenchmark {
    private static final System.Logger LOG = System.getLogger(FirstOpeningBenchmark.class.getName());

    private static final List<String> DAY = List.of(
            "welcome",
            "flow",
            "conditions",
            "source",
            "map",
            "functions",
            "payload",
            "problems",
            "runs",
            "past-run",
            "notes",
            "output",
            "outline",
            "flows",
            "flow-cards",
            "events-page",
            "connections",
            "services",
            "connection",
            "groups-page",
            "runs-page",
            "servers-empty",
            "settings-language",
            "settings-appearance",
            "settings-keys",
            "sample");
    private static final int AFTER_MILLIS = 700;
    private static final int BEFORE_MILLIS = 2_000;

    private FirstOpeningBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        int exit = 1;
        try {
            day(Files.createTempDirectory("signalbox-openings"));
            exit = 0;
        } catch (Exception failure) {
            // The exit below would hide it.
            LOG.log(System.Logger.Level.ERROR, "the benchmark ended early", failure);
        } finally {
            System.exit(exit);
        }
    }

    private static void day(Path desk) throws Exception {
        try (var rig = new Rig(desk)) {
            Pictures.work(rig);
            try (var easel = new Easel(rig, Theme.Choice.LIGHT, Language.EN, 1440, 900)) {
                FirstOpening.rehearse(); // As whoever starts the designer has it.
                Thread.sleep(BEFORE_MILLIS);
                var ways = Screens.all();
                for (var time : List.of("first", "again")) {
                    for (var screen : DAY) {
                        open(easel, ways, screen, time);
                    }
                }
            }
        }
    }

    private static void open(Easel easel, Map<String, Screens.Way> ways, String screen, String time) throws Exception {
        var way = ways.get(screen);
        if (way == null) {
            throw new IllegalStateException("no screen " + screen);
        }
        var stretch = Stretch.of(() -> way.go(easel), AFTER_MILLIS);
        // What one screen leaves behind, such as the outline or the cards, is not the next one's.
        easel.outline(false);
        System.out.printf("%-20s %s: %s%n", screen, time, stretch);
    }
}
