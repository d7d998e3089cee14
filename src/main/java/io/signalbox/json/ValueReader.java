package io.signalbox.json;

import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Makes a [Value] of what a parser reads.
final class ValueReader {
    private static final int LARGEST_EXPONENT = 400;

    /// Places are kept of what a flow file knows; deeper ones, in samples, would cost more memory than their text.
    private static final int LONGEST_POINTER = 256;

    private final JsonParser parser;
    private final @Nullable Map<String, Json.Place> places;
    private final Deque<String> pointer = new ArrayDeque<>();

    ValueReader(JsonParser parser, @Nullable Map<String, Json.Place> places) {
        this.parser = parser;
        this.places = places;
    }

    Value value() throws JsonProblem {
        if (places != null) {
            int length = pointer.stream().mapToInt(step -> step.length() + 1).sum();
            if (length <= LONGEST_POINTER) {
                var at = parser.currentTokenLocation();
                places.put("/" + String.join("/", pointer), new Json.Place(at.getLineNr(), at.getColumnNr()));
            }
        }
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Value.nothing();
            case VALUE_STRING -> Value.of(whole(parser.getString()));
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NUMBER_INT -> number();
            case VALUE_NUMBER_FLOAT -> number();
            case START_ARRAY -> items();
            case START_OBJECT -> fields();
            case END_ARRAY, END_OBJECT, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw problem("json.malformed", "");
        };
    }

    /// A text cut in the middle of an emoji ends in half a character, which no file and no database can hold.
    private static String whole(String text) {
        if (!hasSurrogates(text)) {
            return text;
        }
        var whole = new StringBuilder(text.length());
        text.codePoints().map(c -> isHalf(c) ? 0xFFFD : c).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /// Pairs, too, but those are rare and this is asked of every text.
    private static boolean hasSurrogates(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private Value number() throws JsonProblem {
        try {
            var number = new BigDecimal(parser.getString());
            // 1e999999999 is short to write and a gigabyte to print.
            if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
                throw problem("json.number", parser.getString());
            }
            return new Value.Decimal(number);
        } catch (NumberFormatException _) {
            throw problem("json.number", parser.getString());
        }
    }

    private Value within(String step) throws JsonProblem {
        pointer.addLast(step);
        var value = value();
        pointer.removeLast();
        return value;
    }

    private Value items() throws JsonProblem {
        var items = new ArrayList<Value>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(places == null ? value() : within(Integer.toString(items.size())));
        }
        return new Value.Items(items);
    }

    private Value fields() throws JsonProblem {
        var fields = new Value.Gathering();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            fields.with(name, within(name));
        }
        return fields.fields();
    }

    JsonProblem problem(String key, String detail) {
        var at = parser.currentTokenLocation();
        return new JsonProblem(key, at.getLineNr(), at.getColumnNr(), detail);
    }
}
