package io.signalbox.connector.walkme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Outcome;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes to WalkMe, against the documented calls.
final class WalkMeTest {
    private final WalkMe walkMe = new WalkMe();

    private static Call call(Value.Fields settings, Value.Fields rows) {
        return new Call(
                Calls.account("walkme"),
                settings.has("users") ? "notify-users" : "notify-audiences",
                settings,
                rows,
                "run-1");
    }

    private Value sent(Value.Fields settings, Value.Fields rows) throws CallProblem {
        return Calls.body(walkMe.encode(call(settings, rows)));
    }

    private String refused(Value.Fields settings, Value.Fields rows) {
        return assertThrows(CallProblem.class, () -> sent(settings, rows)).key();
    }

    /// What a form would hold for a documented call.
    private static Value.Fields settings(Value notification) {
        var settings = Calls.texts(
                "template",
                notification.at("templateId").asText(),
                "system",
                notification.at("systemId").asText());
        settings = settings.with("users", notification.at("endUsersIds"));
        return settings.with("kind", notification.at("notificationType"))
                .with("title", notification.at("title"))
                .with("runtime-title", notification.at("runtimeTitle"))
                .with("runtime-description", notification.at("runtimeDescription"))
                .with("start-at", notification.at("startAt"))
                .with("end-at", notification.at("endAt"));
    }

    @Test
    void the_documented_calls_go_out_as_they_are_written() throws CallProblem {
        for (var example :
                Contracts.json("walkme/notifications-send-cases.json").asItems()) {
            var notification = example.at("body").at("notification");
            var rows = Value.Fields.empty();
            for (var pair : notification.at("override").asItems()) {
                rows = rows.with(pair.at("key").asText(), pair.at("value"));
            }
            if (example.at("valid").asText().equals("true")) {
                var expected = notification.asFields();
                if (expected.has("notificationType")) {
                    expected = expected.with("notificationType", Value.of("push"));
                }
                assertEquals(
                        Value.fields("notification", expected),
                        ordered(sent(settings(notification), rows), expected),
                        example.at("name").asText());
            }
        }
        assertEquals("nobody", refused(Calls.texts("template", "2"), Value.Fields.empty()));
    }

    /// The same members in the order of the other.
    private static Value ordered(Value sent, Value.Fields order) {
        var notification = sent.at("notification").asFields();
        assertEquals(order.fields().keySet(), notification.fields().keySet());
        var ordered = Value.Fields.empty();
        for (var member : order.fields().keySet()) {
            ordered = ordered.with(member, notification.at(member));
        }
        return Value.fields("notification", ordered);
    }

    @Test
    void the_token_is_bought_as_documented_and_never_pasted() {
        var request = Contracts.json("walkme/token-request.json");
        var auth =
                assertInstanceOf(Auth.ClientCredentials.class, walkMe.auth(Calls.account("walkme", "client-id", "id")));
        assertEquals(new Auth.ClientCredentials(request.at("url").asText(), "id", "client-secret"), auth);
        assertTrue(
                walkMe.spec().account().stream().noneMatch(field -> field.key().equals("token")));
    }

    @Test
    void the_call_goes_where_it_is_documented() throws CallProblem {
        var then = Contracts.json("walkme/token-request.json").at("then");
        var outgoing = walkMe.encode(call(Calls.texts("template", "t", "users", "u"), Value.Fields.empty()));
        assertEquals(then.at("method").asText(), outgoing.method());
        assertEquals(then.at("url").asText(), outgoing.url());
    }

    @Test
    void what_is_not_used_is_left_out_and_lists_are_lists() throws CallProblem {
        var body = sent(
                Calls.texts("template", "t", "users", "u", "title", "", "audiences", "a, b"), Value.Fields.empty());
        assertEquals(
                Calls.json(
                        "{\"notification\":{\"templateId\":\"t\",\"endUsersIds\":[\"u\"],\"audiencesIds\":[\"a\",\"b\"]}}"),
                body);
        assertEquals(
                Calls.json("{\"notification\":{\"templateId\":\"t\",\"audiencesIds\":[\"a\"]}}"),
                sent(Calls.texts("template", "t", "audiences", "a"), Value.Fields.empty()));
    }

    @Test
    void a_hundred_users_and_no_more() throws CallProblem {
        var users = IntStream.range(0, 101).mapToObj(n -> Value.of("u" + n)).toList();
        var settings = Calls.texts("template", "t");
        var hundred = sent(settings.with("users", new Value.Items(users.subList(0, 100))), Value.Fields.empty());
        assertEquals(100, hundred.at("notification").at("endUsersIds").asItems().size());
        assertEquals("users.many", refused(settings.with("users", new Value.Items(users)), Value.Fields.empty()));
        assertEquals(
                "users.comma", refused(Calls.texts("template", "t", "users", "a@b.c, d@e.f"), Value.Fields.empty()));
    }

    @Test
    void each_system_is_a_call_of_its_own() throws CallProblem {
        assertEquals(
                "systems", refused(Calls.texts("template", "t", "users", "u", "system", "a,b"), Value.Fields.empty()));
        for (var system : List.of("plant", "office")) {
            var body = sent(
                    Calls.texts("template", "t", "users", "u", "system", "other"),
                    Calls.texts("notification.systemId", system, "NAME", "x"));
            assertEquals(system, body.at("notification").at("systemId").asText());
            assertEquals(
                    "NAME",
                    body.at("notification").at("override").at(0).at("key").asText());
        }
        assertEquals(
                "member", refused(Calls.texts("template", "t", "users", "u"), Calls.texts("notification.colour", "x")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21, 2026-11-21T00:00Z",
        "2026-11-21 14:05, 2026-11-21 14:05, 2026-11-21T14:05Z",
        "2023-05-10T11:30:00+03:00, 2023-05-10T11:30:00+03:00, 2023-05-10T11:30+03:00",
        "2026-11-21T14:03:11.204671+00:00, 2026-11-21T14:03:11+00:00, 2026-11-21T14:03:11.204671Z",
        "2026-11-21T14:03:11Z, 2026-11-21T14:03:11+00:00, 2026-11-21T14:03:11Z"
    })
    void times_are_sent_as_the_vendor_takes_them(String text, String sent, String at) {
        var time = WalkMeRules.time(text).orElseThrow();
        assertEquals(List.of(sent, at), List.of(time.sent(), time.at().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "21/11/2026",
                "2026-02-30",
                "2026-11-21T14:00",
                "2026-11-21 25:00",
                "14:00",
                "2026-11-21 1:00"
            })
    void what_is_no_time_is_refused(String text) {
        assertEquals(
                "date", refused(Calls.texts("template", "t", "users", "u", "start-at", text), Value.Fields.empty()));
    }

    @Test
    void it_ends_after_it_begins() {
        var settings = Calls.texts("template", "t", "users", "u", "start-at", "2026-11-21 10:00");
        assertEquals(
                "date.order",
                refused(settings.with("end-at", Value.of("2026-11-21T12:00:00+03:00")), Value.Fields.empty()));
    }

    @Test
    void the_kind_is_written_small_whatever_the_example_says() throws CallProblem {
        var body = sent(Calls.texts("template", "t", "users", "u", "kind", "Push"), Value.Fields.empty());
        assertEquals("push", body.at("notification").at("notificationType").asText());
        assertEquals(
                "kind", refused(Calls.texts("template", "t", "users", "u", "kind", "toast"), Value.Fields.empty()));
    }

    @Test
    void places_are_named_without_their_hashes() {
        var places = WalkMeRules.places("Opportunity ###OPP_NAME_ATTRIBUTE### is yours. [Open] ##URL##");
        assertEquals("[OPP_NAME_ATTRIBUTE, URL]", places.sequencedKeySet().toString());
        assertEquals("Opportunity ", places.get("OPP_NAME_ATTRIBUTE"));
        assertEquals("a x b ##C##", WalkMeRules.filled("a ###A### b ##C##", name -> name.equals("A") ? "x" : ""));
        assertEquals("override", refused(Calls.texts("template", "t", "users", "u"), Calls.texts("##URL##", "x")));
        assertFalse(WalkMeRules.places("no # place ## here").containsKey("place"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, ''",
        "201, ''",
        "204, ''",
        "400, refused",
        "401, unauthorized",
        "403, permission",
        "404, not-found",
        "429, rate",
        "500, unavailable",
        "503, unavailable"
    })
    void answers_are_read_as_http_means_them(int status, String reason) {
        var outcome =
                walkMe.decode(call(Calls.texts("template", "t"), Value.Fields.empty()), Calls.reply(status, "{}"));
        assertEquals(reason, Calls.reason(outcome));
        assertEquals(status == 401, outcome instanceof Outcome.SignInAgain);
    }
}
