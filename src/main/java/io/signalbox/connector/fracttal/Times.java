package io.signalbox.connector.fracttal;

import io.signalbox.connector.CallProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Points in time as the service reads them: `2016-07-12T20:00:00-03`.
final class Times {
    private static final DateTimeFormatter IN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssx");

    private Times() {}

    /// A day begins at midnight in UTC. Fractions of a second are left out.
    ///
    /// @throws CallProblem when it is no time
    static String in(String text) throws CallProblem {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).format(IN);
            }
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).format(IN);
        } catch (DateTimeException _) {
            return shortOffset(text);
        }
    }

    private static String shortOffset(String text) throws CallProblem {
        try {
            return OffsetDateTime.parse(text, IN).format(IN);
        } catch (DateTimeException _) {
            throw new CallProblem("time", text);
        }
    }
}
