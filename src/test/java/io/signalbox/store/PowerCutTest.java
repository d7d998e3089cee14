package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there after the power went, whatever the disk made of the writes it was not yet told to
/// keep: none of them, the first few, or torn sectors of any.
final class PowerCutTest {
    @TempDir
    private Path folder = Path.of("");

    private PowerCuts.Report cut(int cuts, long seed, boolean honest) throws Exception {
        var started = System.nanoTime();
        var key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        var report = new PowerCuts(key, seed, honest).run(cuts);
        System.out.printf(
                "%d power cuts, %d promises asked for, %d broken, %d files that did not open, %d ms%n",
                report.cuts(),
                report.promises(),
                report.broken().size(),
                report.unopened().size(),
                (System.nanoTime() - started) / 1_000_000);
        return report;
    }

    private void nothingIsLost(int cuts, long seed) throws Exception {
        var report = cut(cuts, seed, true);
        assertEquals(List.of(), report.unopened());
        assertEquals(List.of(), report.broken());
    }

    @Test
    void nothing_acknowledged_is_lost_in_200_power_cuts() throws Exception {
        nothingIsLost(200, 20261122);
    }

    @Test
    @Tag("long")
    void nothing_acknowledged_is_lost_in_10_000_power_cuts() throws Exception {
        for (int part = 0; part < 10; part++) {
            nothingIsLost(1_000, part);
        }
    }

    @Test
    void a_disk_that_forgets_what_it_was_told_to_keep_is_found_out() throws Exception {
        var report = cut(20, 7, false);
        assertFalse(report.broken().isEmpty() && report.unopened().isEmpty(), report.toString());
    }
}
