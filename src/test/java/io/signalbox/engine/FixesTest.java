package io.signalbox.engine;

import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.send;
import static io.signalbox.engine.Walk.source;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A problem with one right answer is set right by its fix and by nothing more.
final class FixesTest {
    private static final String EVENT = "{'module':'a','submodule':'b','event':'c','data':{'x':'high','n':5}}";

    /// A flow with a problem, and what the button says.
    enum Case {
        NO_TRIGGER("problem.trigger.none", "Add a trigger", nodes(send("s", "")), ""),
        ENTERED(
                "problem.trigger.entered",
                "Delete the wire from “s” to “trigger”",
                nodes(TRIGGER.formatted(""), send("s", "")),
                wire("s", "trigger")),
        EVENT_UNSAID(
                "problem.trigger.event",
                "Use a.b.c, as in the sample",
                nodes("{'id':'trigger','kind':'trigger','type':'event'}"),
                ""),
        HOOK(
                "problem.trigger.hook",
                "Make an address",
                nodes("{'id':'trigger','kind':'trigger','type':'webhook','settings':{'verifier':'bearer'}}"),
                ""),
        VERIFIER(
                "problem.trigger.verifier",
                "Use bearer",
                nodes(
                        "{'id':'trigger','kind':'trigger','type':'webhook','settings':{'hook':'0123456789012345678901234'}}"),
                ""),
        CIRCLE(
                "problem.circle",
                "Delete the wire from “b” to “a”",
                nodes(TRIGGER.formatted(""), source("a", ""), source("b", "")),
                nodes(wire("trigger", "a"), wire("a", "b"), wire("b", "a"))),
        LISTS(
                "problem.lists",
                "Delete the wire from “two” to “s”",
                nodes(
                        TRIGGER.formatted(""),
                        source("one", ",'each':'one.list'"),
                        source("two", ",'each':'two.list'"),
                        send("s", "")),
                nodes(wire("trigger", "one"), wire("trigger", "two"), wire("one", "s"), wire("two", "s"))),
        UNREACHED("problem.unreached", "Wire it from “trigger”", nodes(TRIGGER.formatted(""), send("s", "")), ""),
        ENTRY(
                "problem.configuration.entry",
                "Wire it from “s”",
                nodes(TRIGGER.formatted(""), send("s", ""), map("'fields':[]")),
                nodes(wire("trigger", "s"), wire("trigger", "m"))),
        SERVICE(
                "problem.service.none",
                "Use main",
                nodes(TRIGGER.formatted(""), "{'id':'s','kind':'connection'}"),
                wire("trigger", "s")),
        ACCOUNT(
                "problem.account.unknown",
                "Use main",
                nodes(
                        TRIGGER.formatted(""),
                        "{'id':'s','kind':'connection','type':'http','connection':'gone','operation':'post'}"),
                wire("trigger", "s")),
        NO_ACCOUNT(
                "problem.connection.none",
                "Use main",
                nodes(TRIGGER.formatted(""), "{'id':'s','kind':'connection','type':'http','operation':'post'}"),
                wire("trigger", "s")),
        SETTING(
                "problem.setting.unknown",
                "Delete the setting “odd”",
                nodes(TRIGGER.formatted(""), send("s", ",'settings':{'odd':'1'}")),
                wire("trigger", "s")),
        UNKNOWN_PATH(
                "problem.path.unknown",
                "Use Event › X",
                nodes(TRIGGER.formatted(""), send("s", ",'settings':{'path':{'path':'nobody.data.x'}}")),
                wire("trigger", "s")),
        TABLE(
                "problem.table",
                "Send it without a table",
                nodes(
                        TRIGGER.formatted(""),
                        send("s", ",'settings':{'path':{'path':'trigger.data.x','apply':['lookup:none']}}")),
                wire("trigger", "s")),
        DATE(
                "problem.date",
                "Use dd/MM/yyyy HH:mm",
                nodes(
                        TRIGGER.formatted(""),
                        send("s", ",'settings':{'path':{'path':'trigger.data.x','apply':['date:pump']}}")),
                wire("trigger", "s")),
        EACH(
                "problem.each",
                "Use Source › List",
                nodes(TRIGGER.formatted(""), source("a", ",'each':'trigger.list'")),
                wire("trigger", "a")),
        TARGET(
                "problem.row.target",
                "Fill 1",
                nodes(TRIGGER.formatted(""), send("s", ""), map("'fields':[{'to':'','from':'x'}]")),
                nodes(wire("trigger", "s"), wire("s", "m"))),
        TWICE(
                "problem.row.twice",
                "Delete this row",
                nodes(
                        TRIGGER.formatted(""),
                        send("s", ""),
                        map("'fields':[{'to':'1','from':'x'},{'to':'1','from':'y'}]")),
                nodes(wire("trigger", "s"), wire("s", "m"))),
        EMPTY(
                "problem.row.empty",
                "Send “-” when empty",
                nodes(TRIGGER.formatted(""), send("s", ""), map("'fields':[{'to':'1','from':''}]")),
                nodes(wire("trigger", "s"), wire("s", "m"))),
        GROUP(
                "problem.condition.group",
                "Delete the empty group",
                nodes(TRIGGER.formatted(",'when':{'all':[{'any':[]}]}")),
                ""),
        DEEP(
                "problem.condition.deep",
                "Take inner groups apart",
                nodes(
                        TRIGGER.formatted(
                                ",'when':{'all':[{'all':[{'all':[{'all':[{'path':'trigger.data.x','op':'eq','value':1}]}]}]}]}")),
                ""),
        VALUE(
                "problem.condition.value",
                "Compare with “high”",
                nodes(TRIGGER.formatted(",'when':{'all':[{'path':'trigger.data.x','op':'eq'}]}")),
                ""),
        WIRE_VALUE(
                "problem.condition.value",
                "Compare with “high”",
                nodes(TRIGGER.formatted(""), send("s", "")),
                wire("trigger", "s", "'when':{'all':[{'path':'trigger.data.x','op':'eq'}]}")),
        RANGE(
                "problem.condition.range",
                "Swap the two values",
                nodes(TRIGGER.formatted(",'when':{'all':[{'path':'trigger.data.n','op':'between','value':[9,1]}]}")),
                ""),
        TEXT(
                "problem.condition.text",
                "Compare as number",
                nodes(TRIGGER.formatted(",'when':{'all':[{'path':'trigger.data.x','op':'ge','value':3}]}")),
                ""),
        NUMBER(
                "problem.condition.number",
                "Compare as text",
                nodes(TRIGGER.formatted(",'when':{'all':[{'path':'trigger.data.n','op':'eq','value':'many'}]}")),
                "");

        private final String key;
        private final String button;
        private final String nodes;
        private final String wires;

        Case(String key, String button, String nodes, String wires) {
            this.key = key;
            this.button = button;
            this.nodes = nodes;
            this.wires = wires;
        }

        Flow broken() {
            var sample = new io.signalbox.flow.Sample(
                    "one", Walk.json(EVENT).asFields(), new LinkedHashMap<>(), Value.Fields.empty());
            return flow(nodes, wires).withSamples(List.of(sample));
        }
    }

    private static String nodes(String... nodes) {
        return String.join(",", Arrays.stream(nodes).toList());
    }

    private static String map(String more) {
        return "{'id':'m','kind':'configuration'," + more + "}";
    }

    private static final class Sampled implements Known {
        @Override
        public List<Account> accounts() {
            return List.of(new Account("main", "http", new LinkedHashMap<>(), Set.of(), true));
        }

        @Override
        public Value at(Path path) {
            return path.root().equals(Path.TRIGGER) ? path.from(Walk.json(EVENT)) : Value.nothing();
        }

        @Override
        public Optional<Expression> proposal(NodeId node, String place) {
            return Optional.empty();
        }

        @Override
        public Optional<String> freshHook() {
            return Optional.of("0123456789012345678901234");
        }
    }

    private static List<Problem> problems(Flow flow) {
        return FlowCheck.ofWorkspace(
                        Walk.CONNECTORS,
                        name -> new Sampled()
                                .accounts().stream()
                                        .filter(account -> account.name().equals(name))
                                        .findFirst())
                .in(flow);
    }

    private static List<String> keys(Flow flow) {
        return problems(flow).stream().map(Problem::key).collect(Collectors.toList());
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void the_fix_says_what_it_does_and_sets_the_problem_right(Case broken) {
        var flow = broken.broken();
        var problem = problems(flow).stream()
                .filter(each -> each.key().equals(broken.key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(broken + " has " + keys(flow)));
        var fix = new Fixes(Walk.CONNECTORS, new Sampled()).of(flow, problem).orElseThrow();
        assertEquals(broken.button, fix.text(flow, Texts.of(Problem.class, Language.EN)));
        var fixed = fix.applyTo(flow);
        assertTrue(!problems(fixed).contains(problem), () -> "still there: " + problem);
        assertTrue(
                count(keys(fixed), broken.key) < count(keys(flow), broken.key),
                () -> "now " + keys(fixed) + " after " + keys(flow));
    }

    private static long count(List<String> keys, String key) {
        return keys.stream().filter(key::equals).count();
    }
}
