package io.signalbox.connector.http;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTest {
    private static final String BASE = "https://service.example.com/api";

    private final Http http = new Http();

    @ParameterizedTest
    @CsvSource({
        "'', https://service.example.com/api",
        "/, https://service.example.com/api",
        "/wo/OT-1, https://service.example.com/api/wo/OT-1",
        "wo/a%2Fb?x=1&y=../2, https://service.example.com/api/wo/a%2Fb?x=1&y=../2",
        "/wo/olá mundo, https://service.example.com/api/wo/ol%C3%A1%20mundo",
        "/files/...x, https://service.example.com/api/files/...x"
    })
    void base_and_path_meet_at_one_slash(String path, String url) throws CallProblem {
        assertEquals(
                url, http.encode(call(BASE, "get", path, Value.Fields.empty())).url());
        assertEquals(
                path.length() < 2 ? url + "/" : url,
                http.encode(call(BASE + "/", "get", path, Value.Fields.empty())).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///x",
                "a//b",
                "@evil.example",
                "x@y",
                "a\\b",
                "a#b",
                "..",
                "a/../b",
                "./a",
                "a/%2e%2E/b",
                "a/.%2e",
                "a\u0000b",
                "a\r\nHost: x",
                "https://evil.example"
            })
    void a_path_that_could_lead_elsewhere_is_not_called(String path) {
        var problem = assertThrows(CallProblem.class, () -> http.encode(call(BASE, "get", path, Value.Fields.empty())));
        assertEquals("path", problem.key());
    }

    @Test
    void dotted_rows_build_the_body() throws CallProblem {
        var rows = texts("person.name", "Ana", "tags.0", "urgent", "person.phone", "55")
                .with("count", Value.of(2))
                .with("done", Value.of(false));
        var outgoing = http.encode(call(BASE, "post", "/wo", rows));
        assertEquals(
                Calls.json(
                        "{\"person\":{\"name\":\"Ana\",\"phone\":\"55\"},\"tags\":[\"urgent\"],\"count\":2,\"done\":false}"),
                Calls.body(outgoing));
        assertEquals("POST", outgoing.method());
        assertEquals(
                "target",
                assertThrows(CallProblem.class, () -> http.encode(call(BASE, "put", "/wo", texts("a..b", "x"))))
                        .key());
    }

    @Test
    void only_what_changes_something_carries_the_key() throws CallProblem {
        for (var operation : new String[] {"post", "put", "delete"}) {
            assertEquals(
                    Map.of("Idempotency-Key", "run-1"),
                    http.encode(call(BASE, operation, "/wo", Value.Fields.empty()))
                            .headers());
        }
        assertEquals(Outgoing.get(BASE + "/wo"), http.encode(call(BASE, "get", "/wo", Value.Fields.empty())));
    }

    @Test
    void the_account_says_how_to_sign() {
        assertEquals(new Auth.None(), http.auth(Calls.account("http")));
        assertEquals(new Auth.Bearer("secret"), http.auth(Calls.account("http", "auth", "bearer")));
        assertEquals(new Auth.Basic("ana", "secret"), http.auth(Calls.account("http", "auth", "basic", "user", "ana")));
        assertEquals(new Auth.Header("X-API-Key", "secret"), http.auth(Calls.account("http", "auth", "header")));
        assertEquals(
                new Auth.Header("X-Own", "secret"),
                http.auth(Calls.account("http", "auth", "header", "header-name", "X-Own")));
    }

    @Test
    void the_reply_is_the_output() {
        var body = Calls.json("{\"id\": 7}");
        assertEquals(new Outcome.Delivered(body, ""), decoded(new Reply(201, Map.of(), body)));
    }

    @Test
    void statuses_mean_what_http_says() {
        for (var status : Calls.recorded(HttpTest.class, "semantics.json")
                .at("retryable_status")
                .asItems()) {
            assertEquals(
                    Outcome.TryLater.class,
                    decoded(Calls.reply(Integer.parseInt(status.asText()), "{}"))
                            .getClass());
        }
        assertEquals(
                new Outcome.TryLater("rate", "429 slow", Optional.of(Duration.ofSeconds(9))),
                decoded(new Reply(429, Map.of("Retry-After", "9"), Value.of("slow"))));
        assertEquals(new Outcome.Refused("unauthorized", "401 no"), decoded(Calls.reply(401, "\"no\"")));
        assertEquals(new Outcome.Refused("redirect", "302 x"), decoded(Calls.reply(302, "\"x\"")));
        assertEquals(new Outcome.Refused("status", "418 x"), decoded(Calls.reply(418, "\"x\"")));
    }

    private Outcome decoded(Reply reply) {
        return http.decode(call(BASE, "get", "/", Value.Fields.empty()), reply);
    }

    private static Call call(String base, String operation, String path, Value.Fields rows) {
        return new Call(Calls.account("http", "base-url", base), operation, texts("path", path), rows, "run-1");
    }
}
