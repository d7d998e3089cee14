package io.signalbox.flow;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”, “Priority is one of: high, very high”.
public final class RowWords {
    private final Texts texts;

    /// @param texts of this package
    public RowWords(Texts texts) {
        this.texts = texts;
    }

    /// @param field what the row's field is called
    public String of(Condition.Row row, String field) {
        var key = "operator." + row.operator().key();
        var said = texts.text(key);
        return field + " "
                + switch (row.operator().operand()) {
                    case NONE -> said;
                    case ONE -> one(key, said, joined(row, ", "));
                    case TWO -> said + " " + joined(row, " " + texts.text("operator.and") + " ");
                    case MANY -> texts.text("operator.many", said, joined(row, ", "));
                };
    }

    private String one(String key, String said, String value) {
        if (value.equals("1") && texts.has(key + ".one")) {
            return texts.text(key + ".one");
        }
        return said.contains("…") ? said.replace("…", value) : said + " " + value;
    }

    private String joined(Condition.Row row, String between) {
        return row.value().asItems().stream()
                .map(value -> named(row.path(), value).orElseGet(() -> value(value)))
                .collect(Collectors.joining(between));
    }

    /// What a person reads for a value that was chosen or typed: today, a day as it is written here, a person's name.
    public String value(Value value) {
        if (value.equals(Comparison.TODAY)) {
            return texts.text("operator.today");
        }
        return switch (value) {
            case Value.Decimal(var number) -> number(number);
            case Value.Text(var text) -> day(text);
            case Value.Fields reference
            when reference.has("label") -> reference.at("label").asText();
            case Value.Fields _, Value.Items _, Value.Truth _, Value.Nothing _ -> value.asText();
        };
    }

    /// What a field holds: a code of the service with its words, a point in time at the clock of `zone`.
    public String actual(Path path, Value value, ZoneId zone) {
        return named(path, value)
                .map(words -> words + " (" + value.asText() + ")")
                .or(() -> Moment.of(value).map(moment -> time(moment, zone)))
                .orElseGet(() -> value(value));
    }

    /// The words of a code that the field's service has words for.
    private Optional<String> named(Path path, Value value) {
        return Optional.of(FieldOptions.words(path, value.asText(), texts)).filter(words -> !words.isEmpty());
    }

    private String time(Moment moment, ZoneId zone) {
        var format = moment instanceof Moment.Day
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(texts.language().locale()).format(moment.at(zone));
    }

    private String number(BigDecimal number) {
        var format = NumberFormat.getInstance(texts.language().locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    private String day(String text) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(texts.language().locale())
                    .format(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return text;
        }
    }
}
