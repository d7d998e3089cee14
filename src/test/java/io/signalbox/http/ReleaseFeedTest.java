package io.signalbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.engine.PreferenceStore;
import io.signalbox.engine.ReleaseKey;
import io.signalbox.engine.Releases;
import io.signalbox.engine.Releases.Feed;
import io.signalbox.engine.Releases.Release;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseFeedTest {
    private final HttpGateway gateway = new HttpGateway(Set.of());
    private final Kept kept = new Kept(new ConcurrentHashMap<>());
    private final ReleaseFeed feed =
            new ReleaseFeed(gateway, kept, "1.0.0", InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    private SignedFeed signed;

    private record Kept(Map<String, String> all) implements PreferenceStore {
        @Override
        public void save(Map<String, String> changed) {
            all.putAll(changed);
        }
    }

    @BeforeEach
    void follow() throws Exception {
        signed = new SignedFeed();
        feed.follow(new Feed(signed.address(), signed.publicKey()));
    }

    @AfterEach
    void end() {
        signed.close();
        gateway.close();
    }

    private static void assertRefused(String key, Executable asking) {
        assertEquals(key, assertThrows(Releases.Unfit.class, asking).key());
    }

    @Test
    void a_document_is_believed_when_the_key_signed_these_very_bytes() throws Exception {
        signed.tell("1.2.0");
        assertEquals(new Release("1.2.0", SignedFeed.PAGE), feed.latest());

        var base64 = Base64.getMimeEncoder().encode(signed.signature(SignedFeed.document("1.2.0")));
        signed.serveSignature(
                (new String(base64, StandardCharsets.US_ASCII) + "\n").getBytes(StandardCharsets.US_ASCII));
        assertEquals("1.2.0", feed.latest().version());
    }

    @Test
    void the_signature_of_an_address_with_a_query_has_the_query_behind_its_name() throws Exception {
        signed.tell("1.2.0");
        feed.follow(new Feed(signed.address() + "?site=a.json#now", signed.publicKey()));
        assertEquals("1.2.0", feed.latest().version());
    }

    @Test
    void a_document_changed_by_one_letter_or_signed_by_another_is_refused() throws Exception {
        signed.tell("1.2.0");
        signed.serve(SignedFeed.document("1.2.1"));
        assertRefused("signature", feed::latest);

        try (var forger = new SignedFeed()) {
            signed.serveSignature(forger.signature(SignedFeed.document("1.2.1")));
            assertRefused("signature", feed::latest);
        }
        signed.serveSignature("no signature at all".getBytes(StandardCharsets.US_ASCII));
        assertRefused("signature", feed::latest);
        signed.serveSignature(new byte[0]);
        assertRefused("signature", feed::latest);
        signed.serveNoSignature();
        assertRefused("unsigned", feed::latest);
    }

    @Test
    void the_version_only_goes_up_until_the_key_or_the_address_is_another() throws Exception {
        signed.tell("1.9.0");
        feed.latest();
        signed.tell("1.10.0");
        assertEquals("1.10.0", feed.latest().version());
        signed.tell("1.9.0");
        assertRefused("older", feed::latest);
        feed.follow(feed.feed());
        assertRefused("older", feed::latest);

        feed.follow(new Feed(signed.address() + "?again", signed.publicKey()));
        assertEquals("1.9.0", feed.latest().version());
    }

    @Test
    void a_forged_version_leaves_no_trace() throws Exception {
        signed.tell("1.2.0");
        signed.serve(SignedFeed.document("9.9.9"));
        assertRefused("signature", feed::latest);
        signed.tell("1.2.0");
        assertEquals("1.2.0", feed.latest().version());
    }

    @Test
    void an_expired_or_oversized_document_is_refused_though_it_is_signed() throws Exception {
        var expired = "{\"version\": \"1.2.0\", \"url\": \"%s\", \"expires\": \"2026-11-22\"}"
                .formatted(SignedFeed.PAGE)
                .getBytes(StandardCharsets.UTF_8);
        signed.serve(expired);
        signed.serveSignature(signed.signature(expired));
        assertRefused("expired", feed::latest);

        var large = new byte[Releases.LARGEST_DOCUMENT_BYTES + 1];
        signed.serve(large);
        signed.serveSignature(signed.signature(large));
        assertRefused("size", feed::latest);
        signed.serve(new byte[2 * 1024 * 1024]);
        assertRefused("size", feed::latest);
    }

    @Test
    void nobody_is_asked_without_a_key() throws Exception {
        signed.tell("1.2.0");
        feed.follow(new Feed(signed.address(), ""));
        assertRefused("key.none", feed::latest);
        feed.follow(new Feed(signed.address(), "-----BEGIN PUBLIC KEY-----"));
        assertRefused("key.unfit", feed::latest);
        assertEquals(0, signed.asked());
    }

    @Test
    void a_file_carried_here_is_held_to_the_same(@TempDir Path folder) throws Exception {
        var file = folder.resolve("note.json");
        assertRefused("file", () -> feed.from(file));
        var document = SignedFeed.document("1.3.0");
        Files.write(file, document);
        assertRefused("unsigned", () -> feed.from(file));
        Files.write(folder.resolve("note.json.sig"), signed.signature(document));
        assertEquals(new Release("1.3.0", SignedFeed.PAGE), feed.from(file));
        assertEquals(0, signed.asked());

        signed.tell("1.2.0");
        assertRefused("older", feed::latest);
    }

    /// Key, document and signature were made by the commands of the README with openssl 3.0.
    @Test
    void what_openssl_made_is_read() throws Exception {
        var key = ReleaseKey.of("""
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEAqDAC9GC4M9peuSgU95ZljorkjgMKHQGru91jZVUSXiI=
                -----END PUBLIC KEY-----
                """);
        key.check(
                "{\"version\": \"1.2.0\", \"url\": \"https://it.example.com/signalbox\"}\n"
                        .getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder()
                        .decode(
                                "UuP/3nx+ikDQ4uizIBS+8gI7hIpT3ZoqlVkq4k2iZicGy+vLHriGgUlqAlzrQ+rIw2Lnpswb82DlQQdkYRI+DQ=="));
    }
}
