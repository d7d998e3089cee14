package io.signalbox.sandbox.fracttal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.fracttal.Fracttal;
import io.signalbox.engine.Direct;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.sandbox.Sandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Both ways to sign in at Fracttal, as the engine goes them.
final class FracttalSignInTest {
    private static final String OWN = "https://one.fracttal.com/oauth/token";
    private static final String OTHER = "https://app.fracttal.com/oauth/token";
    private static final String API = "https://app.fracttal.com/api/personnel?code=HR-22&limit=100";

    private final List<Outgoing> sent = new ArrayList<>();

    private static String person(Direct line) throws CallProblem {
        return line.attempt("find-person", Calls.texts("code", "HR-22"), Value.Fields.empty(), "key-1", false);
    }

    private Direct hawk(Sandbox sandbox, Gateway way) {
        Gateway heard = (outgoing, host) -> {
            sent.add(outgoing);
            return way.send(outgoing, host);
        };
        return new Direct(
                new Fracttal(),
                heard,
                Map.of("base-url", sandbox.url() + "/fracttal/api", "sign-in", "hawk", "client-id", "key-1"),
                Map.of("client-secret", "sandbox"));
    }

    /// A minute more or less is forgiven; here a few seconds pass on a slow machine.
    @ParameterizedTest
    @CsvSource({"-300, clock", "-20, 'done '", "0, 'done '", "20, 'done '", "300, clock"})
    void a_clock_that_is_wrong_by_more_than_a_minute_is_told_of(long ahead, String ended) throws Exception {
        try (var sandbox = new Sandbox(0, () -> Instant.now().plusSeconds(ahead));
                var gateway = new HttpGateway(Set.of("127.0.0.1:" + sandbox.port()))) {
            assertEquals(ended, person(hawk(sandbox, gateway)));
            assertEquals(1, sent.size(), "no token, and no second try");
        }
    }

    @Test
    void what_somebody_else_sends_again_is_refused() throws Exception {
        try (var sandbox = new Sandbox(0, Instant::now);
                var gateway = new HttpGateway(Set.of("127.0.0.1:" + sandbox.port()))) {
            var line = hawk(sandbox, gateway);
            assertEquals("done ", person(line));
            assertEquals("done ", person(line));
            // The same request with its time and its word, which somebody on the way has seen.
            for (var seen : sent) {
                assertEquals(401, status(gateway.send(seen, Optional.empty())));
            }
            var signed = sent.getFirst().headers().getOrDefault("Authorization", "");
            var other = sent.getFirst().withHeader("Authorization", signed.replace("nonce=\"", "nonce=\"a"));
            assertEquals(401, status(gateway.send(other, Optional.empty())), "another word is signed otherwise");
        }
    }

    private static int status(Exchange exchange) {
        return exchange instanceof Exchange.Answered(var reply) ? reply.status() : 0;
    }

    /// A service in the air: tokens are given at the other address alone, numbered from 1.
    ///
    /// @param good the token that it believes
    /// @param word what it says of every other
    private Direct oauth(String good, String word) {
        Gateway air = (outgoing, _) -> {
            sent.add(outgoing);
            return new Exchange.Answered(
                    switch (outgoing.url()) {
                        case OWN -> reply(404, "{}");
                        case OTHER -> reply(200, "{\"access_token\":\"t" + bought() + "\",\"expires_in\":7200}");
                        case API ->
                            good.equals(outgoing.headers().get("Authorization"))
                                    ? reply(200, "{\"success\":true,\"data\":[{\"code\":\"HR-22\"}],\"total\":1}")
                                    : reply(401, "{\"success\":false,\"message\":\"" + word + "\"}");
                        default -> throw new AssertionError(outgoing.url());
                    });
        };
        return new Direct(new Fracttal(), air, Map.of("client-id", "key-1"), Map.of("client-secret", "s3cret"));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), Calls.json(body));
    }

    private long bought() {
        return sent.stream().filter(one -> one.url().equals(OTHER)).count();
    }

    private List<String> urls() {
        return sent.stream().map(Outgoing::url).toList();
    }

    @Test
    void where_there_is_no_token_the_other_address_is_asked_and_a_401_brings_one_new_token() throws Exception {
        var line = oauth("Bearer t2", "401");
        assertEquals("done ", person(line));
        assertEquals(List.of(OWN, OTHER, API, OWN, OTHER, API), urls());
        assertEquals("done ", person(line));
        assertEquals(7, sent.size(), "the token is kept");
    }

    @Test
    void a_401_that_a_new_token_does_not_cure_is_not_asked_about_again() throws Exception {
        assertEquals("unauthorized", person(oauth("nobody", "401")));
        assertEquals(2, bought());
        assertEquals(6, sent.size());
    }

    @Test
    void a_missing_right_buys_no_new_token() throws Exception {
        assertEquals("permission", person(oauth("nobody", "UNAUTHORIZED_ENDPOINT")));
        assertEquals(List.of(OWN, OTHER, API), urls());
    }

    @Test
    void an_address_of_ones_own_has_no_other() throws Exception {
        Gateway nowhere = (outgoing, _) -> {
            sent.add(outgoing);
            return new Exchange.Answered(reply(404, "{}"));
        };
        var own = Map.of("client-id", "key-1", "token-url", "https://plant.example.com/token");
        assertEquals("unauthorized", person(new Direct(new Fracttal(), nowhere, own, Map.of("client-secret", "s"))));
        assertEquals(List.of("https://plant.example.com/token"), urls());
    }
}
