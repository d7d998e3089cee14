package io.signalbox.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Against the vector that the scheme's authors publish.
final class HawkSignatureTest {
    private static final Value VECTOR = Contracts.json("hawk/vectors.json").at(0);
    private static final Secret KEY = new Secret(VECTOR.at("key").asText());

    private static HawkSignature published() {
        return new HawkSignature(
                VECTOR.at("method").asText(),
                VECTOR.at("resource").asText(),
                VECTOR.at("host").asText(),
                8000,
                Long.parseLong(VECTOR.at("ts").asText()),
                VECTOR.at("nonce").asText(),
                VECTOR.at("ext").asText());
    }

    @Test
    void the_published_vector_is_signed_alike() {
        assertEquals(VECTOR.at("mac").asText(), published().mac(KEY));
        assertEquals(
                "Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", ext=\"some-app-ext-data\", mac=\""
                        + VECTOR.at("mac").asText() + "\"",
                published().header(VECTOR.at("id").asText(), KEY));
    }

    @Test
    void every_one_bit_change_of_the_signature_is_refused() {
        var mac = VECTOR.at("mac").asText();
        assertTrue(published().isSignedBy(KEY, mac));
        for (int at = 0; at < mac.length(); at++) {
            for (int bit = 0; bit < 7; bit++) {
                var changed = mac.substring(0, at) + (char) (mac.charAt(at) ^ (1 << bit)) + mac.substring(at + 1);
                assertFalse(published().isSignedBy(KEY, changed), changed);
            }
        }
    }

    @Test
    void an_address_gives_host_port_and_resource() {
        var signed = HawkSignature.of("GET", "https://app.fracttal.com/api/personnel?code=HR%2022", 1, "n");
        assertEquals("/api/personnel?code=HR%2022", signed.resource());
        assertEquals("app.fracttal.com", signed.host());
        assertEquals(443, signed.port());
        assertEquals(
                8090, HawkSignature.of("GET", "http://127.0.0.1:8090/x", 1, "n").port());
    }

    @Test
    void no_nonce_comes_twice_and_the_secret_stays_here() {
        var one = HawkSignature.of("GET", "https://app.fracttal.com/api/items", Instant.EPOCH);
        var other = HawkSignature.of("GET", "https://app.fracttal.com/api/items", Instant.EPOCH);
        assertNotEquals(one.nonce(), other.nonce());
        assertFalse(one.header("id", KEY).contains(KEY.value()));
    }
}
