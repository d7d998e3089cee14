package io.signalbox.flow;

import java.text.Normalizer;
import java.util.Locale;

/// Text as it is compared and searched where capitals and accents do not count.
public final class Folded {
    private Folded() {}

    /// Lower case without accents, so that `José` finds `JOSE`.
    public static String of(String text) {
        boolean ascii = true;
        for (int at = 0; at < text.length() && ascii; at++) {
            ascii = text.charAt(at) < 128;
        }
        if (ascii) {
            return text.toLowerCase(Locale.ROOT);
        }
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
