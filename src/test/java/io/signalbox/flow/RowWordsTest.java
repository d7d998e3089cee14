package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RowWordsTest {
    private static final Value LIST = Value.items(Value.of("A"), Value.of("B"));

    private static String said(Language language, Operator operator, Value value) {
        return new RowWords(Texts.of(RowWords.class, language))
                .of(Condition.row("trigger.data.priority", operator, value), "X");
    }

    @Test
    void a_value_stands_where_the_language_has_it() {
        assertEquals("X is in the last 3 days", said(Language.EN, Operator.LAST_N, Value.of(3)));
        assertEquals("X est dans les 3 derniers jours", said(Language.FR, Operator.LAST_N, Value.of(3)));
        assertEquals("X has one item", said(Language.EN, Operator.SIZE, Value.of(1)));
        assertEquals("X ha 2 elementi", said(Language.IT, Operator.SIZE, Value.of(2)));
    }

    @Test
    void days_numbers_lists_and_names_are_written_as_people_do() {
        assertEquals("X is before Nov 3, 2026", said(Language.EN, Operator.BEFORE, Value.of("2026-11-03")));
        assertEquals("X è anteriore a oggi", said(Language.IT, Operator.BEFORE, Value.of("today")));
        assertEquals(
                "X est supérieur à 1,5", said(Language.FR, Operator.GT, new Value.Decimal(new BigDecimal("1.50"))));
        assertEquals("X fait partie de\u202f: A, B", said(Language.FR, Operator.IN, LIST));
        assertEquals("X não está entre A e B", said(Language.PT_BR, Operator.OUTSIDE, LIST));
        assertEquals(
                "X es igual a Ana",
                said(Language.ES, Operator.EQ, Value.fields("id", Value.of(7), "label", Value.of("Ana"))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothing_is_left_open_and_no_two_operators_say_the_same(Language language) {
        var sentences = Arrays.stream(Operator.values())
                .flatMap(operator -> Stream.of(Value.of(1), Value.of(2))
                        .map(value -> said(language, operator, value))
                        .distinct())
                .toList();
        assertEquals(sentences.stream().distinct().toList(), sentences);
        sentences.forEach(sentence -> assertFalse(sentence.contains("…") || sentence.contains("operator."), sentence));
    }
}
