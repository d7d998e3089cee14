package io.signalbox.flow;

import static io.signalbox.flow.Given.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLogicTest {
    private static final List<String> SAYABLE = List.of("text", "number", "truth");

    private static Condition.Row row(String path, Operator operator, Value value, boolean strict) {
        return new Condition.Row(Path.parse(path), operator, value, Condition.As.AS_IS, strict, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    eq | 'Ana' | {'===':[{'var':'wo.tasks.0.x'},'Ana']}
                    ne | 'Ana' | {'!==':[{'var':'wo.tasks.0.x'},'Ana']}
                    eq | 1.50 | {'===':[{'var':'wo.tasks.0.x'},1.50]}
                    gt | 3 | {'>':[{'var':'wo.tasks.0.x'},3]}
                    ge | 3 | {'>=':[{'var':'wo.tasks.0.x'},3]}
                    lt | 3 | {'<':[{'var':'wo.tasks.0.x'},3]}
                    le | 3 | {'<=':[{'var':'wo.tasks.0.x'},3]}
                    between | [1,5] | {'<=':[1,{'var':'wo.tasks.0.x'},5]}
                    outside | [1,5] | {'!':[{'<=':[1,{'var':'wo.tasks.0.x'},5]}]}
                    in | ['a',2] | {'in':[{'var':'wo.tasks.0.x'},['a',2]]}
                    notIn | ['a',2] | {'!':[{'in':[{'var':'wo.tasks.0.x'},['a',2]]}]}
                    in | [] | {'in':[{'var':'wo.tasks.0.x'},[]]}
                    true | null | {'===':[{'var':'wo.tasks.0.x'},true]}
                    false | null | {'===':[{'var':'wo.tasks.0.x'},false]}
                    empty | null | {'!!':[{'missing':['wo.tasks.0.x']}]}
                    notEmpty | null | {'!':[{'missing':['wo.tasks.0.x']}]}
                    contains | 'ab' | {'in':['ab',{'var':'wo.tasks.0.x'}]}
                    notContains | 'ab' | {'!':[{'in':['ab',{'var':'wo.tasks.0.x'}]}]}
                    startsWith | 'ab' | {'===':[{'substr':[{'cat':[{'var':'wo.tasks.0.x'}]},0,2]},'ab']}
                    endsWith | 'ab' | {'===':[{'substr':[{'cat':[{'var':'wo.tasks.0.x'}]},-2]},'ab']}
                    hasAny | ['a',2] | {'some':[{'var':'wo.tasks.0.x'},{'in':[{'var':''},['a',2]]}]}
                    hasAll | ['a'] | {'and':[{'some':[{'var':'wo.tasks.0.x'},{'===':[{'var':''},'a']}]}]}""")
    void a_row_is_said_as_one_rule(String operator, String value, String rule) {
        var wanted = json(value);
        boolean strict = wanted.asItems().stream().anyMatch(Value.Text.class::isInstance);
        var row = row("wo.tasks[0].x", Operator.of(operator).orElseThrow(), wanted, strict);
        assertEquals(Optional.of(json(rule)), JsonLogic.of(row));
        assertEquals(Optional.of(row), JsonLogic.read(json(rule)));
    }

    @Test
    void groups_are_and_or_and_not_or() {
        var yes = row("wo.x", Operator.TRUE, Value.nothing(), false);
        var rule = "{'===':[{'var':'wo.x'},true]}";
        for (var mode : Condition.Mode.values()) {
            var said = switch (mode) {
                case ALL -> json("{'and':[" + rule + "]}");
                case ANY -> json("{'or':[" + rule + "]}");
                case NONE -> json("{'!':[{'or':[" + rule + "]}]}");
            };
            var group = new Condition.Group(mode, List.of(yes));
            assertEquals(Optional.of(said), JsonLogic.of(group));
            assertEquals(Optional.of(group), JsonLogic.read(said));
        }
        assertEquals(Optional.of(Value.of(true)), JsonLogic.of(Condition.always()));
        assertEquals(Optional.of(Condition.always()), JsonLogic.read(Value.of(true)));
    }

    @Test
    void one_argument_needs_no_list_around_it() {
        assertEquals(
                Optional.of(row("wo.x", Operator.NOT_EMPTY, Value.nothing(), false)),
                JsonLogic.read(json("{'!':{'missing':'wo.x'}}")));
        assertEquals(
                Optional.of(row("wo.x", Operator.GT, Value.of(1), false)),
                JsonLogic.read(json("{'>':[{'var':['wo.x']},1]}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'path':'wo.x','op':'eq','value':'Ana'}
                    {'path':'wo.x','op':'eq','value':3,'strict':true}
                    {'path':'wo.x','op':'eq','value':'','strict':true}
                    {'path':'wo.x','op':'eq','value':true}
                    {'path':'wo.x','op':'eq','value':{'id':1},'strict':true}
                    {'path':'wo.x','op':'eq','value':3,'as':'number'}
                    {'path':'wo.x','op':'gt','value':'3'}
                    {'path':'wo.x','op':'between','value':['2026-11-21','2026-11-22']}
                    {'path':'wo.x','op':'in','value':['a']}
                    {'path':'wo.x','op':'in','value':['a',null],'strict':true}
                    {'path':'wo.x','op':'contains','value':'a'}
                    {'path':'wo.x','op':'startsWith','value':'','strict':true}
                    {'path':'wo.x','op':'matches','value':'a','strict':true}
                    {'path':'wo.x','op':'before','value':'2026-11-21'}
                    {'path':'wo.x','op':'lastN','value':3}
                    {'path':'wo.x','op':'hasAny','value':['a']}
                    {'path':'wo.x','op':'size','value':3}
                    {'path':'wo.x','op':'under','value':'a','strict':true}
                    {'path':'wo.x','op':'changed'}
                    {'path':'wo.x','op':'true','off':true}
                    {'any':[]}
                    {'all':[{'none':[]}]}
                    {'all':[{'path':'wo.x','op':'true'},{'path':'wo.x','op':'changed'}]}""")
    void what_json_logic_cannot_say_is_empty(String condition) {
        assertEquals(Optional.empty(), JsonLogic.of(condition(condition)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wo[\"a.b\"]", "wo[\"\"]", "wo.a.7", "wo[\"0\"]"})
    void a_name_that_json_logic_would_take_for_another_is_not_said(String path) {
        assertEquals(Optional.empty(), JsonLogic.of(row(path, Operator.TRUE, Value.nothing(), false)));
    }

    private static Condition condition(String text) {
        var fields = json(text).asFields();
        for (var mode : Condition.Mode.values()) {
            if (fields.has(mode.key())) {
                return new Condition.Group(
                        mode,
                        fields.at(mode.key()).asItems().stream()
                                .map(part -> condition(io.signalbox.json.Json.write(part)))
                                .toList());
            }
        }
        return new Condition.Row(
                Path.parse(fields.at("path").asText()),
                Operator.of(fields.at("op").asText()).orElseThrow(),
                fields.at("value"),
                fields.has("as") ? Condition.As.NUMBER : Condition.As.AS_IS,
                fields.has("strict"),
                fields.has("off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "false",
                "'x'",
                "[]",
                "{}",
                "{'and':[]}",
                "{'and':true}",
                "{'and':[true],'or':[true]}",
                "{'and':[{'log':1}]}",
                "{'==':[{'var':'wo.x'},1]}",
                "{'===':[1,{'var':'wo.x'}]}",
                "{'===':[{'var':'wo.x'},null]}",
                "{'!==':[{'var':'wo.x'},true]}",
                "{'===':[{'var':'wo.x'},1,2]}",
                "{'>':[{'var':'wo.x'},'1']}",
                "{'<':[1,{'var':'wo.x'},2]}",
                "{'<=':['1',{'var':'wo.x'},2]}",
                "{'===':[{'var':['wo.x',5]},1]}",
                "{'===':[{'var':''},1]}",
                "{'===':[{'var':'Wo.x'},1]}",
                "{'===':[{'var':'wo..x'},1]}",
                "{'in':['',{'var':'wo.x'}]}",
                "{'in':[{'var':'wo.x'},[[1]]]}",
                "{'===':[{'substr':[{'cat':[{'var':'wo.x'}]},1,2]},'ab']}",
                "{'some':[{'var':'wo.x'},{'in':['a',{'var':''}]}]}",
                "{'!!':[{'var':'wo.x'}]}",
                "{'!':[{'missing':['wo.x','wo.y']}]}",
                "{'!':[{'and':[true]}]}"
            })
    void a_rule_that_asks_something_else_is_not_read(String rule) {
        assertEquals(Optional.empty(), JsonLogic.read(json(rule)));
    }

    @Test
    void what_is_said_is_read_back_as_the_same_condition() {
        var flows = new RandomFlows(3);
        int said = 0;
        for (int n = 0; n < 20_000; n++) {
            var condition = flows.condition(List.of(new NodeId("wo"), Path.TRIGGER), 3);
            var rule = JsonLogic.of(condition);
            if (rule.isPresent()) {
                said++;
                assertEquals(Optional.of(condition), JsonLogic.read(rule.get()));
            }
        }
        var dice = flows.dice();
        for (int n = 0; n < 5_000; n++) {
            var condition = sayable(dice, 3);
            assertEquals(Optional.of(condition), JsonLogic.of(condition).flatMap(JsonLogic::read));
        }
        assertTrue(said > 500, "conditions that could be said: " + said);
    }

    /// Data in which a field that is compared as a number is one, as JSON Logic asks; all else may be of any simple
    /// kind.
    @Test
    void both_decide_alike() {
        var dice = new Dice(5);
        int held = 0;
        for (int n = 0; n < 10_000; n++) {
            var condition = sayable(dice, 3);
            var data = Value.fields("wo", data(dice));
            boolean holds = condition.holdsFor(Given.of(data));
            var rule = JsonLogic.of(condition).orElseThrow();
            assertEquals(holds, TinyJsonLogic.holds(rule, data), () -> condition + " on " + data);
            held += holds ? 1 : 0;
        }
        assertTrue(held > 1_000 && held < 9_000, "both ways are met: " + held);
    }

    @Test
    void texts_and_lists_are_looked_into_alike() {
        var texts = List.of(Value.of("Ana Souza"), Value.of("ana"), Value.of("A"), Value.of(""), Value.nothing());
        for (var operator :
                List.of(Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH)) {
            for (var needle : List.of("Ana", "a", "A", "Souza", "null")) {
                texts.forEach(text -> alike(row("wo.x", operator, Value.of(needle), true), text));
            }
        }
        var lists = List.of(
                Value.texts(List.of("a", "b")), Value.texts(List.of("A")), Value.texts(List.of()), Value.nothing());
        for (var operator : List.of(Operator.HAS_ANY, Operator.HAS_ALL)) {
            for (var wanted : List.of(List.of("a"), List.of("a", "b"), List.of("b", "c"))) {
                lists.forEach(list -> alike(row("wo.x", operator, Value.texts(wanted), true), list));
            }
        }
    }

    private static void alike(Condition.Row row, Value value) {
        var data = Value.fields("wo", Value.fields("x", value));
        assertEquals(
                row.holdsFor(Given.of(data)),
                TinyJsonLogic.holds(JsonLogic.of(row).orElseThrow(), data),
                () -> row + " on " + value);
    }

    private static Value data(Dice dice) {
        var fields = Value.fields("number", number(dice));
        for (var name : SAYABLE) {
            if (!name.equals("number") && !dice.oneIn(4)) {
                fields = fields.with(name, simple(dice));
            }
        }
        return fields;
    }

    private static Value number(Dice dice) {
        return new Value.Decimal(BigDecimal.valueOf(dice.below(7), dice.below(2)));
    }

    private static Value simple(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> Value.nothing();
            case 1 -> Value.of("");
            case 2 -> Value.of(dice.oneIn(2));
            case 3 -> number(dice);
            default -> Value.of(dice.of(List.of("Ana", "ana", "0", "3")));
        };
    }

    private static Value present(Dice dice) {
        return dice.oneIn(2) ? number(dice) : Value.of(dice.of(List.of("Ana", "ana", "0", "3")));
    }

    private static Condition sayable(Dice dice, int deep) {
        if (deep > 0 && !dice.oneIn(3)) {
            var of = new ArrayList<Condition>();
            for (int n = dice.below(3); n >= 0; n--) {
                of.add(sayable(dice, deep - 1));
            }
            return new Condition.Group(dice.of(List.of(Condition.Mode.values())), of);
        }
        var any = "wo." + dice.of(SAYABLE);
        return switch (dice.below(5)) {
            case 0 -> {
                var value = present(dice);
                yield row(any, dice.oneIn(2) ? Operator.EQ : Operator.NE, value, value instanceof Value.Text);
            }
            case 1 -> {
                var list = new Value.Items(dice.list(3, _ -> present(dice)));
                yield row(
                        any,
                        dice.oneIn(2) ? Operator.IN : Operator.NOT_IN,
                        list,
                        list.items().stream().anyMatch(Value.Text.class::isInstance));
            }
            case 2 ->
                row(
                        any,
                        dice.of(List.of(Operator.TRUE, Operator.FALSE, Operator.EMPTY, Operator.NOT_EMPTY)),
                        Value.nothing(),
                        false);
            case 3 ->
                row(
                        "wo.number",
                        dice.of(List.of(Operator.GT, Operator.GE, Operator.LT, Operator.LE)),
                        number(dice),
                        false);
            default ->
                row(
                        "wo.number",
                        dice.oneIn(2) ? Operator.BETWEEN : Operator.OUTSIDE,
                        Value.items(number(dice), number(dice)),
                        false);
        };
    }
}
