package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.gate.Memory;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The proof of an app's secret, by the vectors of the contract, and what a person sees of it.
final class SignInTest {
    private static final Auth PROOF = new Auth.AppProof("access-token", "app-secret");
    private static final Account ACCOUNT =
            new Account("main", "workplace", new LinkedHashMap<>(), Set.of("access-token", "app-secret"), true);

    private final Memory memory = new Memory();

    private SignIn signIn(Map<String, String> secrets, Instant now) {
        var gate = new SendGate(
                (outgoing, _) -> {
                    throw new AssertionError("nothing is sent here: " + outgoing);
                },
                new SendGate.Books(memory, memory),
                Connectors.found(),
                _ -> true,
                () -> now,
                Meters.none(),
                _ -> true);
        return new SignIn(new Held(secrets), gate, () -> now);
    }

    private record Held(Map<String, String> secrets) implements Accounts {
        @Override
        public List<Account> all() {
            return List.of(ACCOUNT);
        }

        @Override
        public Optional<Account> find(String name) {
            return Optional.of(ACCOUNT);
        }

        @Override
        public Optional<Secret> secret(String account, String field) {
            return Optional.ofNullable(secrets.get(field)).map(Secret::new);
        }

        @Override
        public void save(Account account, Map<String, Secret> given) {}

        @Override
        public boolean remove(String account) {
            return false;
        }
    }

    @Test
    void the_proof_is_that_of_the_vectors() {
        for (var vector :
                Contracts.json("workplace/appsecret-proof-vectors.json").asItems()) {
            long time = Long.parseLong(vector.at("appsecret_time").asText());
            var token = vector.at("access_token").asText();
            var secrets = Map.of(
                    "access-token", token, "app-secret", vector.at("app_secret").asText());
            var signed = signIn(secrets, Instant.ofEpochSecond(time))
                    .sign(
                            PROOF,
                            ACCOUNT,
                            Outgoing.json("POST", "https://graph.example/me/messages", Value.Fields.empty()));
            var outgoing = assertInstanceOf(SignIn.Signed.Ready.class, signed).outgoing();
            assertEquals("Bearer " + token, outgoing.headers().get("Authorization"));
            assertEquals(
                    "https://graph.example/me/messages?appsecret_time=" + time + "&appsecret_proof="
                            + vector.at("appsecret_proof").asText(),
                    outgoing.url());
        }
    }

    @Test
    void it_goes_behind_what_the_address_asks_already() {
        var signed = signIn(Map.of("access-token", "t", "app-secret", "s"), Instant.ofEpochSecond(7))
                .sign(PROOF, ACCOUNT, Outgoing.get("https://graph.example/1?fields=id"));
        assertTrue(assertInstanceOf(SignIn.Signed.Ready.class, signed)
                .outgoing()
                .url()
                .startsWith("https://graph.example/1?fields=id&appsecret_time=7&appsecret_proof="));
    }

    @Test
    void a_person_sees_that_there_is_a_proof_and_not_which() {
        var shown = SignIn.masked(PROOF, Outgoing.get("https://graph.example/1"));
        assertEquals("Bearer ••••••••", shown.headers().get("Authorization"));
        assertEquals("https://graph.example/1?appsecret_time=••••••••&appsecret_proof=••••••••", shown.url());
    }

    @Test
    void without_one_of_the_two_nothing_goes_out() {
        for (var secrets : List.of(Map.of("access-token", "t"), Map.of("app-secret", "s"))) {
            var denied = assertInstanceOf(
                    SignIn.Signed.Denied.class,
                    signIn(secrets, Instant.EPOCH).sign(PROOF, ACCOUNT, Outgoing.get("https://graph.example/1")));
            assertEquals("no-secret", denied.reason());
            assertFalse(denied.retry());
        }
    }
}
