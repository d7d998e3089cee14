package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
    private static Schedule schedule(String cron, String zone) {
        return Schedule.of(cron, ZoneId.of(zone)).orElseThrow();
    }

    /// The next three runs.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # the clock jumps from two to three: what lies between runs at three, once
        30 2 * * *    | Europe/Paris        | 2027-03-27T12:00:00Z | 2027-03-28T01:00:00Z 2027-03-29T00:30:00Z 2027-03-30T00:30:00Z
        */20 2 * * *  | Europe/Paris        | 2027-03-27T12:00:00Z | 2027-03-28T01:00:00Z 2027-03-29T00:00:00Z 2027-03-29T00:20:00Z
        */30 * * * *  | Europe/Paris        | 2027-03-28T00:10:00Z | 2027-03-28T00:30:00Z 2027-03-28T01:00:00Z 2027-03-28T01:30:00Z
        # the hour from two to three comes twice: the first one counts
        30 2 * * *    | Europe/Paris        | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z 2026-10-27T01:30:00Z
        */30 2 * * *  | Europe/Paris        | 2026-10-25T00:10:00Z | 2026-10-25T00:30:00Z 2026-10-26T01:00:00Z 2026-10-26T01:30:00Z
        0 3 * * *     | Europe/Paris        | 2026-10-25T01:30:00Z | 2026-10-25T02:00:00Z 2026-10-26T02:00:00Z 2026-10-27T02:00:00Z
        # midnight itself is skipped in Santiago, and the hour before it comes twice
        0 0 * * *     | America/Santiago    | 2026-09-05T12:00:00Z | 2026-09-06T04:00:00Z 2026-09-07T03:00:00Z 2026-09-08T03:00:00Z
        30 23 * * *   | America/Santiago    | 2027-04-03T12:00:00Z | 2027-04-04T02:30:00Z 2027-04-05T03:30:00Z 2027-04-06T03:30:00Z
        # half an hour at Lord Howe
        15 2 * * *    | Australia/Lord_Howe | 2026-10-03T00:00:00Z | 2026-10-03T15:30:00Z 2026-10-04T15:15:00Z 2026-10-05T15:15:00Z
        45 1 * * *    | Australia/Lord_Howe | 2027-04-03T00:00:00Z | 2027-04-03T14:45:00Z 2027-04-04T15:15:00Z 2027-04-05T15:15:00Z
        # year's end and leap days
        59 23 31 12 * | Europe/Paris        | 2026-11-22T05:00:00Z | 2026-12-31T22:59:00Z 2027-12-31T22:59:00Z 2028-12-31T22:59:00Z
        0 0 1 1 *     | UTC                 | 2026-12-31T23:59:59Z | 2027-01-01T00:00:00Z 2028-01-01T00:00:00Z 2029-01-01T00:00:00Z
        0 8 29 2 *    | UTC                 | 2026-11-22T05:00:00Z | 2028-02-29T08:00:00Z 2032-02-29T08:00:00Z 2036-02-29T08:00:00Z
        0 8 31 * *    | UTC                 | 2027-01-31T08:00:00Z | 2027-03-31T08:00:00Z 2027-05-31T08:00:00Z 2027-07-31T08:00:00Z
        0 7 * * 1-5   | America/Sao_Paulo   | 2026-11-20T12:00:00Z | 2026-11-23T10:00:00Z 2026-11-24T10:00:00Z 2026-11-25T10:00:00Z""")
    void it_fires_when_the_clock_of_its_place_says_so(String cron, String zone, Instant from, String expected) {
        var runs = schedule(cron, zone).next(from, 3);
        assertEquals(
                List.of(expected.split(" ")),
                runs.stream().map(Instant::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "* * * *", "60 * * * *", "0 25 * * *", "0 0 30 2 *", "@every 5m", "0 0 * * * *"})
    void what_cannot_be_read_or_never_comes_is_no_schedule(String cron) {
        assertEquals(Optional.empty(), Schedule.of(cron, ZoneId.of("UTC")).map(Object::getClass));
    }

    @Test
    void a_zone_is_known_by_its_name() {
        assertEquals(Optional.of(ZoneId.of("Europe/Paris")), Schedule.zone("Europe/Paris"));
        assertEquals(Optional.empty(), Schedule.zone("Mars/Olympus"));
    }

    /// However the clocks change, time only goes on, and the next run never depends on where one looked from.
    @Test
    void runs_follow_each_other_and_none_is_left_out() {
        var random = new Random(4_711);
        var zones = List.of("Europe/Paris", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
        var lines = List.of("*/7 * * * *", "0,30 1-3 * * *", "15 */2 * * *", "5 0 * * 0", "0 2 28 * *");
        for (int round = 0; round < 200; round++) {
            var schedule = schedule(lines.get(random.nextInt(lines.size())), zones.get(random.nextInt(zones.size())));
            var from = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(40_000_000));
            var first = schedule.after(from).orElseThrow();
            var second = schedule.after(first).orElseThrow();
            assertTrue(first.isAfter(from) && second.isAfter(first));
            long between = (long) (random.nextDouble() * (second.getEpochSecond() - first.getEpochSecond()));
            assertEquals(Optional.of(second), schedule.after(first.plusSeconds(between)));
        }
    }
}
