package io.signalbox.connector.workplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Draft;
import io.signalbox.connector.Finding;
import io.signalbox.connector.Outcome;
import io.signalbox.flow.Language;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What went to Workplace while it was there, and what its answers mean.
final class WorkplaceTest {
    private final Workplace workplace = new Workplace();

    private static Call call(String operation, Value.Fields settings, Value.Fields rows) {
        return new Call(Calls.account("workplace"), operation, settings, rows, "run-1");
    }

    private Value sent(String operation, Value.Fields settings, Value.Fields rows) throws CallProblem {
        return Calls.body(workplace.encode(call(operation, settings, rows)));
    }

    private String refused(String operation, Value.Fields settings, Value.Fields rows) {
        return assertThrows(CallProblem.class, () -> sent(operation, settings, rows))
                .key();
    }

    @Test
    void text_goes_to_a_person_a_new_group_or_a_thread() throws CallProblem {
        var text = Calls.texts("text", "Hello", "recipient-kind", "person");
        assertEquals(
                Calls.json("{\"recipient\":{\"id\":\"1\"},\"message\":{\"text\":\"Hello\"}}"),
                sent("send-text", text.with("to", Value.of("1")), Value.Fields.empty()));
        var two = Value.items(Value.of("1"), Value.of("2"));
        assertEquals(
                Calls.json("{\"ids\":[\"1\",\"2\"]}"),
                sent("send-text", text.with("to", two).with("recipient-kind", Value.of("group")), Value.Fields.empty())
                        .at("recipient"));
        assertEquals(
                Calls.json("{\"thread_key\":\"t_1\"}"),
                sent(
                                "send-text",
                                text.with("to", Value.of("t_1")).with("recipient-kind", Value.of("thread")),
                                Value.Fields.empty())
                        .at("recipient"));
        assertEquals("recipient.many", refused("send-text", text.with("to", two), Value.Fields.empty()));
        assertEquals("recipient.none", refused("send-text", text.with("to", Value.of(" ")), Value.Fields.empty()));
        assertEquals(
                "text.long",
                refused(
                        "send-text",
                        text.with("text", Value.of("x".repeat(2_001))).with("to", Value.of("1")),
                        Value.Fields.empty()));
        assertEquals(
                "https://graph.workplace.com/me/messages",
                workplace
                        .encode(call("send-text", text.with("to", Value.of("1")), Value.Fields.empty()))
                        .url());
        assertEquals(
                "https://graph.workplace.com/1%2F2?fields=id%2Cname%2Cemail%2Ctitle",
                workplace
                        .encode(call("find-person", Calls.texts("person", "1/2"), Value.Fields.empty()))
                        .url());
    }

    @Test
    void buttons_open_a_page_or_come_back() throws CallProblem {
        var settings = Calls.texts("text", "Take it?", "recipient-kind", "person", "to", "1");
        var rows = Calls.texts(
                "button.2.url",
                "https://one.example.com/wo/1",
                "button.2.title",
                "Open",
                "button.1.title",
                "Aceptar",
                "button.1.payload",
                "ACK_WO_1890");
        assertEquals(Calls.json("""
                        {"attachment":{"type":"template","payload":{"template_type":"button","text":"Take it?","buttons":[
                         {"type":"postback","title":"Aceptar","payload":"ACK_WO_1890"},
                         {"type":"web_url","url":"https://one.example.com/wo/1","title":"Open"}]}}}"""), sent("send-buttons", settings, rows).at("message"));
    }

    @ParameterizedTest
    @CsvSource({
        "button.4.title, x, '', '', button.row",
        "button.1.colour, x, '', '', button.row",
        "title, x, '', '', button.row",
        "button.1.title, x, '', '', button.what",
        "button.1.payload, x, '', '', button.title",
        "button.1.title, 123456789012345678901, button.1.payload, x, button.title",
        "button.1.title, x, button.1.url, www.example.com, button.url",
        "button.1.title, x, button.1.payload, '', button.payload"
    })
    void a_button_out_of_order_is_refused(String row, String text, String row2, String text2, String key) {
        var rows = Calls.texts(row, text);
        assertEquals(
                key,
                refused(
                        "send-buttons",
                        Calls.texts("text", "?", "to", "1"),
                        row2.isEmpty() ? rows : rows.with(row2, Value.of(text2))));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 2, unavailable, true",
        "400, 1200, unavailable, true",
        "400, 4, rate, true",
        "400, 613, rate, true",
        "401, 190, token, false",
        "403, 10, permission, false",
        "400, 100, parameter, false",
        "400, 551, person, false",
        "400, 99999, status, false",
        "500, 99999, unavailable, true",
        "401, 99999, token, false"
    })
    void every_documented_code_lands_in_its_class(int status, int code, String reason, boolean later) {
        var call = call("send-text", Value.Fields.empty(), Value.Fields.empty());
        var outcome =
                workplace.decode(call, Calls.reply(status, "{\"error\":{\"code\":" + code + ",\"message\":\"m\"}}"));
        assertEquals(reason, Calls.reason(outcome));
        assertEquals(later, outcome instanceof Outcome.TryLater);
    }

    @Test
    void only_an_answer_that_names_a_message_is_one() {
        var call = call("send-text", Value.Fields.empty(), Value.Fields.empty());
        var taken = workplace.decode(call, Calls.reply(200, "{\"recipient_id\":\"1\",\"message_id\":\"mid.1\"}"));
        assertEquals("mid.1", assertInstanceOf(Outcome.Delivered.class, taken).externalId());
        assertEquals("no-message", Calls.reason(workplace.decode(call, Calls.reply(200, "{}"))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_says_in_every_language_when_it_closed(Language language) {
        assertTrue(workplace.spec().retired());
        var texts = Connectors.found().texts(workplace, language);
        assertTrue(texts.text("retired").contains("2025"), texts.text("retired"));
        assertTrue(texts.text("name").contains("("), texts.text("name"));
        assertTrue(Connectors.found().help(workplace, language).contains("2025"));
    }

    @Test
    void the_proof_is_asked_for_where_the_bot_requires_it() {
        assertEquals(new Auth.Bearer("access-token"), workplace.auth(Calls.account("workplace")));
        assertEquals(
                new Auth.AppProof("access-token", "app-secret"),
                workplace.auth(Calls.account("workplace", "proof", "true")));
    }

    private List<String> found(String operation, Set<String> secrets, String... values) {
        var all = new LinkedHashMap<String, String>();
        for (int at = 0; at < values.length; at += 2) {
            all.put(values[at], values[at + 1]);
        }
        var account = new Account("main", "workplace", all, secrets, true);
        return workplace.check(new Draft(Optional.of(account), operation, Settings.empty(), List.of())).stream()
                .map(Finding::key)
                .toList();
    }

    @Test
    void flags_permissions_proof_and_addresses_are_checked_before_the_start() {
        assertEquals(
                List.of("problem.bot.enabled", "problem.bot.visible", "problem.bot.message", "problem.proof.off"),
                found("send-text", Set.of()));
        assertEquals(List.of("problem.bot.enabled", "problem.bot.visible"), found("", Set.of()));
        var ready = new String[] {"enabled", "true", "visible", "true", "message-any", "true", "proof", "true"};
        assertEquals(List.of("problem.proof.secret"), found("send-text", Set.of("access-token"), ready));
        assertEquals(List.of(), found("send-text", Set.of("app-secret"), ready));
        assertEquals(List.of("problem.bot.read"), found("find-person", Set.of("app-secret"), ready));
        var listed = new String[] {
            "enabled",
            "true",
            "visible",
            "true",
            "message-any",
            "true",
            "proof",
            "true",
            "allowed-addresses",
            "1.2.3.4, 1.2.3.5"
        };
        assertEquals(List.of("problem.address.unknown"), found("send-text", Set.of("app-secret"), listed));
        var own = List.of(listed).toArray(new String[12]);
        own[10] = "own-address";
        own[11] = "1.2.3.5";
        assertEquals(List.of(), found("send-text", Set.of("app-secret"), own));
        own[11] = "9.9.9.9";
        assertEquals(List.of("problem.address"), found("send-text", Set.of("app-secret"), own));
    }
}
