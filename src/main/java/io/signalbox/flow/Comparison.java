package io.signalbox.flow;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Compares the value of one row. Text ignores case and accents unless the row is strict; a missing field is never
/// equal, greater or contained: only `empty`, `ne`, `notContains` and `notIn` hold for it.
final class Comparison {
    private static final Path PREVIOUS = Path.parse("trigger.data.previous");
    private static final Path DATA = Path.parse("trigger.data");

    /// The day on which the event came in, at the flow's clock.
    static final Value TODAY = Value.of("today");

    private final Condition.Row row;
    private final Scope scope;
    private final Value actual;

    private Comparison(Condition.Row row, Scope scope) {
        this.row = row;
        this.scope = scope;
        this.actual = scope.at(row.path());
    }

    static Verdict.OfRow of(Condition.Row row, Scope scope) {
        return new Comparison(row, scope).verdict();
    }

    private Verdict.OfRow verdict() {
        var operator = row.operator();
        if (actual.isMissing()) {
            return switch (operator) {
                case EMPTY -> holds(true);
                case NE, NOT_CONTAINS, NOT_IN -> noted(true, "verdict.missing");
                case CHANGED -> holds(!previous().isMissing());
                default -> noted(false, operator == Operator.NOT_EMPTY ? "" : "verdict.missing");
            };
        }
        return switch (operator) {
            case EQ -> typed(row.value(), same(actual, row.value()));
            case NE -> typed(row.value(), !same(actual, row.value()));
            case CONTAINS -> holds(folded(actual).contains(folded(row.value())));
            case NOT_CONTAINS -> holds(!folded(actual).contains(folded(row.value())));
            case STARTS_WITH -> holds(folded(actual).startsWith(folded(row.value())));
            case ENDS_WITH -> holds(folded(actual).endsWith(folded(row.value())));
            case MATCHES -> matches();
            case EMPTY -> holds(isEmpty(actual));
            case NOT_EMPTY -> holds(!isEmpty(actual));
            case GT, GE, LT, LE -> ordered();
            case BETWEEN, OUTSIDE -> range();
            case BEFORE, AFTER -> dated();
            case LAST_N, NEXT_N -> within();
            case TRUE, FALSE ->
                actual instanceof Value.Truth(var truth)
                        ? holds(truth == (operator == Operator.TRUE))
                        : noted(false, "verdict.truth");
            case IN -> holds(row.value().asItems().stream().anyMatch(wanted -> same(actual, wanted)));
            case NOT_IN -> holds(row.value().asItems().stream().noneMatch(wanted -> same(actual, wanted)));
            case HAS_ANY -> holds(row.value().asItems().stream().anyMatch(this::has));
            case HAS_ALL -> holds(row.value().asItems().stream().allMatch(this::has));
            case SIZE ->
                holds(Function.numeric(row.value())
                        .filter(size -> size.compareTo(
                                        BigDecimal.valueOf(actual.asItems().size()))
                                == 0)
                        .isPresent());
            case UNDER -> holds(under());
            case CHANGED -> changed(changed());
            case CHANGED_TO -> changed(changed() && same(actual, row.value()));
        };
    }

    private Verdict.OfRow holds(boolean holds) {
        return noted(holds, "");
    }

    private Verdict.OfRow noted(boolean holds, String note) {
        return new Verdict.OfRow(row, holds, actual, note.isEmpty() ? Optional.empty() : Optional.of(note));
    }

    /// Text against number is answered as it stands, and said: the person may add "as number".
    private Verdict.OfRow typed(Value wanted, boolean holds) {
        boolean clash = row.as() == Condition.As.AS_IS
                && ((actual instanceof Value.Text && wanted instanceof Value.Decimal)
                        || (actual instanceof Value.Decimal && wanted instanceof Value.Text));
        return noted(holds, clash ? "verdict.types" : "");
    }

    private boolean same(Value left, Value right) {
        if (right instanceof Value.Fields reference && reference.has("id")) {
            var id = left instanceof Value.Fields ? left.at("id") : left;
            return same(id, reference.at("id"));
        }
        return switch (row.as()) {
            case NUMBER -> compare(Function.numeric(left), Function.numeric(right)) == Order.EQUAL;
            case DATE -> dates(left, right) == Order.EQUAL;
            case TEXT -> folded(left).equals(folded(right));
            case AS_IS ->
                switch (left) {
                    case Value.Text _
                    when !row.strict()
                            && day(right).isPresent()
                            && Moment.of(left).isPresent() -> dates(left, right) == Order.EQUAL;
                    case Value.Text _
                    when right instanceof Value.Text -> folded(left).equals(folded(right));
                    case Value.Decimal(var number)
                    when right instanceof Value.Decimal(var other) -> number.compareTo(other) == 0;
                    case Value.Nothing _, Value.Text _, Value.Decimal _, Value.Truth _, Value.Items _, Value.Fields _ ->
                        left.equals(right);
                };
        };
    }

    private boolean has(Value wanted) {
        return actual.asItems().stream().anyMatch(item -> same(item, wanted));
    }

    private Verdict.OfRow matches() {
        return pattern(row.value(), row.strict())
                .map(pattern -> holds(pattern.matcher(actual.asText()).find()))
                .orElseGet(() -> noted(false, "verdict.pattern"));
    }

    /// Empty for what is no pattern, or too large a one.
    static Optional<Pattern> pattern(Value written, boolean strict) {
        if (!PatternSize.isSmall(written.asText())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(written.asText(), strict ? 0 : Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private Verdict.OfRow ordered() {
        var order = row.as() == Condition.As.DATE ? dates(row.value()) : numbers(row.value());
        if (order == Order.UNKNOWN) {
            return noted(
                    false,
                    Moment.of(actual).isPresent()
                            ? "verdict.dates"
                            : actual instanceof Value.Text ? "verdict.types" : "verdict.number");
        }
        return holds(
                switch (row.operator()) {
                    case GT -> order == Order.GREATER;
                    case GE -> order != Order.LESS;
                    case LT -> order == Order.LESS;
                    default -> order != Order.GREATER;
                });
    }

    private Verdict.OfRow range() {
        var low = row.value().at(0);
        var high = row.value().at(1);
        boolean byDate = row.as() == Condition.As.DATE
                || (actual instanceof Value.Text && (instant(low).isPresent() || day(low).isPresent()));
        var above = byDate ? dates(low) : numbers(low);
        var below = byDate ? dates(high) : numbers(high);
        if (above == Order.UNKNOWN || below == Order.UNKNOWN) {
            return noted(false, "verdict.types");
        }
        boolean inside = above != Order.LESS && below != Order.GREATER;
        return holds(inside == (row.operator() == Operator.BETWEEN));
    }

    private Verdict.OfRow dated() {
        var order = dates(row.value());
        if (order == Order.UNKNOWN) {
            return noted(false, "verdict.date");
        }
        return holds(order == (row.operator() == Operator.BEFORE ? Order.LESS : Order.GREATER));
    }

    private Verdict.OfRow within() {
        var days = Function.numeric(row.value());
        var time = instant(actual);
        if (days.isEmpty() || time.isEmpty()) {
            return noted(false, "verdict.date");
        }
        var span = Duration.ofDays(Function.clamped(days.get(), 0, 36_500));
        var now = scope.now();
        boolean last = row.operator() == Operator.LAST_N;
        var from = last ? now.minus(span) : now;
        var to = last ? now : now.plus(span);
        return holds(!time.get().isBefore(from) && !time.get().isAfter(to));
    }

    private boolean under() {
        var wanted = segments(row.value());
        return !wanted.isEmpty() && Collections.indexOfSubList(segments(actual), wanted) >= 0;
    }

    /// Fracttal writes places as `// Plant A / Line 2 /`, people as `Plant A › Line 2`.
    private List<String> segments(Value place) {
        var label = place.at("label").isMissing() ? place : place.at("label");
        return Arrays.stream(folded(label).replace('›', '/').split("/", -1))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private Value previous() {
        if (!row.path().startsWith(DATA)) {
            return Value.nothing();
        }
        var steps = row.path()
                .steps()
                .subList(DATA.steps().size(), row.path().steps().size());
        return new Path(DATA.root(), steps).from(scope.at(PREVIOUS));
    }

    /// Only events about a change say what was before; for every other nothing can have changed.
    private Verdict.OfRow changed(boolean holds) {
        return noted(holds, scope.at(PREVIOUS).isMissing() ? "verdict.previous" : "");
    }

    private boolean changed() {
        return row.path().startsWith(DATA) && !scope.at(PREVIOUS).isMissing() && !actual.equals(previous());
    }

    private static boolean isEmpty(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items.isEmpty();
            case Value.Fields fields -> fields.isEmpty();
            case Value.Text(var text) -> text.isBlank();
            case Value.Nothing _, Value.Decimal _, Value.Truth _ -> value.isMissing();
        };
    }

    private String folded(Value value) {
        var text = value.asText();
        return row.strict() ? text : Folded.of(text);
    }

    /// True for what is compared with days instead of letter by letter.
    static boolean isDated(Value value) {
        return value.equals(TODAY) || Moment.of(value).isPresent();
    }

    private enum Order {
        LESS,
        EQUAL,
        GREATER,
        UNKNOWN
    }

    private Order numbers(Value wanted) {
        boolean number = actual instanceof Value.Decimal || row.as() == Condition.As.NUMBER;
        return number ? compare(Function.numeric(actual), Function.numeric(wanted)) : Order.UNKNOWN;
    }

    private Order dates(Value wanted) {
        return dates(actual, wanted);
    }

    /// A day is compared with days: what happened at noon is neither before nor after its own day.
    private Order dates(Value left, Value right) {
        var day = day(right);
        if (day.isPresent()) {
            var zone = scope.locality().zone();
            return compare(Moment.of(left).map(moment -> moment.at(zone).toLocalDate()), day);
        }
        return compare(instant(left), instant(right));
    }

    private Optional<LocalDate> day(Value value) {
        if (value.equals(TODAY)) {
            return Optional.of(scope.now().atZone(scope.locality().zone()).toLocalDate());
        }
        return Moment.of(value)
                .flatMap(moment -> moment instanceof Moment.Day(var day) ? Optional.of(day) : Optional.empty());
    }

    private Optional<Instant> instant(Value value) {
        return Moment.of(value).map(moment -> moment.at(scope.locality().zone()).toInstant());
    }

    private static <T extends Comparable<? super T>> Order compare(Optional<T> left, Optional<T> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Order.UNKNOWN;
        }
        int order = left.get().compareTo(right.get());
        return order < 0 ? Order.LESS : order > 0 ? Order.GREATER : Order.EQUAL;
    }
}
