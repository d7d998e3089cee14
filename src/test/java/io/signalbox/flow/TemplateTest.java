package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
    private static final Given WO =
            Given.of("{'wo':{'folio':'OT-1','place':{'a|b':'P}}Q'},'big':'" + "x".repeat(40_000) + "','none':null}}");

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    plain { text } 'quoted' | piped¦plain { text } 'quoted' | piped
                    WO {{ wo.folio }}!¦WO OT-1!
                    {{wo.folio}}{{wo.folio|lower}}¦OT-1ot-1
                    {{ wo.folio | replace:'-':'|' | lower }}¦ot|1
                    {{ wo.none | default:'}} | {{' }}¦}} | {{
                    {{ wo.none | default:'it\\'s' }}¦it's
                    {{ wo.place["a|b"] }}¦P}}Q
                    {{{{ wo.folio }}¦{{ wo.folio }}
                    {{{ wo.folio }}}¦{OT-1}
                    {{{{{{ wo.folio }}¦{{OT-1
                    }} only closing¦}} only closing""")
    void slots_are_filled_and_all_else_is_text(String text, String filled) {
        assertEquals(Value.of(filled), Template.parse(text).evaluate(WO));
    }

    @Test
    void one_missing_slot_makes_the_whole_text_missing() {
        assertEquals(
                Value.nothing(),
                Template.parse("{{ wo.folio }} at {{ wo.nowhere }}").evaluate(WO));
        assertEquals(
                Value.of("OT-1 at -"),
                Template.parse("{{ wo.folio }} at {{ wo.nowhere | default:'-' }}")
                        .evaluate(WO));
    }

    @Test
    void what_was_printed_is_read_as_the_same_template() {
        var dice = new Dice(2);
        for (int n = 0; n < 5_000; n++) {
            var template = dice.template(List.of(new NodeId("wo")));
            assertEquals(template, Template.parse(template.toString()), template::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    ab {{ wo.x ¦ syntax.template.open ¦ 3
                    {{ wo.x }} {{ ¦ syntax.template.open ¦ 11
                    {{ wo.x | default:'}} ¦ syntax.template.open ¦ 0
                    ab {{ wo..x }} ¦ syntax.path ¦ 9
                    {{ Wo }} ¦ syntax.path.root ¦ 3
                    {{}} ¦ syntax.path.root ¦ 2
                    ab {{ wo.x | shout }} ¦ syntax.function.unknown ¦ 13
                    {{ wo.x | upper | shorten }} ¦ syntax.function.arguments ¦ 18
                    {{ wo.x | default:'a'b }} ¦ syntax.function ¦ 21""")
    void what_cannot_be_read_is_told_with_its_position_in_the_whole(String text, String key, int position) {
        var problem = assertThrows(SyntaxException.class, () -> Template.parse(text));
        assertEquals(key + " " + position, problem.key() + " " + problem.position());
    }

    @Test
    void its_paths_are_those_of_its_slots() {
        assertEquals(
                List.of(Path.parse("wo.a"), Path.parse("trigger")),
                Template.parse("x {{ wo.a | upper }} {{trigger}} {{{{ no }}").paths());
    }

    @Test
    void a_text_that_grows_too_long_is_missing() {
        var doubling = Template.parse("{{ wo.folio " + "| replace:'O':'OO'".repeat(60) + " }}");
        assertEquals(Value.nothing(), assertTimeoutPreemptively(Duration.ofSeconds(20), () -> doubling.evaluate(WO)));
        assertEquals(Value.nothing(), Template.parse("{{ wo.big }}{{ wo.big }}").evaluate(WO));
    }
}
