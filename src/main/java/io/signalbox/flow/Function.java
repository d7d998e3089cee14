package io.signalbox.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The closed list of functions a map row may apply. Each is total: what it cannot do yields a missing value, which
/// `default` or the row's fallback catches. A missing value passes through every function but `default`.
public enum Function {
    DATE("date", 1, 2),
    NUMBER("number", 0, 1),
    UPPER("upper", 0, 0),
    LOWER("lower", 0, 0),
    TITLE("title", 0, 0),
    TRIM("trim", 0, 0),
    DEFAULT("default", 1, 1),
    SHORTEN("shorten", 1, 1),
    JOIN("join", 1, 1),
    FIRST("first", 0, 0),
    LAST("last", 0, 0),
    COUNT("count", 0, 0),
    SUM("sum", 0, 0),
    REPLACE("replace", 2, 2),
    PHONE_DIGITS("phone-digits", 0, 1),
    LOOKUP("lookup", 1, 1),
    IF("if", 3, 3);

    private final String key;
    private final int fewest;
    private final int most;

    Function(String key, int fewest, int most) {
        this.key = key;
        this.fewest = fewest;
        this.most = most;
    }

    /// Its name in files and templates.
    public String key() {
        return key;
    }

    public int fewestArguments() {
        return fewest;
    }

    public int mostArguments() {
        return most;
    }

    public static Optional<Function> of(String key) {
        return Arrays.stream(values())
                .filter(function -> function.key.equals(key))
                .findFirst();
    }

    /// A worked example for people: call, input and output, true in English and at São Paulo's clock (a test proves
    /// each).
    public Example example() {
        return switch (this) {
            case DATE -> new Example("date:'dd/MM/yyyy HH:mm'", "2026-11-22T11:00:00+00:00", "22/11/2026 08:00");
            case NUMBER -> new Example("number:1", "1234.56", "1,234.6");
            case UPPER -> new Example("upper", "Pump 14", "PUMP 14");
            case LOWER -> new Example("lower", "Pump 14", "pump 14");
            case TITLE -> new Example("title", "REPLACE BEARING", "Replace Bearing");
            case TRIM -> new Example("trim", "  OT-1496 ", "OT-1496");
            case DEFAULT -> new Example("default:'-'", "", "-");
            case SHORTEN -> new Example("shorten:12", "Replace the main bearing", "Replace the…");
            case JOIN -> new Example("join:' / '", "Plant A", "Plant A");
            case FIRST -> new Example("first", "Ana", "Ana");
            case LAST -> new Example("last", "Ana", "Ana");
            case COUNT -> new Example("count", "Ana", "1");
            case SUM -> new Example("sum", "12", "12");
            case REPLACE -> new Example("replace:'-':' '", "OT-1496", "OT 1496");
            case PHONE_DIGITS -> new Example("phone-digits:55", "(11) 99999-1234", "5511999991234");
            case LOOKUP -> new Example("lookup:priority", "VERY_HIGH", "Very high");
            case IF -> new Example("if:true:'stopped':'running'", "true", "stopped");
        };
    }

    /// A call, what goes in and what comes out.
    public record Example(String call, String input, String output) {}

    /// What a function or a template gives is at most this long; a longer text is none. A few nested replacements would
    /// otherwise fill the memory.
    static final int LONGEST_TEXT = 64 * 1024;

    /// Never throws. `arguments` has between the fewest and the most; an unusable one yields nothing.
    Value apply(Value value, List<String> arguments, Locality locality) {
        if (this == DEFAULT) {
            return value.isMissing() ? Value.of(arguments.getFirst()) : value;
        }
        if (value.isMissing()) {
            return Value.nothing();
        }
        return switch (this) {
            case DATE -> date(value, arguments, locality);
            case NUMBER -> number(value, arguments, locality);
            case UPPER ->
                Value.of(value.asText().toUpperCase(locality.language().locale()));
            case LOWER ->
                Value.of(value.asText().toLowerCase(locality.language().locale()));
            case TITLE -> Value.of(title(value.asText(), locality.language().locale()));
            case TRIM -> Value.of(value.asText().strip());
            case DEFAULT -> value;
            case SHORTEN -> shorten(value.asText(), arguments.getFirst());
            case JOIN -> join(value.asItems(), arguments.getFirst());
            case FIRST ->
                value.asItems().isEmpty() ? Value.nothing() : value.asItems().getFirst();
            case LAST ->
                value.asItems().isEmpty() ? Value.nothing() : value.asItems().getLast();
            case COUNT -> Value.of(value.asItems().size());
            case SUM -> sum(value.asItems());
            case REPLACE -> replace(value.asText(), arguments.get(0), arguments.get(1));
            case PHONE_DIGITS ->
                PhoneNumber.digits(value.asText(), arguments.isEmpty() ? "" : arguments.getFirst())
                        .map(Value::of)
                        .orElse(Value.nothing());
            case LOOKUP -> {
                var table = locality.tables().get(arguments.getFirst());
                yield table == null ? Value.nothing() : table.find(value);
            }
            case IF -> Value.of(value.asText().equals(arguments.get(0)) ? arguments.get(1) : arguments.get(2));
        };
    }

    private static Value date(Value value, List<String> arguments, Locality locality) {
        try {
            var zone = arguments.size() > 1 ? ZoneId.of(arguments.get(1)) : locality.zone();
            return Moment.pattern(arguments.getFirst(), locality.language().locale())
                    .flatMap(format -> Moment.of(value).map(moment -> Value.of(format.format(moment.at(zone)))))
                    .orElse(Value.nothing());
        } catch (DateTimeException _) {
            return Value.nothing();
        }
    }

    private static Value number(Value value, List<String> arguments, Locality locality) {
        var number = numeric(value);
        if (number.isEmpty()) {
            return Value.nothing();
        }
        var format = (DecimalFormat)
                NumberFormat.getNumberInstance(locality.language().locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(Math.min(20, Math.max(0, number.get().scale())));
        if (!arguments.isEmpty()) {
            var decimals = numeric(Value.of(arguments.getFirst()));
            if (decimals.isEmpty()) {
                return Value.nothing();
            }
            int digits = (int) clamped(decimals.get(), 0, 20);
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
        }
        return Value.of(format.format(number.get()));
    }

    private static Value join(List<Value> items, String between) {
        var joined = new StringBuilder();
        boolean first = true;
        for (var item : items) {
            if (!item.isMissing()) {
                joined.append(first ? "" : between).append(item.asText());
                first = false;
            }
            if (joined.length() > LONGEST_TEXT) {
                return Value.nothing();
            }
        }
        return Value.of(joined.toString());
    }

    private static Value replace(String text, String target, String replacement) {
        if (target.isEmpty()) {
            return Value.of(text);
        }
        var replaced = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(target); at >= 0; at = text.indexOf(target, from)) {
            replaced.append(text, from, at).append(replacement);
            from = at + target.length();
            if (replaced.length() > LONGEST_TEXT) {
                return Value.nothing();
            }
        }
        return from == 0
                ? Value.of(text)
                : Value.of(replaced.append(text, from, text.length()).toString());
    }

    private static Value sum(List<Value> items) {
        var total = BigDecimal.ZERO;
        for (var item : items) {
            var number = numeric(item);
            if (number.isEmpty()) {
                return Value.nothing();
            }
            total = total.add(number.get());
        }
        return new Value.Decimal(total);
    }

    private static Value shorten(String text, String length) {
        var wanted = numeric(Value.of(length));
        if (wanted.isEmpty() || wanted.get().signum() <= 0) {
            return Value.nothing();
        }
        int most = (int) clamped(wanted.get(), 1, 100_000);
        if (text.codePointCount(0, text.length()) <= most) {
            return Value.of(text);
        }
        return Value.of(text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…");
    }

    private static String title(String text, Locale locale) {
        var titled = new StringBuilder(text.length());
        boolean start = true;
        for (int c : text.codePoints().toArray()) {
            var letter = Character.toString(c);
            titled.append(start ? letter.toUpperCase(locale) : letter.toLowerCase(locale));
            start = !Character.isLetterOrDigit(c) && c != '\'' && c != '’';
        }
        return titled.toString();
    }

    /// A number, or a text that is one; empty for everything else.
    static Optional<BigDecimal> numeric(Value value) {
        return switch (value) {
            case Value.Decimal(var number) -> Optional.of(number);
            case Value.Text(var text) -> parse(text.strip());
            case Value.Nothing _, Value.Truth _, Value.Items _, Value.Fields _ -> Optional.empty();
        };
    }

    /// Compared before it is narrowed: the last digits of 1e300 are a zero.
    static long clamped(BigDecimal number, long least, long most) {
        return number.max(BigDecimal.valueOf(least))
                .min(BigDecimal.valueOf(most))
                .longValue();
    }

    private static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            // 1e999999999 would be written out as a gigabyte of zeros.
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
