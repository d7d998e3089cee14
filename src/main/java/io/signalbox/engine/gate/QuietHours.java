package io.signalbox.engine.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// Hours of every day in which nobody is written to, such as 22:00 to 07:00.
///
/// A time that the clock jumps over begins or ends the hours at the jump; of a time that comes twice, the first counts.
/// So they begin once and end once a day, whatever the clocks do.
///
/// @param from included
/// @param to excluded; before `from` when the hours go over midnight
/// @param then what becomes of a message, where its flow says nothing else
public record QuietHours(LocalTime from, LocalTime to, Then then) {
    /// What becomes of a message that is due in quiet hours.
    public enum Then {
        /// Goes out when they end.
        WAIT("wait"),
        /// Is not sent at all.
        DROP("drop"),
        /// Goes out all the same.
        SEND("send");

        private final String key;

        Then(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        public static Optional<Then> of(String key) {
            return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
        }
    }

    public QuietHours {
        if (from.equals(to)) {
            throw new GateProblem("quiet.empty", from.toString());
        }
    }

    public QuietHours withThen(Then changed) {
        return new QuietHours(from, to, changed);
    }

    /// When they end; empty when it is not quiet at that moment.
    public Optional<Instant> endAt(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        // Those that began yesterday may still last.
        return end(today.minusDays(1), now, zone).or(() -> end(today, now, zone));
    }

    private Optional<Instant> end(LocalDate day, Instant now, ZoneId zone) {
        var begin = at(day, from, zone);
        var end = at(to.isBefore(from) ? day.plusDays(1) : day, to, zone);
        return now.isBefore(begin) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        var local = day.atTime(time);
        var jump = zone.getRules().getTransition(local);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
