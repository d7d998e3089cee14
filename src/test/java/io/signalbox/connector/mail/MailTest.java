package io.signalbox.connector.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Letter;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailTest {
    private final Mail mail = new Mail();

    private Letter letter(Value.Fields settings) throws CallProblem {
        return assertInstanceOf(
                        Outgoing.MailBody.class,
                        outgoing(settings, "host", "smtp.example.com").body())
                .letter();
    }

    private Outgoing outgoing(Value.Fields settings, String... account) throws CallProblem {
        return mail.encode(new Call(Calls.account("mail", account), "send", settings, Value.Fields.empty(), "abc234"));
    }

    private static Value.Fields settings(String... more) {
        var settings = Calls.texts("to", "ana@example.com", "subject", "OT-1", "text", "Bearing is hot");
        for (int at = 0; at < more.length; at += 2) {
            settings = settings.with(more[at], Value.of(more[at + 1]));
        }
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', smtp://smtp.example.com:587",
        "starttls, 25, smtp://smtp.example.com:25",
        "tls, 465, smtps://smtp.example.com:465",
        "none, 25, smtp-plain://smtp.example.com:25"
    })
    void the_address_says_how_it_is_encrypted(String security, String port, String url) throws CallProblem {
        assertEquals(
                url,
                outgoing(settings(), "host", "smtp.example.com", "security", security, "port", port)
                        .url());
    }

    @Test
    void several_people_stand_in_a_text_or_in_a_list() throws CallProblem {
        var text = letter(settings("to", "ana@example.com; bo@example.com,", "cc", "cy@example.com"));
        var list = letter(settings()
                .with("to", Value.items(Value.of("ana@example.com"), Value.of("bo@example.com")))
                .with("cc", Value.of("cy@example.com")));
        assertEquals(text, list);
        assertEquals(
                List.of("ana@example.com", "bo@example.com"),
                text.to().stream().map(Letter.Party::address).toList());
    }

    @Test
    void no_value_can_begin_a_header() throws CallProblem {
        var evil = "Hot\r\nBcc: everyone@example.com\u2028\u0000x";
        var letter = letter(settings("subject", evil, "to", "ana@example.com\r\nBcc: x@example.com"));
        assertEquals("Hot  Bcc: everyone@example.com  x", letter.subject());
        assertEquals(
                "ana@example.com  Bcc: x@example.com", letter.to().getFirst().address());
        assertEquals("A  B", new Letter.Party("A\r\nB", "a@b.example").name());
    }

    @ParameterizedTest
    @CsvSource({
        "subject, ' ', subject.empty",
        "subject, 901, subject.long",
        "text, 100001, text.long",
        "to, 101, recipients"
    })
    void what_no_server_takes_is_refused_before_it_is_sent(String field, String value, String reason) {
        var text = switch (field) {
            case "to" -> "ana@example.com,".repeat(101);
            default -> value.isBlank() ? " " : "x".repeat(Integer.parseInt(value));
        };
        assertEquals(
                reason,
                assertThrows(CallProblem.class, () -> outgoing(settings(field, text)))
                        .key());
    }

    @Test
    void a_password_never_goes_over_an_open_line() {
        assertEquals(
                "plain-login",
                assertThrows(CallProblem.class, () -> outgoing(settings(), "security", "none", "user", "u"))
                        .key());
        assertEquals(new Auth.None(), mail.auth(Calls.account("mail")));
        assertEquals(new Auth.Basic("u", "password"), mail.auth(Calls.account("mail", "user", "u")));
    }

    @ParameterizedTest
    @CsvSource({
        "421, later unavailable",
        "450, later grey",
        "451, later grey",
        "452, later full",
        "454, later unavailable",
        "501, address",
        "503, refused",
        "530, sign-in",
        "535, sign-in",
        "550, address",
        "551, address",
        "552, large",
        "553, address",
        "554, policy"
    })
    void fours_come_again_and_fives_never(int code, String expected) {
        var call = new Call(Calls.account("mail"), "send", settings(), Value.Fields.empty(), "abc234");
        var outcome = mail.decode(call, new Reply(code, Map.of(), Calls.texts("reply", "no")));
        assertEquals(expected, (outcome instanceof Outcome.TryLater ? "later " : "") + Calls.reason(outcome));
    }
}
