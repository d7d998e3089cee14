package io.signalbox.connector.braze;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// What Braze accepts. The stand-in of the sandbox judges by the same rules as the connector.
public final class BrazeRules {
    /// Recipients in one call.
    public static final int MOST_RECIPIENTS = 50;

    /// Characters of a text that answers on WhatsApp.
    public static final int LONGEST_TEXT = 4096;

    /// Characters of what a webhook of Braze carries (our choice; the call as a whole may have 4 MB).
    public static final int LONGEST_BODY = 100_000;

    private static final String ATTRIBUTE = "attributes.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*api_trigger_properties\\.\\$\\{([^{}]*)}[^{}]*}}");

    private BrazeRules() {}

    /// True for what a trigger property or an attribute can be called without quotes in Liquid (our reading: what both
    /// sides of the documentation agree on).
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The same name with nothing in it that is refused.
    static String asName(String name) {
        var plain = name.strip().replaceAll("[^A-Za-z0-9_]", "_");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    /// The attribute of the profile that a row writes; empty for a row that is a trigger property.
    static Optional<String> attribute(String row) {
        return row.startsWith(ATTRIBUTE) ? Optional.of(row.substring(ATTRIBUTE.length())) : Optional.empty();
    }

    /// The trigger properties that a message composed in Braze speaks of, each with the words before its place.
    public static SequencedMap<String, String> places(String message) {
        var places = new LinkedHashMap<String, String>();
        var found = PLACE.matcher(message);
        int from = 0;
        while (found.find()) {
            places.putIfAbsent(found.group(1).strip(), message.substring(from, found.start()));
            from = found.end();
        }
        return places;
    }

    /// The message with the properties in their places; what is missing is written as nothing.
    public static String filled(String message, Function<String, String> property) {
        var filled = new StringBuilder(message.length() + 64);
        var found = PLACE.matcher(message);
        int from = 0;
        while (found.find()) {
            filled.append(message, from, found.start())
                    .append(property.apply(found.group(1).strip()));
            from = found.end();
        }
        return filled.append(message, from, message.length()).toString();
    }
}
