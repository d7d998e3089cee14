package io.signalbox.designer.panel;

import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as the person's language writes them: `3,5` or `3.5`. Either sign is read; neither is taken for a sign of
/// thousands, which nobody types.
final class NumberWords {
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d{1,18}([.,]\\d{0,9})?");

    private final char sign;

    NumberWords(Locale locale) {
        sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    String text(Value.Decimal number) {
        return number.asText().replace('.', sign);
    }

    Optional<Value.Decimal> read(String text) {
        var stripped = text.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            return Optional.empty();
        }
        var plain = stripped.replace(',', '.').replace('−', '-');
        return Optional.of(new Value.Decimal(
                new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain)));
    }
}
