package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/// Watches that the FX thread goes on answering while a class of tests runs: prints the longest stall with what the
/// thread was doing, and fails for one that a person would take for a crash.
final class StallWatch implements BeforeAllCallback, AfterAllCallback {
    private static final long LONGEST_MILLIS = 2000;
    private static final long BEAT_MILLIS = 20;
    /// From here on the stack is worth reading.
    private static final long WORTH_MILLIS = 100;
    private static final int FRAMES = 12;

    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<Thread> watching = Optional.empty();
    private volatile Stall longest = new Stall(0, "");

    /// @param millis that the FX thread worked or waited for something; not those in which it had no processor
    private record Stall(long millis, String doing) {}

    @Override
    public void beforeAll(ExtensionContext context) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        watching = Optional.of(Thread.ofPlatform().daemon().name("stall-watch").start(this::watch));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        over.countDown();
        if (watching.isPresent()) {
            watching.get().join();
        }
        var worst = longest;
        System.out.printf("%s: longest stall %d ms%n%s", context.getDisplayName(), worst.millis(), worst.doing());
        assertTrue(worst.millis() <= LONGEST_MILLIS, () -> "the window stood still for " + worst.millis() + " ms");
    }

    private void watch() {
        try {
            var thread = screenThread();
            while (!over.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                beat(thread);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks for one answer of the FX thread and waits for it; the stack is kept from the middle of the wait.
    private void beat(Thread thread) throws InterruptedException {
        var answered = new CountDownLatch(1);
        var clock = ManagementFactory.getThreadMXBean();
        long began = clock.getThreadCpuTime(thread.threadId());
        Platform.runLater(answered::countDown);
        long waited = 0;
        var doing = "";
        while (!answered.await(WORTH_MILLIS, TimeUnit.MILLISECONDS)) {
            if (over.getCount() == 0) {
                return;
            }
            if (thread.getState() != Thread.State.RUNNABLE) {
                waited += WORTH_MILLIS;
            }
            if (doing.isEmpty()) {
                doing = stack(thread);
            }
        }
        long millis = waited + TimeUnit.NANOSECONDS.toMillis(clock.getThreadCpuTime(thread.threadId()) - began);
        if (millis > longest.millis()) {
            longest = new Stall(millis, doing);
        }
    }

    private static Thread screenThread() throws InterruptedException {
        var found = new Thread[1];
        var answered = new CountDownLatch(1);
        Platform.runLater(() -> {
            found[0] = Thread.currentThread();
            answered.countDown();
        });
        answered.await();
        return found[0];
    }

    private static String stack(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "    at " + frame + "\n")
                .collect(Collectors.joining());
    }
}
