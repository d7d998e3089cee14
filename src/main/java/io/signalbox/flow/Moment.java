package io.signalbox.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/// A point in time as vendors write it: with an offset, without one, or a date alone.
sealed interface Moment {
    // Fracttal writes 2026-11-21T14:03:11.204671+00:00 and accepts 2016-07-12T20:00:00-03; databases put a space for
    // the T.
    DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .parseStrict()
            .toFormatter(Locale.ROOT);

    record Exact(Instant instant) implements Moment {}

    record Local(LocalDateTime time) implements Moment {}

    record Day(LocalDate day) implements Moment {}

    /// As seen on a clock in `zone`. A time without an offset is taken to be that clock's own.
    default ZonedDateTime at(ZoneId zone) {
        return switch (this) {
            case Exact(var instant) -> instant.atZone(zone);
            case Local(var time) -> time.atZone(zone);
            case Day(var day) -> day.atStartOfDay(zone);
        };
    }

    /// Empty for what is no pattern. The JDK says so by exceptions it does not document, too: `pump` ends in a
    /// ClassCastException.
    static Optional<DateTimeFormatter> pattern(String pattern, Locale locale) {
        try {
            return Optional.of(DateTimeFormatter.ofPattern(pattern, locale));
        } catch (IllegalArgumentException | ClassCastException _) {
            return Optional.empty();
        }
    }

    static Optional<Moment> of(Value value) {
        return value instanceof Value.Text(var text) ? parse(text.strip()) : Optional.empty();
    }

    private static Optional<Moment> parse(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            if (text.length() == 10) {
                return Optional.of(new Day(LocalDate.parse(text)));
            }
            var iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            var parsed = OFFSET.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime exact
                            ? new Exact(
                                    exact.withOffsetSameInstant(ZoneOffset.UTC).toInstant())
                            : new Local(LocalDateTime.from(parsed)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
