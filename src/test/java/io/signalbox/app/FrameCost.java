package io.signalbox.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;

/// What frames cost: the time from one to the next, and the processor time of the two threads that draw.
///
/// @param millis from each frame to the next
/// @param cpu milliseconds of the FX thread and the renderer together, frame by frame
record FrameCost(List<Double> millis, List<Double> cpu) {
    FrameCost {
        millis = List.copyOf(millis);
        cpu = List.copyOf(cpu);
    }

    /// One step of a gesture, made at the beginning of each frame on the FX thread.
    interface Step {
        void make(int frame);
    }

    /// Makes one step a frame, of which the first `unmeasured` only warm up. Call it off the FX thread.
    static FrameCost of(int frames, int unmeasured, Step step) {
        var done = new CompletableFuture<FrameCost>();
        javafx.application.Platform.runLater(() -> new Watch(frames, unmeasured, step, done).start());
        return done.join();
    }

    FrameCost and(FrameCost other) {
        var bothMillis = new ArrayList<>(millis);
        bothMillis.addAll(other.millis);
        var bothCpu = new ArrayList<>(cpu);
        bothCpu.addAll(other.cpu);
        return new FrameCost(bothMillis, bothCpu);
    }

    /// @param part 0.5 is the median, 0.95 what one frame in twenty exceeds
    static double quantile(List<Double> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
    }

    private static final class Watch extends AnimationTimer {
        private static final double NANOS = 1e6;
        private static final long LONGEST = 20_000_000_000L;

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long[] drawing = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer")
                        || thread.getName().equals("JavaFX Application Thread"))
                .mapToLong(Thread::threadId)
                .toArray();
        private final int frames;
        private final int unmeasured;
        private final Step step;
        private final CompletableFuture<FrameCost> done;
        private final List<Double> millis = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final long began = System.nanoTime();
        private int frame;
        private long lastTime;
        private long lastCpu;

        Watch(int frames, int unmeasured, Step step, CompletableFuture<FrameCost> done) {
            this.frames = frames;
            this.unmeasured = unmeasured;
            this.step = step;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            long used = 0;
            for (long thread : drawing) {
                used += threads.getThreadCpuTime(thread);
            }
            if (frame > unmeasured) {
                millis.add((time - lastTime) / NANOS);
                cpu.add((used - lastCpu) / NANOS);
            }
            lastTime = time;
            lastCpu = used;
            if (frame > frames + unmeasured || time - began > LONGEST) {
                stop();
                done.complete(new FrameCost(millis, cpu));
                return;
            }
            try {
                step.make(frame++);
            } catch (RuntimeException failure) {
                stop();
                done.completeExceptionally(failure);
            }
        }
    }
}
