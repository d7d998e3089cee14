package io.signalbox.designer.canvas;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An SVG document in the making. Whatever it is given, what it writes is well-formed: signs that XML reserves are
/// written as references, and those that XML cannot hold at all are left out.
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /// Begins an element.
    ///
    /// @param attributes names and values in turn; numbers are rounded to hundredths
    Svg open(String name, Object... attributes) {
        return begin(name, attributes).put(">\n");
    }

    Svg close(String name) {
        return put("</").put(name).put(">\n");
    }

    /// An element with nothing in it.
    Svg leaf(String name, Object... attributes) {
        return begin(name, attributes).put("/>\n");
    }

    /// An element around words.
    Svg words(String name, String words, Object... attributes) {
        begin(name, attributes).put(">");
        escape(words);
        return close(name);
    }

    private Svg begin(String name, Object... attributes) {
        put("<").put(name);
        for (int at = 0; at < attributes.length; at += 2) {
            put(" ").put(attributes[at].toString()).put("=\"");
            escape(attributes[at + 1] instanceof Double number ? number(number) : attributes[at + 1].toString());
            put("\"");
        }
        return this;
    }

    static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private Svg put(String plain) {
        text.append(plain);
        return this;
    }

    private void escape(String words) {
        words.codePoints().filter(Svg::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(c);
            }
        });
    }

    /// What XML 1.0 can hold; half a surrogate pair is none of it.
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
