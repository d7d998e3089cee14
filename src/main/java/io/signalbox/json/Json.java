package io.signalbox.json;

import io.signalbox.flow.Value;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// JSON text to [Value] and back, with limits that keep a hostile text cheap: depth 64, numbers of 64 characters and
/// exponents up to 400, texts of 256 KiB, names of 256 characters, 50,000 tokens, no member twice, nothing after the
/// end.
public final class Json {
    private static final int LARGEST_EXPONENT = 400;

    /// Places are kept of what a flow file knows; deeper ones, in samples, would cost more memory than their text.
    private static final int LONGEST_POINTER = 256;

    private static final JsonFactory FACTORY = factory(50_000);

    /// Two thousand boxes with their maps and samples.
    private static final JsonFactory FLOWS = factory(500_000);

    private static JsonFactory factory(int tokens) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxNumberLength(64)
                        .maxStringLength(256 * 1024)
                        .maxNameLength(256)
                        .maxTokenCount(tokens)
                        .maxDocumentLength(8L * 1024 * 1024)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private Json() {}

    /// A value with the place in the text where each part began, by JSON pointer.
    record Located(Value value, Map<String, Place> places) {}

    /// From 1, as editors count.
    record Place(int line, int column) {}

    public static Value parse(String text) throws JsonProblem {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param bytes UTF-8
    /// @throws JsonProblem with line and column of what cannot be read
    public static Value parse(byte[] bytes) throws JsonProblem {
        return read(bytes, null);
    }

    static Located locate(String text) throws JsonProblem {
        var places = new LinkedHashMap<String, Place>();
        return new Located(read(text.getBytes(StandardCharsets.UTF_8), places), places);
    }

    /// On one line, members in their order.
    public static String write(Value value) {
        return print(value, null);
    }

    public static byte[] bytes(Value value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /// Indented by two spaces, lines ended by `\n` everywhere, so that files compare line by line.
    public static String pretty(Value value) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        var printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return print(value, printer) + "\n";
    }

    private static String print(Value value, @Nullable PrettyPrinter printer) {
        var text = new StringWriter(512);
        var context = new ObjectWriteContext.Base() {
            @Override
            public @Nullable PrettyPrinter getPrettyPrinter() {
                return printer;
            }
        };
        try (var generator = FACTORY.createGenerator(context, text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(Value value, JsonGenerator generator) {
        switch (value) {
            case Value.Nothing _ -> generator.writeNull();
            case Value.Text(var text) -> generator.writeString(text);
            case Value.Decimal(var number) -> generator.writeNumber(number);
            case Value.Truth(var truth) -> generator.writeBoolean(truth);
            case Value.Items(var items) -> {
                generator.writeStartArray();
                items.forEach(item -> write(item, generator));
                generator.writeEndArray();
            }
            case Value.Fields(var fields) -> {
                generator.writeStartObject();
                fields.forEach((name, member) -> {
                    generator.writeName(name);
                    write(member, generator);
                });
                generator.writeEndObject();
            }
        }
    }

    private static Value read(byte[] bytes, @Nullable Map<String, Place> places) throws JsonProblem {
        checkUtf8(bytes);
        var factory = places == null ? FACTORY : FLOWS;
        try (var parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                throw new JsonProblem("json.empty", 1, 1, "");
            }
            var reader = new Reader(parser, places);
            var value = reader.value();
            if (parser.nextToken() != null) {
                throw reader.problem("json.trailing", "");
            }
            return value;
        } catch (StreamConstraintsException limit) {
            throw problem("json.limit", "", limit.getLocation());
        } catch (JacksonException malformed) {
            var said = malformed.getOriginalMessage();
            // The name of the member is all that a person needs of what the parser says.
            throw said.startsWith("Duplicate")
                    ? problem("json.duplicate", said.replaceAll("[^\"]*\"(.*)\"[^\"]*", "$1"), malformed.getLocation())
                    : problem("json.malformed", "", malformed.getLocation());
        }
    }

    /// The parser takes the long spelling of a character, `C0 80` for NUL, which is no UTF-8 and slips past other
    /// checks.
    private static void checkUtf8(byte[] bytes) throws JsonProblem {
        int plain = 0;
        while (plain < bytes.length && bytes[plain] >= 0) {
            plain++;
        }
        var in = ByteBuffer.wrap(bytes).position(plain);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var out = CharBuffer.allocate(Math.min(bytes.length - plain, 8 * 1024));
        var result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            int line = 1;
            int start = 0;
            for (int at = 0; at < in.position(); at++) {
                if (bytes[at] == '\n') {
                    line++;
                    start = at + 1;
                }
            }
            throw new JsonProblem("json.utf8", line, in.position() - start + 1, "");
        }
    }

    private static JsonProblem problem(String key, String detail, @Nullable TokenStreamLocation at) {
        return new JsonProblem(key, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), detail);
    }

    private static final class Reader {
        private final JsonParser parser;
        private final @Nullable Map<String, Place> places;
        private final Deque<String> pointer = new ArrayDeque<>();

        Reader(JsonParser parser, @Nullable Map<String, Place> places) {
            this.parser = parser;
            this.places = places;
        }

        Value value() throws JsonProblem {
            if (places != null) {
                int length =
                        pointer.stream().mapToInt(step -> step.length() + 1).sum();
                if (length <= LONGEST_POINTER) {
                    var at = parser.currentTokenLocation();
                    places.put("/" + String.join("/", pointer), new Place(at.getLineNr(), at.getColumnNr()));
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
}
