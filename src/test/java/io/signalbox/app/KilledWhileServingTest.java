package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Nothing acknowledged is lost when the service is killed, nothing runs twice, and what may have reached a person
/// twice
/// says so.
@DisabledOnOs(OS.WINDOWS)
final class KilledWhileServingTest {
    @TempDir
    private Path folder = Path.of("");

    private void kill(int times, long seed) throws Exception {
        try (var loop = new KillLoop(folder, seed)) {
            var report = loop.run(times);
            var slow = report.readyMillis().stream().sorted().toList();
            System.out.printf(
                    "%d kills, %d acknowledged, %s, %d repeats, ready after %d ms (median), %d ms (longest)%n",
                    report.kills(),
                    report.acknowledged(),
                    report.ledger(),
                    report.repeats(),
                    slow.get(slow.size() / 2),
                    slow.getLast());
            assertEquals(List.of(), report.wrong());
            assertTrue(report.acknowledged() > times, "hardly anything was accepted");
        }
    }

    @Test
    void nothing_is_lost_in_20_kills() throws Exception {
        kill(20, 20261122);
    }

    @Test
    @Tag("long")
    void nothing_is_lost_in_200_kills() throws Exception {
        kill(200, 1);
    }
}
