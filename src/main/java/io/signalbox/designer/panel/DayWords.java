package io.signalbox.designer.panel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days as the person's language writes them, always with the whole year. Read with or without leading zeros, with two
/// or four digits for the year (two are of this century), and as `2026-03-05`.
final class DayWords {
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})\\s*[./ -]\\s*(\\d{1,2})\\s*[./ -]\\s*(\\d{4}|\\d{2})");

    private final DateTimeFormatter format;
    private final boolean monthFirst;

    DayWords(Locale locale) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        format = DateTimeFormatter.ofPattern(pattern.replaceAll("[yu]+", "uuuu"), locale);
        monthFirst = pattern.indexOf('M') < pattern.indexOf('d');
    }

    String text(LocalDate day) {
        return format.format(day);
    }

    Optional<LocalDate> read(String text) {
        var typed = DAY.matcher(text.strip());
        try {
            if (!typed.matches()) {
                return Optional.of(LocalDate.parse(text.strip()));
            }
            int one = Integer.parseInt(typed.group(1));
            int two = Integer.parseInt(typed.group(2));
            int year = Integer.parseInt(typed.group(3));
            return Optional.of(
                    LocalDate.of(year < 100 ? 2000 + year : year, monthFirst ? one : two, monthFirst ? two : one));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
