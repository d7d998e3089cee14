package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Watches, in every class of tests, that the FX thread goes on answering as soon as there is one: prints the longest
/// stall with what the thread was doing, and fails for one that a person would take for a crash. What counts is the
/// thread's own work: how long it waits, and for what, a busy machine decides.
public final class StallWatch implements BeforeAllCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(StallWatch.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(OWN).put(context.getUniqueId(), Watch.begun());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        var worst = Objects.requireNonNull(context.getStore(OWN).remove(context.getUniqueId(), Watch.class))
                .ended();
        if (worst.millis() >= Watch.WORTH_MILLIS) {
            System.out.printf(
                    "%s: longest stall %d ms of at most %d%n%s",
                    context.getDisplayName(), worst.millis(), worst.allowed(), worst.doing());
        }
        assertTrue(worst.millis() <= worst.allowed(), () -> "the window stood still for " + worst.millis() + " ms");
    }

    /// @param millis that the FX thread worked
    /// @param allowed at that time
    private record Stall(long millis, long allowed, String doing) {
        static Stall none() {
            return new Stall(0, COLD_MILLIS, "");
        }

        private static final long COLD_MILLIS = 4000;
        private static final long WARM_MILLIS = 1000;
        /// Of work of the FX thread; until then it loads classes, styles and fonts.
        private static final long WARM_AFTER_SECONDS = 30;

        /// @param worked by the FX thread before, in nanoseconds
        static Stall after(long worked, long millis, String doing) {
            boolean warm = TimeUnit.NANOSECONDS.toSeconds(worked) >= WARM_AFTER_SECONDS;
            return new Stall(millis, warm ? WARM_MILLIS : COLD_MILLIS, doing);
        }

        boolean isWorseThan(Stall other) {
            return millis * other.allowed > other.millis * allowed;
        }
    }

    /// From here to the end of one class of tests.
    private static final class Watch {
        /// From here on the stack is worth reading.
        static final long WORTH_MILLIS = 100;

        private static final long BEAT_MILLIS = 20;
        private static final int FRAMES = 12;
        private static final String SCREEN_THREAD = "JavaFX Application Thread";

        private final CountDownLatch over = new CountDownLatch(1);
        private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        private final Thread watching;
        private volatile Stall worst = Stall.none();

        private Watch() {
            watching = Thread.ofPlatform().daemon().name("stall-watch").unstarted(this::watch);
        }

        static Watch begun() {
            var made = new Watch();
            made.watching.start();
            return made;
        }

        Stall ended() throws InterruptedException {
            over.countDown();
            watching.join();
            return worst;
        }

        private void watch() {
            try {
                while (!over.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                    var screen = screenThread();
                    if (screen.isPresent()) {
                        beat(screen.get());
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /// There is none before the first window, and in most classes never.
        private static Optional<Thread> screenThread() {
            var all = new Thread[Thread.activeCount() * 2];
            Thread.enumerate(all);
            return Stream.of(all)
                    .filter(thread -> thread != null && SCREEN_THREAD.equals(thread.getName()))
                    .findFirst();
        }

        /// Asks for one answer of the FX thread and waits for it; the stack is kept from the middle of the wait.
        private void beat(Thread screen) throws InterruptedException {
            var answered = new CountDownLatch(1);
            long began = clock.getThreadCpuTime(screen.threadId());
            Platform.runLater(answered::countDown);
            var doing = "";
            while (!answered.await(WORTH_MILLIS, TimeUnit.MILLISECONDS)) {
                if (over.getCount() == 0) {
                    return;
                }
                if (doing.isEmpty()) {
                    doing = stack(screen);
                }
            }
            long worked = clock.getThreadCpuTime(screen.threadId()) - began;
            var stall = Stall.after(began, TimeUnit.NANOSECONDS.toMillis(worked), doing);
            if (stall.isWorseThan(worst)) {
                worst = stall;
            }
        }

        private static String stack(Thread thread) {
            return Stream.of(thread.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "    at " + frame + "\n")
                    .collect(Collectors.joining());
        }
    }
}
