package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.RunState;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stop waits for the call that is under way, and begins nothing more.
final class OrderlyStopTest {
    @TempDir
    private Path folder = Path.of("");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();

    private Gateway slow() {
        return (outgoing, _) -> {
            if (!outgoing.method().equals("GET")) {
                sent.incrementAndGet();
                asked.countDown();
                await(answered);
            }
            return EngineBench.answered(200);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_call_under_way_is_waited_for_and_recorded_and_what_comes_then_goes_on_at_the_next_start() throws Exception {
        var clock = new HandClock(EngineBench.START);
        try (var bench = new EngineBench(folder, slow(), clock)) {
            bench.with(EngineBench.flow("wo", "", false)).started();
            bench.post("wo", "first");
            asked.await();
            var stopping = Thread.ofPlatform().start(bench.engine()::close);
            Rig.await(() -> stopping.getState() == Thread.State.TIMED_WAITING);
            bench.post("wo", "second");
            assertFalse(bench.state().isFinal());
            answered.countDown();
            stopping.join();
            var runs = bench.workspace().runs().latest("", 10);
            assertEquals(RunState.SUCCEEDED, runs.getLast().state());
            assertEquals(RunState.QUEUED, runs.getFirst().state());
            assertEquals(1, sent.get());
        }
        try (var bench = new EngineBench(folder, slow(), clock).started()) {
            bench.until(RunState.SUCCEEDED);
            assertEquals(2, sent.get());
            assertFalse(bench.step("one").possibleDuplicate());
            assertEquals(2, bench.workspace().events().ledger().sent());
        }
    }
}
