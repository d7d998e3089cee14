package io.signalbox.flow;

import static io.signalbox.flow.Given.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One line a case: operator, what the field holds (`-` for a field that is missing), what is wanted, whether it holds
/// and the note beside it. Behind the operator may stand `strict` and what the value is read as.
final class ComparisonTest {
    private static Verdict.OfRow verdict(String how, String actual, String wanted) {
        var words = how.split(" ");
        var as = Arrays.stream(Condition.As.values())
                .filter(known -> Arrays.asList(words).contains(known.key()))
                .findFirst()
                .orElse(Condition.As.AS_IS);
        var row = new Condition.Row(
                Path.parse("trigger.data.x"),
                Operator.of(words[0]).orElseThrow(),
                wanted.equals("-") ? Value.nothing() : json(wanted),
                as,
                how.contains("strict"),
                false);
        var data = actual.equals("-") ? Value.Fields.empty() : Value.fields("x", json(actual));
        return Comparison.of(row, Given.of(Value.fields("trigger", Value.fields("data", data))));
    }

    private static void assertVerdict(String how, String actual, String wanted, boolean holds, String note) {
        var verdict = verdict(how, actual, wanted);
        assertEquals(holds + " " + Optional.ofNullable(note), verdict.holds() + " " + verdict.note());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    eq | 'José' | 'JOSE' | true |
                    eq | '2026-11-22T14:03:00Z' | '2026-11-22' | true |
                    eq strict | '2026-11-22T14:03:00Z' | '2026-11-22' | false |
                    eq | '2026-11-22T14:03:00Z' | 'today' | true |
                    eq | '2026-11-23T01:00:00Z' | 'today' | true |
                    eq | '2026-11-23T04:00:00Z' | 'today' | false |
                    after | '2026-11-22T14:03:00Z' | '2026-11-22' | false |
                    after | '2026-11-23T14:03:00Z' | 'today' | true |
                    before | '2026-11-21T14:03:00Z' | 'today' | true |
                    between | '2026-11-22T14:03:00Z' | ['2026-11-20','2026-11-22'] | true |
                    gt | '2026-11-22T14:03:00Z' | 3 | false | verdict.dates
                    eq strict | 'José' | 'JOSE' | false |
                    eq strict | 'José' | 'José' | true |
                    eq | 'ﬁ' | 'fi' | false |
                    eq | 3 | 3.0 | true |
                    eq | '3' | 3 | false | verdict.types
                    eq | 3 | '3' | false | verdict.types
                    eq number | '3' | 3 | true |
                    eq number | 'three' | 3 | false |
                    eq text | 3 | '3' | true |
                    eq date | '2026-11-21T14:00:00Z' | '2026-11-21T11:00:00-03:00' | true |
                    eq date | '2026-11-21' | '2026-11-21T03:00:00Z' | true |
                    eq | true | true | true |
                    eq | true | 'true' | false |
                    eq | [1,'a'] | [1,'a'] | true |
                    eq | - | 'a' | false | verdict.missing
                    eq | '' | 'a' | false | verdict.missing
                    eq | null | 'a' | false | verdict.missing
                    eq | 7 | {'id':7,'label':'Pump'} | true |
                    eq | {'id':7,'label':'Renamed'} | {'id':7,'label':'Pump'} | true |
                    eq | 'Pump' | {'id':7,'label':'Pump'} | false |
                    ne | 'b' | 'a' | true |
                    ne | 'Á' | 'a' | false |
                    ne | '3' | 3 | true | verdict.types
                    ne | - | 'a' | true | verdict.missing
                    in | 'ana' | ['Ana','Bia'] | true |
                    in strict | 'ana' | ['Ana','Bia'] | false |
                    in | 3 | [1,3] | true |
                    in | '3' | [1,3] | false |
                    in number | '3' | [1,3] | true |
                    in | 3 | [] | false |
                    in | 7 | [{'id':7,'label':'x'}] | true |
                    in | - | ['a'] | false | verdict.missing
                    notIn | 'c' | ['a','b'] | true |
                    notIn | 'A' | ['a','b'] | false |
                    notIn | - | ['a'] | true | verdict.missing""")
    void equality_and_membership(String how, String actual, String wanted, boolean holds, String note) {
        assertVerdict(how, actual, wanted, holds, note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    contains | 'Bomba não liga' | 'NAO' | true |
                    contains strict | 'Bomba não liga' | 'nao' | false |
                    contains | 12345 | 34 | true |
                    contains | ['a','b'] | 'a, b' | true |
                    contains | - | 'a' | false | verdict.missing
                    notContains | 'abc' | 'B' | false |
                    notContains | 'abc' | 'x' | true |
                    notContains | - | 'x' | true | verdict.missing
                    startsWith | 'Ótimo' | 'oti' | true |
                    startsWith strict | 'OT-1' | 'ot' | false |
                    startsWith | - | 'a' | false | verdict.missing
                    endsWith | 'OT-1496' | '496' | true |
                    endsWith | 'OT-1496' | '49' | false |
                    endsWith | - | 'a' | false | verdict.missing
                    matches | 'OT-1496' | '^ot-[0-9]+$' | true |
                    matches strict | 'OT-1496' | '^ot-[0-9]+$' | false |
                    matches | 'xxOT-1' | 'ot-.' | true |
                    matches | 'abc' | '(' | false | verdict.pattern
                    matches | 'abc' | '\\\\Qa' | false | verdict.pattern
                    matches | 'aaaa' | '((a{100}){100}){100}' | false | verdict.pattern
                    matches | '2026-11-21' | '^\\\\d{4}-\\\\d{2}-\\\\d{2}$' | true |
                    matches | 'a]b' | '[])(}{]b' | true |
                    matches | - | '.*' | false | verdict.missing""")
    void text(String how, String actual, String wanted, boolean holds, String note) {
        assertVerdict(how, actual, wanted, holds, note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    empty | - | - | true |
                    empty | null | - | true |
                    empty | '' | - | true |
                    empty | '  ' | - | true |
                    empty | [] | - | true |
                    empty | {} | - | true |
                    empty | 0 | - | false |
                    empty | false | - | false |
                    notEmpty | - | - | false |
                    notEmpty | ' ' | - | false |
                    notEmpty | 0 | - | true |
                    notEmpty | [null] | - | true |
                    true | true | - | true |
                    true | false | - | false |
                    true | 'true' | - | false | verdict.truth
                    true | 1 | - | false | verdict.truth
                    true | - | - | false | verdict.missing
                    false | false | - | true |
                    false | true | - | false |
                    false | - | - | false | verdict.missing""")
    void presence_and_yes_or_no(String how, String actual, String wanted, boolean holds, String note) {
        assertVerdict(how, actual, wanted, holds, note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    gt | 3 | 2 | true |
                    gt | 3 | 3 | false |
                    gt | 3 | '2' | true |
                    gt | '3' | 2 | false | verdict.types
                    gt | true | 2 | false | verdict.number
                    gt | 3 | 'x' | false | verdict.number
                    gt number | ' 3 ' | 2 | true |
                    gt number | 'x' | 2 | false | verdict.types
                    gt date | '2026-11-22' | '2026-11-21' | true |
                    gt | - | 2 | false | verdict.missing
                    ge | 3.0 | 3 | true |
                    ge | 2.9 | 3 | false |
                    lt | -1 | 0 | true |
                    lt | - | 0 | false | verdict.missing
                    le | 3 | 3 | true |
                    le | 3.1 | 3 | false |
                    between | 5 | [1,5] | true |
                    between | 5.1 | [1,5] | false |
                    between | '3' | [1,5] | false | verdict.types
                    between number | '3' | [1,5] | true |
                    between | 3 | [1] | false | verdict.types
                    between | 3 | [5,1] | false |
                    between | '2026-11-21T10:00:00Z' | ['2026-11-21','2026-11-22'] | true |
                    between | '2026-11-20' | ['2026-11-21','2026-11-22'] | false |
                    between | - | [1,5] | false | verdict.missing
                    outside | 6 | [1,5] | true |
                    outside | 5 | [1,5] | false |
                    outside | 'x' | [1,5] | false | verdict.types
                    outside | - | [1,5] | false | verdict.missing""")
    void numbers_and_ranges(String how, String actual, String wanted, boolean holds, String note) {
        assertVerdict(how, actual, wanted, holds, note);
    }

    /// Now is the time of receipt, 2026-11-22T12:00:00Z; a time without offset is that of São Paulo.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    before | '2026-11-21T12:00:00Z' | '2026-11-21T09:00:01' | true |
                    before | '2026-11-21' | '2026-11-21' | false |
                    before | 'soon' | '2026-11-21' | false | verdict.date
                    before | 20261121 | '2026-11-22' | false | verdict.date
                    before | - | '2026-11-22' | false | verdict.missing
                    after | '2026-11-21T12:00:00+00' | '2026-11-21 08:59:59' | true |
                    after | '2026-11-21' | 'x' | false | verdict.date
                    lastN | '2026-11-22T12:00:00Z' | 1 | true |
                    lastN | '2026-11-21T12:00:00Z' | 1 | true |
                    lastN | '2026-11-21T11:59:59Z' | 1 | false |
                    lastN | '2026-11-22T12:00:01Z' | 1 | false |
                    lastN | '2026-11-20' | '7' | true |
                    lastN | '2026-11-20' | 'x' | false | verdict.date
                    lastN | 'x' | 7 | false | verdict.date
                    lastN | - | 7 | false | verdict.missing
                    nextN | '2026-11-29T12:00:00Z' | 7 | true |
                    nextN | '2026-11-29T12:00:01Z' | 7 | false |
                    nextN | '2026-11-22T11:59:59Z' | 7 | false |
                    nextN | '2026-12-01' | 1e300 | true |""")
    void dates(String how, String actual, String wanted, boolean holds, String note) {
        assertVerdict(how, actual, wanted, holds, note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hasAny | ['a','B'] | ['b','c'] | true |
                    hasAny | ['a'] | ['b'] | false |
                    hasAny | 'b' | ['b'] | true |
                    hasAny | [1,2] | [2.0] | true |
                    hasAny | [] | ['b'] | false |
                    hasAny | - | ['b'] | false | verdict.missing
                    hasAll | ['a','b','c'] | ['B','A'] | true |
                    hasAll | ['a'] | ['a','b'] | false |
                    hasAll | - | ['b'] | false | verdict.missing
                    size | ['a','b'] | 2 | true |
                    size | ['a','b'] | '2' | true |
                    size | [] | 0 | true |
                    size | 'a' | 1 | true |
                    size | ['a'] | 'x' | false |
                    size | - | 0 | false | verdict.missing
                    under | '// Plant A / Line 2 /' | 'plant a' | true |
                    under | '// Plant A / Line 2 /' | 'Plant A › Line 2' | true |
                    under | '// Plant A / Line 2 /' | 'Plant' | false |
                    under | '// Plant A / Line 2 /' | 'Line 2 / Plant A' | false |
                    under | '// Plant A / Line 2 /' | {'id':9,'label':'Line 2'} | true |
                    under | {'id':3,'label':'Plant A / Line 2'} | 'Line 2' | true |
                    under strict | '// Plant A /' | 'plant a' | false |
                    under | '// Plant A /' | ' / ' | false |
                    under | - | 'Plant A' | false | verdict.missing""")
    void lists_and_places(String how, String actual, String wanted, boolean holds, String note) {
        assertVerdict(how, actual, wanted, holds, note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    changed | {'x':1,'previous':{'x':2}} | - | true
                    changed | {'x':1,'previous':{'x':1}} | - | false
                    changed | {'x':1,'previous':{'y':1}} | - | true
                    changed | {'previous':{'x':2}} | - | true
                    changed | {'previous':{'y':2}} | - | false
                    changed | {'x':1} | - | false
                    changedTo | {'x':'Done','previous':{'x':'open'}} | 'done' | true
                    changedTo | {'x':'Done','previous':{'x':'open'}} | 'open' | false
                    changedTo | {'x':'Done','previous':{'x':'Done'}} | 'done' | false
                    changedTo | {'x':'Done'} | 'done' | false
                    changedTo | {'previous':{'x':'open'}} | 'done' | false""")
    void change_is_seen_against_the_previous_data(String how, String data, String wanted, boolean holds) {
        var row = Condition.row(
                "trigger.data.x", Operator.of(how).orElseThrow(), wanted.equals("-") ? Value.nothing() : json(wanted));
        assertEquals(holds, Comparison.of(row, Given.data(data)).holds());
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "CHANGED_TO"})
    void an_event_that_does_not_say_what_was_before_is_named_as_the_reason(Operator operator) {
        var row = Condition.row("trigger.data.x", operator, Value.of(1));
        assertEquals(
                Optional.of("verdict.previous"),
                Comparison.of(row, Given.data("{'x':1}")).note());
        assertEquals(
                Optional.empty(),
                Comparison.of(row, Given.data("{'x':1,'previous':{'x':2}}")).note());
    }

    @Test
    void only_the_event_can_have_changed() {
        var row = Condition.row("wo.x", Operator.CHANGED, Value.nothing());
        assertEquals(
                false,
                Comparison.of(row, Given.of("{'trigger':{'data':{'previous':{'x':1}}},'wo':{'x':2}}"))
                        .holds());
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void no_value_makes_a_comparison_throw(Operator operator) {
        var dice = new Dice(operator.key().hashCode());
        for (int n = 0; n < 3_000; n++) {
            var data = Value.fields("x", dice.value()).with("previous", Value.fields("x", dice.value()));
            var row = new Condition.Row(
                    Path.parse("trigger.data.x"),
                    operator,
                    dice.value(),
                    dice.of(List.of(Condition.As.values())),
                    dice.oneIn(2),
                    false);
            var scope = Given.of(Value.fields("trigger", Value.fields("data", data)));
            assertEquals(row, Comparison.of(row, scope).row());
        }
    }

    @Test
    void a_hostile_pattern_costs_no_more_than_others() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var text = "'" + "a".repeat(50_000) + "'";
            for (var pattern : new String[] {
                "(a+)+$",
                "(a|aa)*b",
                "((((a{1,1000}){1,1000}){1,1000}){1,1000})",
                "(b{100}[(]a){1000}",
                "([)]a{1000}){1000}",
                "(".repeat(100_000),
                "(".repeat(500) + ")".repeat(500),
                "(a{,999999999999999999999999999999}){999999999}"
            }) {
                verdict("matches", text, "'" + pattern + "'");
            }
        });
    }
}
