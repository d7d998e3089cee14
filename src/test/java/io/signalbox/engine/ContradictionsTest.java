package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Draft;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ten places where the source documents contradict themselves: each is a trap that is named in words, and sprung
/// where that needs no question. X6 is the repair of what was pasted: see `JsonRepairTest`.
final class ContradictionsTest {
    private static final String MESSAGE = "\"message\": \"{{{{api_trigger_properties.${%s}}}\",";

    private final Connectors connectors = Connectors.found();
    private final Fixes fixes = new Fixes(connectors, Known.nothing());

    private static Flow flow(String type, String operation, String settings, String... rows) throws UnreadableFlow {
        var fields = new ArrayList<String>();
        for (int at = 0; at < rows.length; at += 2) {
            fields.add("{\"to\": \"" + rows[at] + "\", \"from\": \"" + rows[at + 1] + "\"}");
        }
        return FlowJson.read("""
                {"format": "signalbox.flow/1", "id": "x", "name": "X",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "manual"},
                  {"id": "send", "kind": "connection", "type": "%s", "connection": "main", "operation": "%s",
                   "settings": {%s}},
                  {"id": "fields", "kind": "configuration", "fields": [%s]}],
                 "wires": [{"from": "trigger", "to": "send"}, {"from": "send", "to": "fields"}]}
                """.formatted(type, operation, settings, String.join(",", fields)));
    }

    private List<Problem> problems(Flow flow) {
        return FlowCheck.ofFiles(connectors).in(flow);
    }

    /// The only problem, which has words of its own in every language.
    private Problem only(Flow flow, String key) {
        var found = problems(flow);
        assertEquals(List.of(key), found.stream().map(Problem::key).toList());
        var told = new LinkedHashMap<String, Language>();
        for (var language : Language.values()) {
            var texts = Texts.of(Flow.class, language);
            var said = found.getFirst().text(texts) + " " + found.getFirst().fix(texts);
            assertFalse(said.contains(key), said);
            assertFalse(found.getFirst().fix(texts).isBlank(), language + " says not what to do: " + said);
            told.put(said, language);
        }
        // The two kinds of Portuguese may agree.
        assertTrue(told.size() >= Language.values().length - 1, "two languages say the same: " + told.keySet());
        return found.getFirst();
    }

    /// The flow without the problem.
    private Flow fixed(Flow flow, Problem problem) {
        var fix = fixes.of(flow, problem).orElseThrow();
        assertFalse(fix.text(flow, Texts.of(Flow.class, Language.EN)).startsWith("fix."));
        var fixed = fix.applyTo(flow);
        assertTrue(
                problems(fixed).stream().noneMatch(left -> left.key().equals(problem.key())),
                problems(fixed).toString());
        return fixed;
    }

    private static Node node(Flow flow, String id) {
        return flow.node(new NodeId(id)).orElseThrow();
    }

    private static String row(Flow flow, int at) {
        return ((Node.Configuration) node(flow, "fields")).fields().get(at).to();
    }

    private static String setting(Flow flow, String key) {
        return node(flow, "send").settings().text(key);
    }

    @Test
    void x1_a_campaign_goes_to_trigger_send_and_not_to_messages_send() throws UnreadableFlow {
        var http = flow(
                "http",
                "post",
                "\"path\": \"/messages/send\"",
                "campaign_id",
                "c",
                "recipients.0.external_user_id",
                "u");
        assertEquals("/campaigns/trigger/send", setting(fixed(http, only(http, "problem.braze.pair")), "path"));
        var braze = flow(
                "braze",
                "send-message",
                "\"to\": \"u\", \"text\": \"Hi\", \"app-id\": \"a\", \"subscription-group\": \"g\"",
                "campaign_id",
                "c");
        var fix = fixes.of(braze, only(braze, "problem.pair")).orElseThrow().applyTo(braze);
        assertEquals("trigger-send", node(fix, "send").operation());
        var account = new Account(
                "main",
                "braze",
                new LinkedHashMap<>(Map.of("base-url", "https://rest.iad-01.braze.com/messages/send")),
                Set.of(),
                true);
        var campaign = flow("braze", "trigger-send", "\"campaign\": \"c\", \"to\": \"u\"", "a", "b");
        assertEquals(
                List.of("problem.pair.address"),
                FlowCheck.ofWorkspace(connectors, _ -> Optional.of(account)).in(campaign).stream()
                        .map(Problem::key)
                        .toList());
        assertEquals(List.of(), problems(campaign));
        var right = flow("http", "post", "\"path\": \"/campaigns/trigger/send\"", "campaign_id", "c");
        assertEquals(List.of(), problems(right));
    }

    @Test
    void x2_a_property_has_one_name_on_both_sides() throws UnreadableFlow {
        var bad = flow("braze", "trigger-send", "\"campaign\": \"c\", \"to\": \"u\"", "external_system_msg+body", "x");
        assertEquals("external_system_msg_body", row(fixed(bad, only(bad, "problem.property.name")), 0));
        var composed = flow(
                "braze",
                "trigger-send",
                MESSAGE.formatted("external_system_msg+body") + "\"campaign\": \"c\", \"to\": \"u\"",
                "external_system_msg_body",
                "x");
        only(composed, "problem.property.composer");
        var near = flow(
                "braze",
                "trigger-send",
                MESSAGE.formatted("external_system_msg_body") + "\"campaign\": \"c\", \"to\": \"u\"",
                "externalSystemMsgBody",
                "x");
        assertEquals("external_system_msg_body", row(fixed(near, only(near, "problem.property.near")), 0));
        var other = flow(
                "braze",
                "trigger-send",
                MESSAGE.formatted("answer") + "\"campaign\": \"c\", \"to\": \"u\"",
                "answer",
                "x",
                "colour",
                "y");
        only(other, "problem.property.unknown");
        var gap = flow(
                "braze",
                "trigger-send",
                MESSAGE.formatted("answer") + "\"campaign\": \"c\", \"to\": \"u\"",
                "attributes.topic",
                "x");
        assertTrue(problems(gap).stream().anyMatch(problem -> problem.key().equals("problem.property.missing")));
    }

    @Test
    void x3_external_id_is_external_user_id_here() throws UnreadableFlow {
        for (var language : Language.values()) {
            var braze = connectors.find("braze").orElseThrow();
            var texts = connectors.texts(braze, language);
            assertTrue(texts.text("field.recipient-kind.external-user-id").contains("external_user_id"));
            assertTrue(texts.text("field.to.hint").contains("external_id"));
        }
        only(
                flow("braze", "trigger-send", "\"campaign\": \"c\", \"to\": \"u\"", "external_id", "x"),
                "problem.recipient");
        var http = flow(
                "http",
                "post",
                "\"path\": \"/campaigns/trigger/send\"",
                "campaign_id",
                "c",
                "recipients.0.external_id",
                "u");
        assertEquals("recipients.0.external_user_id", row(fixed(http, only(http, "problem.braze.id")), 1));
    }

    @Test
    void x4_the_guide_says_api_triggered_and_nothing_else_can_be_entered() {
        var braze = connectors.find("braze").orElseThrow();
        for (var language : Language.values()) {
            assertTrue(connectors
                    .texts(braze, language)
                    .text("field.campaign.hint")
                    .contains("API"));
            assertTrue(connectors.help(braze, language).contains("API"));
        }
        assertTrue(fields("braze").stream().noneMatch(field -> field.key().contains("delivery")));
    }

    private List<Field> fields(String service) {
        var spec = connectors.find(service).orElseThrow().spec();
        var all = new ArrayList<>(spec.account());
        spec.operations().forEach(operation -> all.addAll(operation.fields()));
        return all;
    }

    @ParameterizedTest
    @CsvSource({"Push, problem.kind.case, push", "POPUP, problem.kind.case, popup", "toast, problem.kind, push"})
    void x5_the_kind_of_a_notification_is_written_small(String typed, String key, String right) throws UnreadableFlow {
        var set = flow("walkme", "notify-users", "\"template\": \"t\", \"users\": \"u\", \"kind\": \"" + typed + "\"");
        assertEquals(right, setting(fixed(set, only(set, key)), "kind"));
        var mapped = flow(
                "walkme",
                "notify-users",
                "\"template\": \"t\", \"users\": \"u\"",
                "notification.notificationType",
                typed);
        fixed(mapped, only(mapped, key));
    }

    @Test
    void x7_a_place_is_one_of_the_templates_own_and_has_no_hashes() throws UnreadableFlow {
        var template =
                "\"template\": \"t\", \"users\": \"u\", \"template-text\": \"Hi ###OPP_NAME_ATTRIBUTE###, see ##URL##\"";
        assertEquals(
                List.of(),
                problems(flow(
                        "walkme", "notify-users", template, "OPP_NAME_ATTRIBUTE", "x", "URL", "https://a.example")));
        var hashes =
                flow("walkme", "notify-users", "\"template\": \"t\", \"users\": \"u\"", "##URL##", "https://a.example");
        assertEquals("URL", row(fixed(hashes, only(hashes, "problem.hashes")), 0));
        var near = flow("walkme", "notify-users", template, "OPP_NAME_ATRIBUTE", "x", "URL", "https://a.example");
        assertEquals("OPP_NAME_ATTRIBUTE", row(fixed(near, only(near, "problem.place.near")), 0));
        only(
                flow(
                        "walkme",
                        "notify-users",
                        template,
                        "OPP_NAME_ATTRIBUTE",
                        "x",
                        "URL",
                        "https://a.example",
                        "COLOUR",
                        "y"),
                "problem.place.unknown");
        only(flow("walkme", "notify-users", template, "URL", "https://a.example"), "problem.place.missing");
        var offered = connectors
                .find("walkme")
                .orElseThrow()
                .places(new Draft(
                        Optional.empty(),
                        "notify-users",
                        node(flow("walkme", "notify-users", template), "send").settings(),
                        List.of()));
        assertEquals("[OPP_NAME_ATTRIBUTE, URL]", offered.sequencedKeySet().toString());
    }

    @ParameterizedTest
    @CsvSource({"URL, www.someurl.com", "STATUS_LINK, status.example.com/x", "TEXT, www.someurl.com"})
    void x8_a_link_begins_with_https(String place, String typed) throws UnreadableFlow {
        var flow = flow("walkme", "notify-users", "\"template\": \"t\", \"users\": \"u\"", place, typed);
        var fixed = fixed(flow, only(flow, "problem.link"));
        assertTrue(FlowJson.write(fixed).contains("https://" + typed));
        assertEquals(
                List.of(),
                problems(flow(
                        "walkme",
                        "notify-users",
                        "\"template\": \"t\", \"users\": \"u\"",
                        "URL",
                        "https://www.someurl.com")));
        assertEquals(
                List.of(),
                problems(flow(
                        "walkme", "notify-users", "\"template\": \"t\", \"users\": \"u\"", "TEXT", "see plan.pdf")));
    }

    @Test
    void x9_tokens_are_fetched_and_renewed_and_cannot_be_pasted() {
        var walkMe = connectors.find("walkme").orElseThrow();
        assertInstanceOf(
                Auth.ClientCredentials.class,
                walkMe.auth(new Account("m", "walkme", new LinkedHashMap<>(), Set.of(), true)));
        assertEquals(
                List.of("client-secret"),
                fields("walkme").stream()
                        .filter(Field.Secret.class::isInstance)
                        .map(Field::key)
                        .toList());
        for (var language : Language.values()) {
            assertTrue(connectors
                            .texts(walkMe, language)
                            .text("field.client-secret.hint")
                            .contains("token")
                    || connectors
                            .texts(walkMe, language)
                            .text("field.client-secret.hint")
                            .contains("jeton"));
        }
    }

    @Test
    void x10_what_a_connection_does_is_to_send_and_a_recipient_comes_from_the_data() throws UnreadableFlow {
        for (var connector : connectors.all()) {
            for (var operation : connector.spec().operations()) {
                if (operation.kind() == Operation.Kind.SEND
                        && operation.recipient().isPresent()) {
                    var presets = operation.fields().stream()
                            .filter(Field.Recipient.class::isInstance)
                            .flatMap(field -> field.from().stream())
                            .toList();
                    assertFalse(presets.isEmpty(), connector.spec().id() + " " + operation.id());
                }
            }
        }
        var read = flow("fracttal", "find-person", "\"code\": \"HR-22\"");
        assertTrue(problems(read).stream().noneMatch(problem -> problem.key().equals("problem.recipient")));
        var sending = connectors.find("fracttal").orElseThrow().spec();
        assertTrue(sending.operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.READ)
                .allMatch(operation -> operation.recipient().isEmpty()));
    }
}
