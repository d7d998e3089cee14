package io.signalbox.connector;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The `Retry-After` header of RFC 9110: seconds or an HTTP date. Clamped to 1 second … 24 hours.
public final class RetryAfter {
    private RetryAfter() {}

    public static Optional<Duration> in(Reply reply) {
        return reply.header("retry-after").map(String::strip).flatMap(text -> {
            if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(clamped(Duration.ofSeconds(Long.parseLong(text))));
            }
            // The date is measured against the reply's own Date, so a wrong clock on our side does not matter.
            return date(text)
                    .flatMap(until -> dated(reply).map(now -> clamped(Duration.between(now, until))));
        });
    }

    /// When the reply was made, by the service's own clock.
    public static Optional<Instant> dated(Reply reply) {
        return reply.header("date").flatMap(RetryAfter::date);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Not shorter than 1 second, not longer than 24 hours.
    public static Duration clamped(Duration wait) {
        var shortest = Duration.ofSeconds(1);
        var longest = Duration.ofHours(24);
        return wait.compareTo(shortest) < 0 ? shortest : wait.compareTo(longest) > 0 ? longest : wait;
    }
}
