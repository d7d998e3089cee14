package io.signalbox.json;

import io.signalbox.flow.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One value as JSON in UTF-8, on one line. Written straight into its bytes: every event is written several times, to
/// the disk and to the wire.
final class JsonBytes {
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789ABCDEF");

    /// Of one character: `\u001F`.
    private static final int LONGEST = 6;

    private byte[] bytes = new byte[1024];
    private int length;

    private JsonBytes() {}

    static byte[] of(Value value) {
        var out = new JsonBytes();
        out.value(value);
        return Arrays.copyOf(out.bytes, out.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void value(Value value) {
        switch (value) {
            case Value.Nothing _ -> put(NULL);
            case Value.Text(var text) -> text(text);
            case Value.Decimal(var number) -> put(ascii(number.toString()));
            case Value.Truth(var truth) -> put(truth ? TRUE : FALSE);
            case Value.Items(var items) -> {
                put('[');
                boolean first = true;
                for (var item : items) {
                    if (!first) {
                        put(',');
                    }
                    first = false;
                    value(item);
                }
                put(']');
            }
            case Value.Fields(var fields) -> {
                put('{');
                boolean first = true;
                for (var field : fields.entrySet()) {
                    if (!first) {
                        put(',');
                    }
                    first = false;
                    text(field.getKey());
                    put(':');
                    value(field.getValue());
                }
                put('}');
            }
        }
    }

    private void text(String text) {
        int end = text.length();
        reserve(end + 2);
        bytes[length++] = '"';
        for (int at = 0; at < end; at++) {
            char c = text.charAt(at);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else {
                // Room for the rest of the text and the quote stays.
                reserve(LONGEST + end - at);
                at += special(text, at);
            }
        }
        bytes[length++] = '"';
    }

    /// @return how many characters more than one were read
    private int special(String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\b' -> escape('b');
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\f' -> escape('f');
            case '\r' -> escape('r');
            default -> {
                if (c >= ' ') {
                    return encoded(text, at);
                }
                escape('u');
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 15];
            }
        }
        return 0;
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private int encoded(String text, int at) {
        int c = text.codePointAt(at);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            follow(c);
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            // Half a character, which UTF-8 cannot hold.
            bytes[length++] = '?';
        } else if (c < 0x10000) {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            follow(c >> 6);
            follow(c);
        } else {
            bytes[length++] = (byte) (0xF0 | c >> 18);
            follow(c >> 12);
            follow(c >> 6);
            follow(c);
            return 1;
        }
        return 0;
    }

    private void follow(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void put(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    private void put(byte[] ascii) {
        reserve(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
