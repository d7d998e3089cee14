package io.signalbox.flow;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a condition row asks of a value.
public enum Operator {
    EQ("eq", Operand.ONE),
    NE("ne", Operand.ONE),
    CONTAINS("contains", Operand.ONE),
    NOT_CONTAINS("notContains", Operand.ONE),
    STARTS_WITH("startsWith", Operand.ONE),
    ENDS_WITH("endsWith", Operand.ONE),
    MATCHES("matches", Operand.ONE),
    EMPTY("empty", Operand.NONE),
    NOT_EMPTY("notEmpty", Operand.NONE),
    GT("gt", Operand.ONE),
    GE("ge", Operand.ONE),
    LT("lt", Operand.ONE),
    LE("le", Operand.ONE),
    BETWEEN("between", Operand.TWO),
    OUTSIDE("outside", Operand.TWO),
    BEFORE("before", Operand.ONE),
    AFTER("after", Operand.ONE),
    LAST_N("lastN", Operand.ONE),
    NEXT_N("nextN", Operand.ONE),
    TRUE("true", Operand.NONE),
    FALSE("false", Operand.NONE),
    IN("in", Operand.MANY),
    NOT_IN("notIn", Operand.MANY),
    HAS_ANY("hasAny", Operand.MANY),
    HAS_ALL("hasAll", Operand.MANY),
    SIZE("size", Operand.ONE),
    UNDER("under", Operand.ONE),
    CHANGED("changed", Operand.NONE),
    CHANGED_TO("changedTo", Operand.ONE);

    /// How many values stand on the right.
    public enum Operand {
        NONE,
        ONE,
        TWO,
        MANY
    }

    private final String key;
    private final Operand operand;

    Operator(String key, Operand operand) {
        this.key = key;
        this.operand = operand;
    }

    /// Its name in files; its words stand in the text bundle under `operator.<key>`.
    public String key() {
        return key;
    }

    public Operand operand() {
        return operand;
    }

    public static Optional<Operator> of(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key.equals(key))
                .findFirst();
    }

    /// The operators that make sense for a value like this one, in the order a person expects them.
    public static Set<Operator> forValue(Value value) {
        return switch (value) {
            case Value.Text _
            when Moment.of(value).isPresent() ->
                EnumSet.of(EQ, NE, BEFORE, AFTER, BETWEEN, LAST_N, NEXT_N, EMPTY, NOT_EMPTY, CHANGED, CHANGED_TO);
            case Value.Text _
            when Function.numeric(value).isPresent() ->
                // A number that its sender put into quotes.
                EnumSet.of(
                        EQ,
                        NE,
                        CONTAINS,
                        NOT_CONTAINS,
                        STARTS_WITH,
                        ENDS_WITH,
                        MATCHES,
                        GT,
                        GE,
                        LT,
                        LE,
                        BETWEEN,
                        OUTSIDE,
                        IN,
                        NOT_IN,
                        EMPTY,
                        NOT_EMPTY,
                        CHANGED,
                        CHANGED_TO);
            case Value.Text _ ->
                EnumSet.of(
                        EQ,
                        NE,
                        CONTAINS,
                        NOT_CONTAINS,
                        STARTS_WITH,
                        ENDS_WITH,
                        MATCHES,
                        IN,
                        NOT_IN,
                        UNDER,
                        EMPTY,
                        NOT_EMPTY,
                        CHANGED,
                        CHANGED_TO);
            case Value.Decimal _ ->
                EnumSet.of(EQ, NE, GT, GE, LT, LE, BETWEEN, OUTSIDE, IN, NOT_IN, EMPTY, NOT_EMPTY, CHANGED, CHANGED_TO);
            case Value.Truth _ -> EnumSet.of(TRUE, FALSE, EMPTY, NOT_EMPTY, CHANGED, CHANGED_TO);
            case Value.Items _ -> EnumSet.of(HAS_ANY, HAS_ALL, SIZE, EMPTY, NOT_EMPTY, CHANGED);
            case Value.Fields _ -> EnumSet.of(EQ, NE, IN, NOT_IN, UNDER, EMPTY, NOT_EMPTY, CHANGED, CHANGED_TO);
            case Value.Nothing _ -> EnumSet.allOf(Operator.class);
        };
    }
}
