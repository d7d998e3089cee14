package io.signalbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Refusals name the line, the column, the node and the field.
final class UnreadableFlowTest {
    private static final Texts ENGLISH = Texts.of(FlowJson.class, Language.EN);

    private static UnreadableFlow refused(String text) {
        return assertThrows(UnreadableFlow.class, () -> FlowJson.read(text.replace('\'', '"')));
    }

    private static void assertRefused(String text, String told) {
        var problem = refused(text);
        assertEquals(
                told,
                String.join(
                                " ",
                                problem.line() + ":" + problem.column(),
                                problem.node().isEmpty() ? "-" : problem.node(),
                                problem.field().isEmpty() ? "-" : problem.field(),
                                problem.key())
                        .strip());
        assertTrue(ENGLISH.has(problem.key()), problem.key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [] | 1:1 - - read.object
                    {} | 1:1 - - read.format.none
                    {'format':5} | 1:11 - format read.text
                    {'format':'signalbox.flow/2','id':'f'} | 1:11 - format read.format.newer
                    {'format':'signalbox.flow/10'} | 1:11 - format read.format.newer
                    {'format':'text'} | 1:11 - format read.format.other
                    {'format':'signalbox.flow/1'} | 1:1 - id read.required
                    {'format':'signalbox.flow/1','id':'Not'} | 1:35 - id read.id
                    {'format':'signalbox.flow/1','id':'f','name':null} | 1:46 - name read.text
                    {'format':'signalbox.flow/1','id':'f','language':'de'} | 1:50 - language read.language
                    {'format':'signalbox.flow/1','id':'f','zone':'Mars'} | 1:46 - zone read.zone
                    {'format':'signalbox.flow/1','id':'f','tables':{'t':5}} | 1:53 - t read.object
                    {'format':'signalbox.flow/1','id':'f','nodes':{}} | 1:47 - nodes read.list
                    {'format':'signalbox.flow/1','id':'f','samples':[{'replies':{'A B':1}}]} | 1:68 - A B read.id
                    {'format':'signalbox.flow/1','id':'f',} | 1:39 - - json.malformed
                    {'format':'signalbox.flow/1','id':'f','id':'g'} | 1:39 - - json.duplicate""")
    void of_the_file(String text, String told) {
        assertRefused(text, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    5 | 3:1 - 0 read.object
                    {'kind':'source'} | 3:1 - id read.required
                    {'id':'A','kind':'source'} | 3:7 - id read.id
                    {'id':'a'} | 3:1 a kind read.required
                    {'id':'a','kind':'branch'} | 3:18 a kind read.kind
                    {'id':'trigger','kind':'source'} | 3:7 trigger id read.id.trigger
                    {'id':'a','kind':'source'},{'id':'a','kind':'source'} | 3:34 a id read.id.twice
                    {'id':'a','kind':'trigger'} | 3:1 a type read.required
                    {'id':'a','kind':'source','off':1} | 3:33 a off read.truth
                    {'id':'a','kind':'source','type':[]} | 3:34 a type read.text
                    {'id':'a','kind':'source','each':'x y'} | 3:34 a each syntax.path
                    {'id':'a','kind':'source','settings':{'to':{'path':'A'}}} | 3:52 a path syntax.path.root
                    {'id':'a','kind':'source','settings':{'to':{'template':'{{ x'}}} | 3:56 a template syntax.template.open
                    {'id':'a','kind':'source','settings':{'to':{'path':'x','apply':'upper'}}} | 3:64 a apply read.list
                    {'id':'a','kind':'source','settings':{'to':{'path':'x','apply':['upper','no']}}} | 3:73 a 1 syntax.function.unknown
                    {'id':'a','kind':'source','settings':{'to':{'path':'x','apply':['shorten']}}} | 3:65 a 0 syntax.function.arguments
                    {'id':'a','kind':'configuration','fields':[{'to':'1','from':{'path':5}}]} | 3:69 a path read.text
                    {'id':'a','kind':'configuration','fields':[{'to':'1','fallback':5}]} | 3:65 a fallback read.text
                    {'id':'a','kind':'configuration','when':5} | 3:41 a when read.object
                    {'id':'a','kind':'configuration','when':{'op':'eq'}} | 3:41 a when read.condition
                    {'id':'a','kind':'configuration','when':{'path':'x'}} | 3:41 a op read.required
                    {'id':'a','kind':'configuration','when':{'all':[{'path':'x','op':'like'}]}} | 3:66 a op read.operator
                    {'id':'a','kind':'configuration','when':{'path':'x','op':'eq','as':'money'}} | 3:68 a as read.as""")
    void of_a_node(String nodes, String told) {
        assertRefused("{'format':'signalbox.flow/1','id':'f',\n'nodes':[\n" + nodes + "]}", told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'wires':[{'to':'a'}] | 2:10 - from read.required
                    'wires':[{'from':'a','to':'b'}] | 2:27 - to read.wire
                    'wires':[{'from':'a','to':'A b'}] | 2:27 - to read.wire
                    'wires':[{'from':'a','to':'a','onError':1}] | 2:41 - onError read.truth
                    'layout':5 | 2:10 - layout read.object
                    'layout':{'a':{'x':1e400,'y':1}} | 2:20 - x json.number""")
    void of_wires_and_layout(String member, String told) {
        assertRefused(
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'source'}],\n" + member + "}", told);
    }

    @Test
    void a_person_reads_where_and_what() {
        assertEquals(
                "Line 1, column 85, node send, field kind: unknown node kind “foo”; it is one of trigger, source, "
                        + "connection, configuration",
                refused("{'format':'signalbox.flow/1','id':'f','nodes':[                 {'id':'send','kind':'foo'}]}")
                        .text(ENGLISH));
    }
}
