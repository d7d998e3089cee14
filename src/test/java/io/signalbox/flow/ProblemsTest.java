package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemsTest {
    private static final String TRIGGER =
            "{'id':'trigger','kind':'trigger','type':'event','settings':{'module':'a','submodule':'b','event':'c'}}";
    private static final String SOURCE =
            "{'id':'wo','kind':'source','type':'http','connection':'main','operation':'get','name':'Work order'%s}";
    private static final String SEND =
            "{'id':'send','kind':'connection','type':'http','connection':'main','operation':'post'%s}";
    private static final String FIELDS = "{'id':'fields','kind':'configuration'%s}";

    /// A flow from parts of its file, with apostrophes for quotes.
    private static Flow flow(String nodes, String wires, String more) {
        var text = "{'format':'signalbox.flow/1','id':'f','nodes':[" + nodes + "],'wires':["
                + Stream.of(wires.split(" ", -1))
                        .filter(wire -> !wire.isEmpty())
                        .map(wire -> "{'from':'" + wire.replace(">", "','to':'") + "'}")
                        .reduce((a, b) -> a + "," + b)
                        .orElse("")
                + "]" + more + "}";
        try {
            return FlowJson.read(text.replace('\'', '"'));
        } catch (UnreadableFlow unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    /// `node field key arguments`, `!` in front of a warning.
    private static List<String> told(Flow flow) {
        return Problems.in(flow).stream()
                .map(problem -> (problem.isError() ? "" : "!")
                        + problem.node().map(NodeId::value).orElse("-") + " "
                        + (problem.field().isEmpty() ? "-" : problem.field()) + " "
                        + problem.key() + " "
                        + String.join(",", problem.arguments()))
                .map(String::strip)
                .toList();
    }

    /// The whole chain with something more in one node.
    private static Flow chain(String source, String send, String fields, String more) {
        return flow(
                String.join(",", TRIGGER, SOURCE.formatted(source), SEND.formatted(send), FIELDS.formatted(fields)),
                "trigger>wo wo>send send>fields",
                more);
    }

    private static String row(String from) {
        return ",'fields':[{'to':'1','from':" + from + "}]";
    }

    private static String when(String condition) {
        return ",'when':" + condition;
    }

    @Test
    void a_whole_flow_has_no_problem() {
        assertEquals(
                List.of(),
                told(chain(
                        ",'each':'wo.rows','groupBy':'wo.code'",
                        ",'settings':{'path':{'path':'wo.x'}}",
                        row("{'template':'{{ trigger.data.x }} {{ send }}'}")
                                + when("{'any':[{'path':'wo.x','op':'between','value':[1,2]}]}"),
                        "")));
    }

    @Test
    void an_empty_flow_lacks_a_trigger() {
        assertEquals(List.of("- - problem.trigger.none"), told(flow("", "", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'type':'event','settings':{'module':'a','event':'c'} | t settings.submodule problem.trigger.event Start
                    'type':'webhook','settings':{'hook':'0123456789012345678901','verifier':'bearer'} | ``
                    'type':'webhook','settings':{'hook':'short','verifier':'bearer'} | t settings.hook problem.trigger.hook Start
                    'type':'webhook','settings':{'hook':'0123456789012345678901','verifier':'hmac'} | t settings.verifier problem.trigger.verifier hmac
                    'type':'timer' | t type problem.trigger.type Start,timer""")
    void a_trigger_says_what_starts_it(String members, String told) {
        var flow = flow("{'id':'t','kind':'trigger','name':'Start'," + members + "}", "", "");
        assertEquals(told, String.join("; ", told(flow)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'id':'s','kind':'source','connection':'c','operation':'o'} | s type problem.service.none s
                    {'id':'s','kind':'source','type':'http','connection':'c'} | s operation problem.operation.none s
                    {'id':'s','kind':'connection','type':'http','operation':'o'} | s connection problem.connection.none s
                    {'id':'s','kind':'source','type':'http','connection':'c','operation':'o','each':'trigger.x'} | s each problem.each trigger.x,s
                    {'id':'s','kind':'source','type':'http','connection':'c','operation':'o','groupBy':'trigger.x'} | s groupBy problem.each trigger.x,s
                    {'id':'s','kind':'configuration'} | s - problem.configuration.entry s""")
    void a_node_names_its_service(String node, String told) {
        assertEquals(List.of(told), told(flow(TRIGGER + "," + node, "trigger>s", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{'to':' ','from':'x'}] | fields fields.0 problem.row.target
                    [{'to':'1','from':'x'},{'to':'1','from':'y'}] | fields fields.1 problem.row.twice 1
                    [{'to':'1'}] | fields fields.0 problem.row.empty 1
                    [{'to':'1','from':'','fallback':'-'}] | ``
                    [{'to':'1','from':{'path':'wo.x','apply':['lookup:prio']}}] | fields fields.0 problem.table prio
                    `[{'to':'1','from':{'template':'{{ wo.x | lookup:prio }}'}}]` | fields fields.0 problem.table prio
                    [{'to':'1','from':{'path':'wo.x','apply':['lookup:known']}}] | ``
                    [{'to':'1','from':{'path':'wo.x','apply':['date:pump']}}] | fields fields.0 problem.date pump
                    [{'to':'1','from':{'path':'wo.x','apply':['date:yyyy:Mars']}}] | fields fields.0 problem.date yyyy
                    [{'to':'1','from':{'path':'gone.x'}}] | fields fields.0 problem.path.unknown gone.x,gone
                    [{'to':'1','from':{'path':'fields.x'}}] | fields fields.0 problem.path.later fields.x,fields""")
    void a_map_row_has_a_target_and_a_value_that_can_be_had(String rows, String told) {
        var flow = chain("", "", ",'fields':" + rows, ",'tables':{'known':{'rows':{}}}");
        assertEquals(told, String.join("; ", told(flow)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'all':[{'all':[{'all':[{'path':'wo.x','op':'empty'}]}]}]} | ``
                    {'all':[{'all':[{'all':[{'any':[{'path':'wo.x','op':'empty'}]}]}]}]} | fields when problem.condition.deep 3
                    {'all':[{'none':[]}]} | !fields when.0 problem.condition.group
                    {'all':[{'path':'wo.x','op':'eq'}]} | fields when.0 problem.condition.value wo.x
                    {'all':[{'path':'wo.x','op':'eq','value':''}]} | fields when.0 problem.condition.value wo.x
                    {'all':[{'path':'wo.x','op':'in','value':[]}]} | fields when.0 problem.condition.value wo.x
                    {'all':[{'path':'wo.x','op':'between','value':[1]}]} | fields when.0 problem.condition.value wo.x
                    {'all':[{'path':'wo.x','op':'between','value':[2,1]}]} | fields when.0 problem.condition.range wo.x
                    {'all':[{'path':'wo.x','op':'outside','value':['10','9']}]} | fields when.0 problem.condition.range wo.x
                    {'all':[{'path':'wo.x','op':'between','value':['2026-11-22','2026-11-21']}]} | fields when.0 problem.condition.range wo.x
                    {'all':[{'path':'wo.x','op':'between','value':['2026-11-21','2026-11-22']}]} | ``
                    {'path':'later.x','op':'empty'} | fields when problem.path.unknown later.x,later""")
    void a_condition_can_be_answered(String condition, String told) {
        assertEquals(told, String.join("; ", told(chain("", "", when(condition), ""))));
    }

    @Test
    void a_wire_is_checked_where_it_begins() {
        var flow = chain("", "", "", "")
                .withWires(List.of(
                        Wire.of(Path.TRIGGER, new NodeId("wo")),
                        Wire.of(new NodeId("wo"), new NodeId("send"))
                                .withWhen(Condition.row("send.x", Operator.EMPTY, Value.nothing())),
                        Wire.of(new NodeId("send"), new NodeId("fields"))
                                .withWhen(Condition.row("send.x", Operator.EMPTY, Value.nothing()))));
        assertEquals(List.of("wo wire.send problem.path.later send.x,send"), told(flow));
    }

    @Test
    void what_may_not_have_run_cannot_be_named() {
        var nodes = String.join(
                ",",
                TRIGGER,
                SOURCE.formatted(""),
                SOURCE.replace("'wo'", "'person'").formatted(""),
                SEND.formatted(",'settings':{'a':{'path':'wo.x'},'b':{'path':'trigger.x'}}"));
        assertEquals(
                List.of("send settings.a problem.path.later wo.x,Work order"),
                told(flow(nodes, "trigger>wo trigger>person wo>send person>send", "")));
        assertEquals(List.of(), told(flow(nodes, "trigger>wo wo>person person>send", "")));
        assertEquals(List.of(), told(flow(nodes, "trigger>wo wo>person wo>send person>send", "")));
    }

    @Test
    void a_trigger_is_not_entered_and_nothing_is_left_unreached() {
        assertEquals(
                List.of("trigger - problem.circle trigger", "wo - problem.circle Work order"),
                told(flow(TRIGGER + "," + SOURCE.formatted(""), "trigger>wo wo>trigger", "")));
        assertEquals(
                List.of("trigger - problem.trigger.entered trigger", "!wo - problem.unreached Work order"),
                told(flow(TRIGGER + "," + SOURCE.formatted(""), "wo>trigger", "")));
    }

    @Test
    void only_the_boxes_of_a_circle_are_to_blame() {
        var flow = flow(
                String.join(
                        ",",
                        TRIGGER,
                        SOURCE.formatted(""),
                        SOURCE.replace("'wo'", "'person'")
                                .replace("Work order", "Person")
                                .formatted(""),
                        SEND.formatted(",'settings':{'a':{'path':'wo.x'}}"),
                        FIELDS.formatted("")),
                "trigger>wo wo>person person>wo person>send send>fields",
                "");
        assertEquals(List.of("wo - problem.circle Work order", "person - problem.circle Person"), told(flow));
        assertEquals(List.of(Path.TRIGGER), Problems.inOrder(flow));
    }

    @Test
    void a_wire_to_itself_is_a_circle() {
        assertEquals(
                List.of("wo - problem.circle Work order"),
                told(flow(TRIGGER + "," + SOURCE.formatted(""), "trigger>wo wo>wo", "")));
    }

    @Test
    void what_ran_before_is_what_lies_on_every_way() {
        var flow = flow(
                String.join(",", TRIGGER, SOURCE.formatted(""), SEND.formatted(""), FIELDS.formatted("")),
                "trigger>wo wo>send trigger>send send>fields",
                "");
        var wo = new NodeId("wo");
        var send = new NodeId("send");
        var fields = new NodeId("fields");
        assertEquals(
                Map.of(
                        Path.TRIGGER,
                        Set.of(),
                        wo,
                        Set.of(Path.TRIGGER),
                        send,
                        Set.of(Path.TRIGGER),
                        fields,
                        Set.of(Path.TRIGGER, send)),
                Problems.ranBefore(flow));
        assertEquals(List.of(Path.TRIGGER, wo, send, fields), Problems.inOrder(flow));
    }

    @Test
    void every_problem_has_its_words() {
        var texts = Texts.of(Problem.class, Language.EN);
        var flows = new RandomFlows(11);
        for (int n = 0; n < 500; n++) {
            for (var problem : Problems.in(flows.flow())) {
                assertTrue(texts.has(problem.key()), problem.key());
            }
        }
    }
}
