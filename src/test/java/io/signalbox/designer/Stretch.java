package io.signalbox.designer;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// For how long the FX thread answers nobody while something is done.
///
/// @param longest milliseconds that somebody waited for an answer, as a clock shows it
/// @param work milliseconds of processor time between two answers, the same on a busy machine
/// @param all milliseconds of processor time in all
public record Stretch(double longest, double work, double all) {
    private static final double NANOS = 1e6;
    private static final int BEFORE_MILLIS = 50;

    /// Work that may fail.
    @FunctionalInterface
    public interface Doing {
        void run() throws Exception;
    }

    /// Asks for an answer every millisecond while it is done and for some time after. Not for the FX thread.
    public static Stretch of(Doing doing, long afterMillis) throws Exception {
        var asking = new Asking();
        var thread = Thread.ofPlatform().start(asking);
        try {
            Thread.sleep(BEFORE_MILLIS);
            doing.run();
            Thread.sleep(afterMillis);
        } finally {
            asking.running.set(false);
            thread.join();
        }
        return asking.stretch();
    }

    @Override
    public String toString() {
        return "longest wait %6.1f ms, longest work %6.1f ms, FX thread busy for %6.1f ms in all"
                .formatted(longest, work, all);
    }

    /// One question at a time. Its fields belong to the FX thread while it asks.
    private static final class Asking implements Runnable {
        private final AtomicBoolean running = new AtomicBoolean(true);
        private long first = -1;
        private long last;
        private long longest;
        private long work;

        @Override
        public void run() {
            try {
                while (running.get()) {
                    long asked = System.nanoTime();
                    var answered = new CountDownLatch(1);
                    Platform.runLater(() -> {
                        answer(asked);
                        answered.countDown();
                    });
                    answered.await();
                    Thread.sleep(1);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void answer(long asked) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            longest = Math.max(longest, System.nanoTime() - asked);
            if (first < 0) {
                first = cpu;
            } else {
                work = Math.max(work, cpu - last);
            }
            last = cpu;
        }

        private Stretch stretch() {
            return new Stretch(longest / NANOS, work / NANOS, (last - first) / NANOS);
        }
    }
}
