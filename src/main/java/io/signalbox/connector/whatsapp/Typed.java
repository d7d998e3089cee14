package io.signalbox.connector.whatsapp;

import com.google.re2j.Pattern;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.math.BigDecimal;

/// One parameter of a template's text: words, an amount of money, or a moment.
///
/// Amount and moment carry the words that are mapped as their `fallback_value`; that these words are what people see,
/// since newer apps no longer localise the rest, is our reading.
final class Typed {
    /// `1250.50 USD`: the amount with a point, then the currency's three letters.
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,3})?)\\s*([A-Z]{3})");

    private Typed() {}

    /// @param row its place, with `.currency` or `.date_time` behind it where it is no plain text
    static Value.Fields parameter(String row, String text) throws CallProblem {
        if (row.endsWith(".currency")) {
            return currency(row, text);
        }
        return row.endsWith(".date_time")
                ? Value.fields("type", Value.of("date_time"))
                        .with("date_time", Value.fields("fallback_value", Value.of(text)))
                : text(text);
    }

    static Value.Fields text(String text) {
        return Value.fields("type", Value.of("text"), "text", Value.of(text));
    }

    private static Value.Fields currency(String row, String text) throws CallProblem {
        var amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            throw new CallProblem("parameter.currency", row, text);
        }
        var thousandths = new BigDecimal(amount.group(1)).movePointRight(3).longValueExact();
        return Value.fields("type", Value.of("currency"))
                .with(
                        "currency",
                        Value.fields("fallback_value", Value.of(text))
                                .with("code", Value.of(amount.group(2)))
                                .with("amount_1000", Value.of(thousandths)));
    }
}
