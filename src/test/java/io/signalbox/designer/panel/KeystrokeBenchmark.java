package io.signalbox.designer.panel;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Measures on a real display: the time from a keystroke in a field map to its result on screen with a payload of 100
/// KB.
/// Prints figures and proves nothing by itself.
public final class KeystrokeBenchmark {
    private static final System.Logger LOG = System.getLogger(KeystrokeBenchmark.class.getName());

    private static final int STROKES = 200;
    private static final int WARM = 40;

    private KeystrokeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        // Between two measurements there is no window.
        Platform.setImplicitExit(false);
        int exit = 1;
        try {
            typing(100 * 1024);
            exit = 0;
        } catch (Exception failure) {
            // The exit below would hide it.
            LOG.log(System.Logger.Level.ERROR, "the benchmark ended early", failure);
        } finally {
            System.exit(exit);
        }
    }

    private static void typing(int size) throws Exception {
        var times = new ArrayList<Long>();
        var opened = new LargePayload(size);
        opened.onScreen(opened::map);
        Thread.sleep(1_000);
        long before = busy(opened);
        for (int stroke = 0; stroke < STROKES + WARM; stroke++) {
            var shown = new CountDownLatch(1);
            var took = new AtomicLong();
            var letter = Character.toString('a' + stroke % 26);
            opened.onScreen(() -> opened.stroke(letter, shown, took));
            if (!shown.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no result after stroke " + stroke);
            }
            if (stroke >= WARM) {
                times.add(took.get());
            }
            Thread.sleep(20);
        }
        System.out.printf("FX thread busy for %.1f ms a stroke%n", (busy(opened) - before) / 1e6 / (STROKES + WARM));
        times.sort(null);
        System.out.printf(
                "typing with %d KB: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                size / 1024,
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 95 / 100) / 1e6,
                times.getLast() / 1e6);
        opened.onScreen(opened::close);
    }

    /// Processor time of the FX thread: what remains the same on a machine that is busy with other things.
    private static long busy(LargePayload opened) throws Exception {
        var used = new AtomicLong();
        opened.onScreen(() -> used.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        return used.get();
    }
}
