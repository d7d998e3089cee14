package io.signalbox.connector.walkme;

import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// What WalkMe accepts in a notification. The stand-in of the sandbox judges by the same rules as the connector.
public final class WalkMeRules {
    /// End users in one call.
    public static final int MOST_USERS = 100;

    /// More users than these are better an audience.
    public static final int FEW_USERS = 10;

    public static final List<String> KINDS = List.of("push", "popup");

    /// In a template a place stands between two or three hashes; the call names it without them.
    private static final Pattern PLACE = Pattern.compile("###?([A-Za-z0-9_][A-Za-z0-9_ .-]*?)#?##");

    private static final Pattern LINK_NAME = Pattern.compile("(?i).*(url|link|href).*");
    private static final Pattern BARE = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/[^\\s]*)?");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private WalkMeRules() {}

    /// A time as WalkMe takes it: a day, a day and a minute in UTC, or a time with its offset.
    ///
    /// @param sent what goes out; a fraction of a second is left out
    /// @param at when that is
    public record Time(String sent, OffsetDateTime at) {}

    /// Empty for what is none of the three.
    public static Optional<Time> time(String text) {
        var plain = text.strip();
        try {
            if (plain.length() == 10) {
                return Optional.of(
                        new Time(plain, LocalDate.parse(plain).atStartOfDay().atOffset(ZoneOffset.UTC)));
            }
            if (plain.length() == 16 && plain.charAt(10) == ' ') {
                return Optional.of(
                        new Time(plain, LocalDateTime.parse(plain, MINUTE).atOffset(ZoneOffset.UTC)));
            }
            var at = OffsetDateTime.parse(plain);
            return Optional.of(new Time(OFFSET.format(at), at));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The kind in lower case, as it is sent; empty for what is none. The vendor's own example writes `Push`.
    public static Optional<String> kind(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return KINDS.contains(plain) ? Optional.of(plain) : Optional.empty();
    }

    /// The places of a template by the name that a call gives them, each with the words before it.
    public static SequencedMap<String, String> places(String template) {
        var places = new LinkedHashMap<String, String>();
        var found = PLACE.matcher(template);
        int from = 0;
        while (found.find()) {
            places.putIfAbsent(found.group(1), template.substring(from, found.start()));
            from = found.end();
        }
        return places;
    }

    /// The template with values in its places; one without a value stays as it is written.
    ///
    /// @param value by name; blank for none
    public static String filled(String template, UnaryOperator<String> value) {
        var filled = new StringBuilder(template.length() + 64);
        var found = PLACE.matcher(template);
        int from = 0;
        while (found.find()) {
            var put = value.apply(found.group(1));
            filled.append(template, from, found.start()).append(put.isEmpty() ? found.group() : put);
            from = found.end();
        }
        return filled.append(template, from, template.length()).toString();
    }

    /// True for an address that lacks its `https://`.
    ///
    /// @param place that it is for: where that speaks of a link, a host alone is one
    static boolean isBareLink(String place, String text) {
        var plain = text.strip();
        return plain.toLowerCase(Locale.ROOT).startsWith("www.") || (LINK_NAME.matches(place) && BARE.matches(plain));
    }

    static String withoutHashes(String name) {
        return name.replace("#", "").strip();
    }
}
