package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.Releases.Release;
import io.signalbox.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleasesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T23:59:00Z");
    private static final String PAGE = "https://it.example.com/signalbox";

    @ParameterizedTest
    @CsvSource({
        "1.0.1, 1.0.0, true",
        "1.10, 1.9.9, true",
        "1.0.0, 1.0, false",
        "1.0, 1.0.0, false",
        "0.9.9, 1.0.0, false",
        "1.0.1, 1.0.1-SNAPSHOT, false"
    })
    void versions_are_compared_as_numbers(String one, String running, boolean newer) {
        assertEquals(newer, new Release(one, PAGE).isNewerThan(running));
    }

    @Test
    void a_document_with_version_and_url_is_a_release() throws Exception {
        var document = Json.parse("{\"version\": \"1.2.0\", \"url\": \"" + PAGE + "\", \"notes\": 1}");
        assertEquals(new Release("1.2.0", PAGE), Release.of(document, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"1.2.0\"",
                "{\"version\": 1.2, \"url\": \"https://it.example.com\"}",
                "{\"version\": \"latest\", \"url\": \"https://it.example.com\"}",
                "{\"version\": \"1.2.0\", \"url\": \"http://it.example.com\"}",
                "{\"version\": \"1.2.0\", \"url\": \"javascript:alert(1)\"}",
                "{\"version\": \"1.2.0\", \"url\": \"https://user:secret@it.example.com\"}",
                "{\"version\": \"1.2.0\"}",
                "{\"version\": \"1.2.0\", \"url\": \"https://it.example.com\", \"expires\": \"soon\"}",
                "{\"version\": \"1.2.0\", \"url\": \"https://it.example.com\", \"expires\": 2027}"
            })
    void anything_else_is_none(String document) {
        var failure = assertThrows(Releases.Unfit.class, () -> Release.of(Json.parse(document), NOW));
        assertEquals("document", failure.key());
    }

    @Test
    void a_document_holds_until_the_end_of_its_last_day() throws Exception {
        var document = Json.parse("{\"version\": \"1.2.0\", \"url\": \"" + PAGE + "\", \"expires\": \"2026-11-23\"}");
        assertEquals(new Release("1.2.0", PAGE), Release.of(document, NOW));
        var failure =
                assertThrows(Releases.Unfit.class, () -> Release.of(document, Instant.parse("2026-11-24T00:00:00Z")));
        assertEquals("expired", failure.key());
    }

    @Test
    void a_feed_is_asked_over_https_or_on_this_machine() {
        assertTrue(Releases.isFeed("https://it.example.com/signalbox.json"));
        assertTrue(Releases.isFeed("http://127.0.0.1:8090/signalbox.json"));
        assertFalse(Releases.isFeed("http://it.example.com/signalbox.json"));
        assertFalse(Releases.isFeed("file:///etc/passwd"));
        assertFalse(Releases.isFeed(""));
        assertFalse(Releases.isFeed("https://" + "a".repeat(600) + ".example.com"));
    }
}
