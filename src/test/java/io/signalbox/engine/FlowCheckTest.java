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
        return switch (name) {
            case "known" -> Optional.of(new Account("known", "fracttal", new LinkedHashMap<>(), Set.of(), true));
            case "signed" -> Optional.of(new Account("signed", "http", new LinkedHashMap<>(), Set.of("secret"), true));
            default -> Optional.empty();
        };
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    bearer | signed | ``
                    slack  | signed | ``
                    twilio | signed | ``
                    bearer | known  | h connection problem.hook.secret known,secret
                    meta   | known  | h connection problem.hook.secret known,secret
                    sns    | signed | h connection problem.hook.secret signed,topic-arn
                    bearer | gone   | h connection problem.account.unknown gone,
                    bearer | ``     | h connection problem.hook.connection h""")
    void a_webhook_names_a_connection_with_its_secret(String verifier, String connection, String told) {
        var check = FlowCheck.ofWorkspace(CONNECTORS, FlowCheckTest::account);
        var hook = "{'id':'h','kind':'trigger','type':'webhook','settings':{'hook':'0123456789012345678901',"
                + "'verifier':'" + verifier + "','connection':'" + connection + "'}}";
        assertEquals(told, told(check.in(with(hook))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'type':'schedule','settings':{'cron':'0 7 * * 1-5','zone':'Europe/Paris'} | ``
                    'type':'schedule','settings':{'cron':'0 7 * * 1-5'} | ``
                    'type':'schedule','settings':{'cron':'0 7 30 2 *'} | h settings.cron problem.schedule.cron 0 7 30 2 *
                    'type':'schedule','settings':{'cron':'0 7 * * *','zone':'Mars'} | h settings.zone problem.schedule.zone Mars
                    'type':'poll','settings':{'service':'http','connection':'signed','operation':'get','every':'5','key':'id'} | ``
                    'type':'poll','settings':{'service':'http','connection':'signed','operation':'post','every':'0','key':'id'} | h settings.operation problem.operation.kind post; h settings.every problem.poll.every 0
                    'type':'poll','settings':{'service':'fracttal','connection':'known','operation':'find-person','every':5} | h settings.code problem.setting.required code; h settings.key problem.poll.key h
                    'type':'poll','settings':{'every':5,'key':'id'} | h settings.service problem.service.none h; h connection problem.connection.none h
                    'type':'manual' | ``""")
    void triggers_that_nobody_posts_to_are_checked(String members, String told) {
        var check = FlowCheck.ofWorkspace(CONNECTORS, FlowCheckTest::account);
        assertEquals(told, told(check.in(with("{'id':'h','kind':'trigger'," + members + "}"))));
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
        "problem.hook.connection",
        "problem.hook.secret",
        "problem.schedule.cron",
        "problem.schedule.zone",
        "problem.poll.every",
        "problem.poll.key",
        "problem.lists"
    })
    void every_problem_has_its_words(String key) {
        assertEquals(true, Texts.of(Problem.class, Language.EN).has(key));
    }
}
