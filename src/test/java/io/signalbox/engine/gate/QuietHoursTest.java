package io.signalbox.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            22:00, 07:00, America/Sao_Paulo, 2026-11-21T00:59:59Z, loud
            22:00, 07:00, America/Sao_Paulo, 2026-11-21T01:00:00Z, 2026-11-21T10:00:00Z
            22:00, 07:00, America/Sao_Paulo, 2026-11-21T09:59:59Z, 2026-11-21T10:00:00Z
            22:00, 07:00, America/Sao_Paulo, 2026-11-21T10:00:00Z, loud
            12:00, 13:00, UTC,               2026-12-31T12:30:00Z, 2026-12-31T13:00:00Z
            12:00, 13:00, UTC,               2026-12-31T11:59:59Z, loud
            22:00, 00:00, UTC,               2026-12-31T23:30:00Z, 2027-01-01T00:00:00Z
            00:00, 07:00, UTC,               2028-02-29T00:00:00Z, 2028-02-29T07:00:00Z
            # Spring: 02:00 becomes 03:00. A night of one hour less; an end within the hour that is not there.
            22:00, 07:00, Europe/Paris,      2027-03-27T21:00:00Z, 2027-03-28T05:00:00Z
            22:00, 02:30, Europe/Paris,      2027-03-28T00:59:59Z, 2027-03-28T01:00:00Z
            22:00, 02:30, Europe/Paris,      2027-03-28T01:00:00Z, loud
            02:10, 02:50, Europe/Paris,      2027-03-28T01:00:00Z, loud
            02:30, 07:00, Europe/Paris,      2027-03-28T01:00:00Z, 2027-03-28T05:00:00Z
            # Autumn: 02:00 to 03:00 comes twice. They end at the first 02:30 and do not begin again at the second.
            22:00, 02:30, Europe/Paris,      2026-10-25T00:29:59Z, 2026-10-25T00:30:00Z
            22:00, 02:30, Europe/Paris,      2026-10-25T00:30:00Z, loud
            22:00, 02:30, Europe/Paris,      2026-10-25T01:15:00Z, loud
            02:30, 07:00, Europe/Paris,      2026-10-25T00:30:00Z, 2026-10-25T06:00:00Z
            02:30, 07:00, Europe/Paris,      2026-10-25T01:15:00Z, 2026-10-25T06:00:00Z
            # Half an hour, and a change at midnight.
            01:45, 02:15, Australia/Lord_Howe, 2026-10-03T15:15:00Z, 2026-10-03T15:30:00Z
            22:00, 00:30, America/Santiago,  2026-09-06T03:30:00Z, 2026-09-06T04:00:00Z
            """)
    void they_begin_and_end_once_a_day(LocalTime from, LocalTime to, ZoneId zone, Instant now, String end) {
        var hours = new QuietHours(from, to, QuietHours.Then.WAIT);
        assertEquals(end, hours.endAt(now, zone).map(Instant::toString).orElse("loud"));
    }

    @Test
    void whoever_waits_for_the_end_finds_it_loud() {
        for (var name : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(name);
            var hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), QuietHours.Then.WAIT);
            // Every zone changes its clocks in one of these weeks, if it does at all.
            for (var from : new String[] {"2026-03-01T00:00:00Z", "2026-10-01T00:00:00Z"}) {
                var now = Instant.parse(from);
                for (int step = 0; step < 24 * 40; step += 1) {
                    var end = hours.endAt(now, zone);
                    if (end.isPresent()) {
                        assertEquals(1, end.get().compareTo(now), name + " " + now);
                        assertEquals(true, hours.endAt(end.get(), zone).isEmpty(), name + " " + now);
                    }
                    now = now.plus(Duration.ofMinutes(61));
                }
            }
        }
    }

    @Test
    void hours_of_no_length_are_refused() {
        var problem = assertThrows(
                GateProblem.class, () -> new QuietHours(LocalTime.NOON, LocalTime.NOON, QuietHours.Then.WAIT));
        assertEquals("quiet.empty", problem.key());
    }
}
