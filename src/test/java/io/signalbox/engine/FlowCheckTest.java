package io.signalbox.engine;

import static io.signalbox.engine.Walk.CONNECTORS;
import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void a_connection_that_may_be_of_any_type_is_missed_without_one() throws Exception {
        var hook = "{'id':'h','kind':'trigger','type':'webhook','settings':{'hook':'0123456789012345678901',"
                + "'verifier':'bearer','connection':'gone'}}";
        var problem = FlowCheck.ofWorkspace(CONNECTORS, FlowCheckTest::account)
                .in(with(hook))
                .getFirst();
        assertEquals("There is no connection “gone” here.", problem.text(Texts.of(Flow.class, Language.EN)));
        assertEquals("Choose a connection, or add one.", problem.fix(Texts.of(Flow.class, Language.EN)));
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

    /// A connection may be made by a command, groups in the window alone: the flow runs all the same. Stand-ins keep no
    /// groups.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `` | `` | !a connection problem.account.group known
                    gone | `` | !a connection problem.account.group.gone known,gone
                    gone | https://app.fracttal.com/api | !a connection problem.account.group.gone known,gone
                    bot | `` | ``
                    `` | http://127.0.0.1:8090/fracttal/api | ``
                    `` | https://app.fracttal.com.example.org/api | ``""")
    void a_connection_without_its_permission_group_is_worth_a_look(String group, String base, String told) {
        var account = Account.of("known", "fracttal", Map.of())
                .with(Account.GROUP, group)
                .with("base-url", base);
        var bot = PermissionGroup.of("bot", List.of(new Permission("human_resources", Permission.Action.SEE)));
        var flow = with(
                "{'id':'a','kind':'source','type':'fracttal','connection':'known','operation':'find-person','settings':{'code':'x'}}");
        var check = FlowCheck.ofWorkspace(
                        CONNECTORS,
                        name -> Optional.of(account)
                                .filter(known -> known.name().equals(name)))
                .withGroups(
                        name -> Optional.of(bot).filter(known -> known.name().equals(name)));
        var found = check.in(flow).stream()
                .filter(problem -> !problem.key().equals("problem.rights"))
                .toList();
        assertEquals(told, told(found));
        for (var problem : found) {
            var fix =
                    new Fixes(CONNECTORS, new NothingKnown()).of(flow, problem).orElseThrow();
            assertEquals(new Fix.Change.ShowConnection("known"), fix.change());
            assertEquals("Open known", fix.text(flow, Texts.of(Problem.class, Language.EN)));
            assertEquals(flow, fix.applyTo(flow));
        }
    }

    private static final class NothingKnown implements Known {
        @Override
        public List<Account> accounts() {
            return List.of();
        }

        @Override
        public Value at(Path path) {
            return Value.nothing();
        }

        @Override
        public Optional<Expression> proposal(NodeId node, String place) {
            return Optional.empty();
        }

        @Override
        public Optional<String> freshHook() {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "problem.account.group",
        "problem.account.group.gone",
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
