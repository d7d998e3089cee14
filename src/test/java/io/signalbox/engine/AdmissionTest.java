package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.engine.Admission.Bounds;
import io.signalbox.engine.Admission.Priority;
import io.signalbox.engine.Admission.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
    private Instant now = Instant.EPOCH;
    private final Admission admission = new Admission(new Bounds(100, 1_000, Duration.ofMinutes(10)), () -> now);

    @Test
    void above_four_fifths_bulk_waits_and_near_the_end_everybody_does() {
        admission.accepted(80, 1);
        assertEquals(new Verdict.Welcome(), admission.judge(Priority.LOW));
        admission.accepted(1, 1);
        assertEquals(new Verdict.Busy(Duration.ofHours(1)), admission.judge(Priority.LOW));
        assertEquals(new Verdict.Welcome(), admission.judge(Priority.NORMAL));
        admission.accepted(15, 1);
        assertEquals(new Verdict.Full(Duration.ofHours(1)), admission.judge(Priority.NORMAL));
        assertEquals(new Verdict.Full(Duration.ofHours(1)), admission.judge(Priority.LOW));
        admission.ended();
        assertEquals(new Verdict.Welcome(), admission.judge(Priority.NORMAL));
    }

    @Test
    void size_counts_as_well_as_number() {
        admission.accepted(1, 960);
        assertEquals(new Verdict.Full(Duration.ofHours(1)), admission.judge(Priority.NORMAL));
        admission.ended();
        assertEquals(new Recovery.Backlog(0, 0), admission.backlog());
    }

    @Test
    void so_does_how_long_the_oldest_waits_for_its_beginning() {
        admission.accepted(10, 1);
        admission.behind(Duration.ofMinutes(9));
        assertEquals(new Verdict.Busy(Duration.ofHours(1)), admission.judge(Priority.LOW));
        assertEquals(new Verdict.Welcome(), admission.judge(Priority.NORMAL));
        admission.behind(Duration.ofMinutes(10));
        assertEquals(new Verdict.Full(Duration.ofHours(1)), admission.judge(Priority.NORMAL));
        admission.behind(Duration.ZERO);
        assertEquals(new Verdict.Welcome(), admission.judge(Priority.LOW));
    }

    @Test
    void when_to_come_again_goes_by_how_fast_runs_end() {
        admission.begin(new Recovery.Backlog(140, 140));
        for (int n = 0; n < 40; n++) {
            admission.ended();
        }
        // 40 in 20 seconds are two a second; 100 wait, and the seventh from now surely makes room.
        assertEquals(new Verdict.Full(Duration.ofSeconds(4)), admission.judge(Priority.NORMAL));
        now = now.plusSeconds(3_600);
        assertEquals(new Verdict.Full(Duration.ofHours(1)), admission.judge(Priority.NORMAL));
    }
}
