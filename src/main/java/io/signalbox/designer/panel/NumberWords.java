package io.signalbox.designer.panel;

import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as the person's language writes them: `3,5` or `3.5`. Either sign is read as the decimal sign, unless it
/// parts thousands as the language does: `1,500` is 1500 in English and 1.5 in French. Spaces part thousands
/// everywhere.
final class NumberWords {
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d{1,18}([.,]\\d{0,9})?");

    private final char sign;
    private final Pattern parted;

    NumberWords(Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        sign = symbols.getDecimalSeparator();
        parted = Pattern.compile("[-−]?[1-9]\\d{0,2}([\\h%s]\\d{3}){1,5}(\\%s\\d{0,9})?"
                .formatted(Pattern.quote(String.valueOf(symbols.getGroupingSeparator())), sign));
    }

    String text(Value.Decimal number) {
        return number.asText().replace('.', sign);
    }

    Optional<Value.Decimal> read(String text) {
        var stripped = text.strip();
        var whole = parted.matcher(stripped).matches()
                ? stripped.chars()
                        .filter(c -> Character.isDigit(c) || c == sign || c == '-' || c == '−')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : stripped;
        if (!NUMBER.matcher(whole).matches()) {
            return Optional.empty();
        }
        var plain = whole.replace(',', '.').replace('−', '-');
        return Optional.of(new Value.Decimal(
                new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain)));
    }
}
