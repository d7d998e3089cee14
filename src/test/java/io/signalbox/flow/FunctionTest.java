package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FunctionTest {
    private static final Locality ENGLISH = Given.english();

    private static Value apply(String call, Value value, Locality locality) {
        return FunctionCall.parse(call).applyTo(value, locality);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void the_example_shown_to_people_is_true(Function function) {
        var example = function.example();
        assertEquals(function, FunctionCall.parse(example.call()).function());
        assertEquals(
                example.output(),
                apply(example.call(), Value.of(example.input()), ENGLISH).asText());
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void a_missing_value_passes_through_all_but_default(Function function) {
        var call = FunctionCall.parse(function.example().call());
        var expected = function == Function.DEFAULT ? Value.of("-") : Value.nothing();
        assertEquals(expected, call.applyTo(Value.nothing(), ENGLISH));
        assertEquals(expected, call.applyTo(Value.of(""), ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void no_value_and_no_argument_makes_a_function_throw(Function function) {
        var dice = new Dice(function.key().hashCode());
        for (int n = 0; n < 20_000; n++) {
            var arguments = new ArrayList<String>();
            for (int a = function.fewestArguments(); a > 0; a--) {
                arguments.add(dice.text());
            }
            while (arguments.size() < function.mostArguments() && dice.oneIn(2)) {
                arguments.add(dice.text());
            }
            var call = new FunctionCall(function, arguments);
            var value = dice.value();
            assertDoesNotThrow(() -> call.applyTo(value, ENGLISH), () -> value + " | " + call);
            assertEquals(call, FunctionCall.parse(call.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    date:'dd/MM/yyyy HH:mm'¦'2026-11-21T14:03:11.204671+00:00'¦21/11/2026 11:03
                    date:'dd/MM/yyyy HH:mm'¦'2016-07-12T20:00:00-03'¦12/07/2016 20:00
                    date:'HH:mm':America/Bogota¦'2026-11-21T14:03:11Z'¦09:03
                    date:'HH:mm'¦'2026-11-21 08:00:00'¦08:00
                    date:'HH:mm':UTC¦'2026-11-21T08:00:00'¦08:00
                    date:'dd.MM. HH:mm'¦'2026-11-21'¦21.11. 00:00
                    date:'EEEE d MMMM'¦'2026-11-21'¦Saturday 21 November
                    date:'dd/MM'¦'2026-02-30'¦
                    date:'dd/MM'¦20261121¦
                    date:'dd/MM':Nowhere/Land¦'2026-11-21'¦
                    date:'bbbb'¦'2026-11-21'¦
                    number¦1234.50¦1,234.5
                    number:2¦'1234.505'¦1,234.51
                    number:x¦1¦
                    number¦'one'¦
                    number¦true¦
                    number:0¦-0.5¦-1
                    sum¦[1,'2.5',3]¦6.5
                    sum¦[1,'x']¦
                    count¦[]¦0
                    count¦[1,null]¦2
                    first¦['a','b']¦a
                    last¦['a','b']¦b
                    first¦[]¦
                    join:' / '¦['a',null,'','b',3]¦a / b / 3
                    join:''¦[[],'b']¦b
                    shorten:5¦'🔧🔧🔧🔧🔧🔧'¦🔧🔧🔧🔧…
                    shorten:6¦'abcdef'¦abcdef
                    shorten:0¦'a'¦
                    shorten:-1¦'a'¦
                    shorten:1e9¦'a'¦a
                    title¦'JOÃO D’ÁVILA-souza'¦João D’ávila-Souza
                    trim¦'  a b '¦a b
                    replace:'':x¦'ab'¦ab
                    replace:a:''¦'banana'¦bnn
                    lookup:priority¦'LOW'¦Low
                    lookup:priority¦'low'¦
                    lookup:other¦'low'¦Anything else
                    lookup:nowhere¦'LOW'¦
                    if:1:yes:no¦1¦yes
                    if:1:yes:no¦1.0¦no""")
    void each_function_does_what_its_name_says(String call, String value, String result) {
        var given = apply(call, Given.json(value), ENGLISH);
        assertEquals(result == null ? "" : result, given.asText());
    }

    @ParameterizedTest
    @CsvSource({
        "EN, '1,234.5', 1234.5",
        "PT_BR, '1.234,5', 1234.5",
        "ES, '12.345,6', 12345.6",
        "IT, '12.345,6', 12345.6"
    })
    void numbers_follow_the_language_of_the_flow(Language language, String shown, String number) {
        var locality = Locality.of(language, ZoneId.of("UTC"));
        assertEquals(Value.of(shown), apply("number", Value.of(number), locality));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    +55 (11) 99999-1234 | 55 | 5511999991234
                    (11) 99999-1234 | 55 | 5511999991234
                    5511999991234 | 55 | 5511999991234
                    5511999991234 | `` | 5511999991234
                    +33 6 12 34 56 78 | 55 | 33612345678
                    011 99999-1234 | 55 | 5511999991234
                    55 99999-1234 | 55 | 5555999991234
                    ٠١١٩٩٩٩٩١٢٣٤ | 55 | ``
                    +٥٥ ١١ ٩٩٩٩٩ ١٢٣٤ | 55 | ``
                    12 | 55 | ``
                    call me | 55 | ``
                    +55 11 99999-1234 ext 5 | 55 | ``
                    11999991234 | 999999 | ``""")
    void a_phone_becomes_international_digits_or_nothing(String text, String country, String digits) {
        assertEquals(
                digits,
                new FunctionCall(Function.PHONE_DIGITS, country.isEmpty() ? List.of() : List.of(country))
                        .applyTo(Value.of(text), ENGLISH)
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    shout | syntax.function.unknown
                    `` | syntax.function.unknown
                    upper:x | syntax.function.arguments
                    shorten | syntax.function.arguments
                    if:a:b | syntax.function.arguments
                    default:'x | syntax.quote
                    default:'x'y | syntax.function""")
    void a_call_that_cannot_be_made_is_refused(String text, String key) {
        assertEquals(
                key,
                assertThrows(SyntaxException.class, () -> FunctionCall.parse(text))
                        .key());
    }

    @Test
    void a_call_is_printed_so_that_it_is_read_the_same() {
        var call = new FunctionCall(Function.REPLACE, List.of("it's: | \\", ""));
        assertEquals("replace:'it\\'s: | \\\\':''", call.toString());
        assertEquals(call, FunctionCall.parse(call.toString()));
        assertEquals(call, FunctionCall.parse("  replace : 'it\\'s: | \\\\' : '' "));
    }
}
