package io.signalbox.json;

import io.signalbox.flow.Value;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
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
    private static final JsonFactory FACTORY = factory(50_000);

    /// Two thousand boxes with their maps and samples.
    private static final JsonFactory FLOWS = factory(500_000);

    /// What was let in once is wrapped and joined before it is stored: whoever reads it again must not find it too
    /// large, or it would lie there for ever.
    private static final JsonFactory STORED = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(1_000)
                    .maxStringLength(64 * 1024 * 1024)
                    .maxNameLength(16 * 1024 * 1024)
                    .build())
            .build();

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
        return read(bytes, FACTORY, null);
    }

    /// What [#bytes] wrote, without the limits for what strangers send.
    public static Value stored(byte[] bytes) throws JsonProblem {
        return read(bytes, STORED, null);
    }

    static Located locate(String text) throws JsonProblem {
        var places = new LinkedHashMap<String, Place>();
        return new Located(read(text.getBytes(StandardCharsets.UTF_8), FLOWS, places), places);
    }

    /// On one line, members in their order.
    public static String write(Value value) {
        return print(value, null);
    }

    /// The same in UTF-8.
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

    private static Value read(byte[] bytes, JsonFactory factory, @Nullable Map<String, Place> places)
            throws JsonProblem {
        checkUtf8(bytes);
        try (var parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                throw new JsonProblem("json.empty", 1, 1, "");
            }
            var reader = new ValueReader(parser, places);
            var value = reader.value();
            if (parser.nextToken() != null) {
                throw reader.problem("json.trailing", "");
            }
            return value;
        } catch (StreamConstraintsException limit) {
            throw problem("json.limit", "", limit.getLocation());
        } catch (JacksonException malformed) {
            throw problem("json.malformed", "", malformed.getLocation());
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
}
