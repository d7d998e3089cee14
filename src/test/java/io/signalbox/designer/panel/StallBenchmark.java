package io.signalbox.designer.panel;

import io.signalbox.designer.Stretch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Label;

/// Opens a payload of 5 MB everywhere it can be shown, on a real display, and prints for how long the FX thread then
/// answers nobody: as a clock shows it, and as processor time, which stays the same on a busy machine. Before it a
/// payload of 1 KB goes through the same places, so that what a first opening costs by itself (classes, style sheets,
/// fonts) is not taken for the payload's cost. Proves nothing by itself:
/// `mvn -q test-compile exec:exec@benchmark -Dbenchmark=io.signalbox.designer.panel.StallBenchmark`.
public final class StallBenchmark {
    private static final System.Logger LOG = System.getLogger(StallBenchmark.class.getName());

    private static final int SMALL = 1024;
    private static final int LARGE = 5 * 1024 * 1024;
    private static final int ROUNDS = 3;
    private static final int AFTER_MILLIS = 2_500;

    private StallBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        int exit = 1;
        try {
            FirstOpening.rehearse(); // As whoever starts the designer has it.
            open(SMALL, 1, List.of(arguments));
            open(LARGE, ROUNDS, List.of(arguments));
            exit = 0;
        } catch (Exception failure) {
            // The exit below would hide it.
            LOG.log(System.Logger.Level.ERROR, "the benchmark ended early", failure);
        } finally {
            System.exit(exit);
        }
    }

    private static void open(int size, int rounds, List<String> wanted) throws Exception {
        var payload = new LargePayload(size);
        Thread.sleep(2_000);
        for (int round = 1; round <= rounds; round++) {
            for (var place : places(payload).entrySet()) {
                if (wanted.isEmpty() || wanted.contains(place.getKey())) {
                    stall("%d KB %s".formatted(size / 1024, place.getKey()), round, place.getValue());
                    payload.onScreen(() -> payload.fill(new Label()));
                    Thread.sleep(300);
                }
            }
        }
        payload.onScreen(payload::close);
    }

    private static Map<String, Runnable> places(LargePayload large) {
        var places = new LinkedHashMap<String, Runnable>();
        places.put("tree", large::tree);
        places.put("search", large::search);
        places.put("json", large::json);
        places.put("output", large::output);
        places.put("preview", large::preview);
        places.put("wire", () -> large.wire("table"));
        places.put("wire tree", () -> large.wire("tree"));
        places.put("wire json", () -> large.wire("json"));
        places.put("sample", large::sample);
        places.put("test", large::test);
        places.put("inspector", large::map);
        return places;
    }

    private static void stall(String what, int round, Runnable work) throws Exception {
        var stretch = Stretch.of(() -> Platform.runLater(work), AFTER_MILLIS);
        System.out.printf("%-18s round %d: %s%n", what, round, stretch);
    }
}
