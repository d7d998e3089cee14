package io.signalbox.engine;

import static io.signalbox.engine.Walk.CONNECTORS;
import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowCheckTest {
    private static Flow with(String node) {
        return flow(TRIGGER.formatted("") + "," + node, node.contains("'kind':'trigger'") ? "" : wire("trigger", "a"));
    }

    /// `node field key arguments`, `!` in front of a warning.
    private static String told(List<Problem> problems) {
        return String.join(
                "; ",
                problems.stream()
                        .map(problem -> (problem.isError() ? "" : "!")
                                + problem.node().map(NodeId::value).orElse("-") + " "
                                + (problem.field().isEmpty() ? "-" : problem.field()) + " "
                                + problem.key() + " "
                                + String.join(",", problem.arguments()))
                        .toList());
    }

    private static Optional<Account> account(String name) {
        return name.equals("known")
                ? Optional.of(new Account("known", "fracttal", new LinkedHashMap<>(), Set.of(), true))
                : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'id':'a','kind':'source','type':'fracttal','connection':'c','operation':'find-person','settings':{'code':'x'}} | ``
                    {'id':'a','kind':'source','type':'telex','connection':'c','operation':'o'} | a type problem.service.unknown telex
                    {'id':'a','kind':'source','type':'fracttal','connection':'c','operation':'dance'} | a operation problem.operation.unknown dance,fracttal
                    {'id':'a','kind':'source','type':'http','connection':'c','operation':'post'} | a operation problem.operation.kind post
                    {'id':'a','kind':'connection','type':'http','connection':'c','operation':'get'} | ``
                    {'id':'a','kind':'source','type':'fracttal','connection':'c','operation':'find-person'} | a settings.code problem.setting.required code
                    {'id':'a','kind':'source','type':'fracttal','connection':'c','operation':'find-person','settings':{'code':''}} | a settings.code problem.setting.required code
                    {'id':'a','kind':'source','type':'fracttal','connection':'c','operation':'find-person','settings':{'code':'x','color':'red'}} | !a settings.color problem.setting.unknown color
                    {'id':'a','kind':'source','type':'fracttal','connection':'c'} | a operation problem.operation.none a
                    {'id':'a','kind':'source','operation':'get','connection':'c'} | a type problem.service.none a
                    {'id':'a','kind':'connection','type':'whatsapp','connection':'c','operation':'send-text','settings':{'text':'x'}} | a settings.to problem.setting.required to""")
    void a_flow_file_is_held_against_the_services(String node, String told) {
        assertEquals(told, told(FlowCheck.ofFiles(CONNECTORS).in(with(node))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'id':'a','kind':'source','type':'fracttal','connection':'known','operation':'find-person','settings':{'code':'x'}} | ``
                    {'id':'a','kind':'source','type':'fracttal','connection':'gone','operation':'find-person','settings':{'code':'x'}} | a connection problem.account.unknown gone,fracttal
                    {'id':'a','kind':'source','type':'http','connection':'known','operation':'get'} | a connection problem.account.unknown known,http""")
    void a_workspace_must_have_the_connections(String node, String told) {
        var check = FlowCheck.ofWorkspace(CONNECTORS, FlowCheckTest::account);
        assertEquals(told, told(check.in(with(node))));
    }

    @Test
    void a_webhook_may_name_a_connection_of_any_service() {
        var check = FlowCheck.ofWorkspace(CONNECTORS, FlowCheckTest::account);
        var hook = "{'id':'h','kind':'trigger','type':'webhook','settings':{'hook':'0123456789012345678901',"
                + "'verifier':'bearer','connection':'%s'}}";
        assertEquals("", told(check.in(with(hook.formatted("known")))));
        assertEquals("h connection problem.account.unknown gone,", told(check.in(with(hook.formatted("gone")))));
    }

    @Test
    void what_is_wrong_with_the_flow_itself_comes_first() {
        var flow = flow("{'id':'a','kind':'source','type':'telex','connection':'c','operation':'o'}", "");
        assertEquals(
                "- - problem.trigger.none ; !a - problem.unreached a; a type problem.service.unknown telex",
                told(FlowCheck.ofFiles(CONNECTORS).in(flow)));
    }

    @ParameterizedTest
    @CsvSource({
        "problem.service.unknown",
        "problem.operation.unknown",
        "problem.operation.kind",
        "problem.setting.required",
        "problem.setting.unknown",
        "problem.account.unknown",
        "problem.lists"
    })
    void every_problem_has_its_words(String key) {
        assertEquals(true, Texts.of(Problem.class, Language.EN).has(key));
    }
}
