package io.signalbox.flow;

import static io.signalbox.flow.Given.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    null | "" | true
                    '' | "" | true
                    ' ' | " " | false
                    0 | 0 | false
                    false | false | false
                    1.50 | 1.50 | false
                    1e3 | 1000 | false
                    [] | "" | false
                    {} | "" | false
                    ['a',null,'','b'] | a, b | false
                    {'a':1,'b':null,'c':{'d':[2,3]}} | a: 1, c: d: 2, 3 | false""")
    void a_person_reads_the_plain_text_of_a_value(String json, String text, boolean missing) {
        assertEquals(text, json(json).asText());
        assertEquals(missing, json(json).isMissing());
    }

    @Test
    void a_step_that_leads_nowhere_yields_nothing() {
        var value = json("{'list':['a'],'text':'b'}");
        assertEquals(
                List.of(Value.of("a"), Value.nothing(), Value.nothing(), Value.nothing(), Value.nothing()),
                List.of(
                        value.at("list").at(0),
                        value.at("list").at(1),
                        value.at("list").at(-1),
                        value.at("text").at("x"),
                        value.at("none").at("x")));
    }

    @Test
    void anything_but_nothing_counts_as_one_item() {
        assertEquals(List.of(), Value.nothing().asItems());
        assertEquals(List.of(Value.of("a")), Value.of("a").asItems());
        assertEquals(List.of(Value.of(1), Value.of(2)), json("[1,2]").asItems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {} | a.b.1 | {'a':{'b':[null,'x']}}
                    {'a':{'c':1}} | a.b | {'a':{'c':1,'b':'x'}}
                    {'a':[1,2]} | a.0 | {'a':['x',2]}
                    {'a':{'0':1}} | a.0 | {'a':{'0':'x'}}
                    {'a':1} | a.b | {'a':{'b':'x'}}
                    null | 2 | [null,null,'x']
                    {} | a.12345 | {'a':{'12345':'x'}}""")
    void putting_makes_what_lies_on_the_way(String into, String path, String result) {
        assertEquals(json(result), Value.put(json(into), List.of(path.split("\\.")), Value.of("x")));
    }

    @Test
    void members_keep_their_order_and_nobody_can_change_them_later() {
        var members = new LinkedHashMap<String, Value>();
        members.put("b", Value.of(1));
        members.put("a", Value.of(2));
        var fields = new Value.Fields(members);
        members.clear();
        assertEquals(List.of("b", "a"), List.copyOf(fields.fields().keySet()));
        assertEquals(
                List.of("b", "a"),
                List.copyOf(fields.with("b", Value.of(3)).fields().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> fields.fields().clear());
        var list = new ArrayList<Value>(List.of(Value.of(1)));
        var items = new Value.Items(list);
        list.clear();
        assertEquals(Value.items(Value.of(1)), items);
    }

    @Test
    void a_number_is_kept_as_it_was_written() {
        assertEquals(new Value.Decimal(new BigDecimal("1.50")), json("1.50"));
        assertEquals("1.50", json("1.50").toString());
    }
}
