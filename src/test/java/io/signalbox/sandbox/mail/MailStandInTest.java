package io.signalbox.sandbox.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Calls;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Bench;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-in of a mail server, asked by the connector over a real line.
final class MailStandInTest {
    private final Bench bench = new Bench();

    MailStandInTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    private String send(String to) throws Exception {
        return Bench.said(
                bench.line("mail-main"),
                "send",
                "to",
                to,
                "cc",
                "bo@example.com",
                "subject",
                "Ñandú ✓",
                "text",
                "hóla\n.x");
    }

    @Test
    void a_mail_is_shown_as_its_reader_sees_it() throws Exception {
        assertEquals("", send("ana@example.com"));
        var listed =
                Json.parse(bench.control("GET", "/sandbox/messages", "").body()).at(0);
        assertEquals(
                List.of("mail", "mail", "ana@example.com, bo@example.com"),
                List.of(
                        listed.at("vendor").asText(),
                        listed.at("look").asText(),
                        listed.at("to").asText()));
        assertEquals(
                "Maintenance <maintenance@plant.example.com>\nÑandú ✓\n\nhóla\n.x",
                listed.at("shown").asText().replace("\r", ""));
        assertTrue(listed.at("body").asText().contains("Message-ID: <key-1@plant.example.com>"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody@example.com, address",
        "full@example.com, later full",
        "'ana@example.com,nobody@example.com', address"
    })
    void nobody_gets_what_one_cannot_get(String to, String said) throws Exception {
        assertEquals(said, send(to));
        assertEquals(List.of(), bench.sandbox().messages());
    }

    @Test
    void a_greylisted_address_takes_it_the_second_time() throws Exception {
        assertEquals("later grey", send("grey@example.com"));
        assertEquals("", send("grey@example.com"));
    }

    @ParameterizedTest
    @CsvSource({"421, later unavailable", "451, later grey", "554, policy"})
    void a_trouble_that_was_asked_for_comes_once(int code, String said) throws Exception {
        bench.control("POST", "/sandbox/faults", "{\"vendor\": \"mail\", \"code\": %d}".formatted(code));
        assertEquals(said, send("ana@example.com"));
        assertEquals("", send("ana@example.com"));
    }

    @Test
    void what_a_person_sees_beforehand_is_the_letter() throws Exception {
        var shown = bench.line("mail-main")
                .shown("send", Calls.texts("to", "ana@example.com", "subject", "s", "text", "t"), Value.Fields.empty());
        assertEquals(
                "Maintenance <maintenance@plant.example.com>",
                shown.at("body").at("from").asText());
        assertTrue(shown.at("url").asText().startsWith("smtp-plain://127.0.0.1:"));
    }
}
