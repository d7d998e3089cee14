package io.signalbox.mail;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.mail.Mail;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.Direct;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Value;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mail over a real line, to a server that others wrote and to one that misbehaves.
final class MailGatewayTest {
    private static final Gateway NO_OTHER = (_, _) -> new Exchange.Unanswered("no-mail", "", false);

    private final GreenMail server = new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol).dynamicPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Direct line(int port, String security, String user, Optional<SSLSocketFactory> tls) {
        return line(port, security, user, tls, Duration.ofSeconds(30));
    }

    private static Direct line(
            int port, String security, String user, Optional<SSLSocketFactory> tls, Duration patience) {
        return new Direct(
                new Mail(),
                new MailGateway(NO_OTHER, Set.of("127.0.0.1:" + port), tls, patience),
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(port),
                        "security", security,
                        "user", user,
                        "from", "plant@wärme.example",
                        "from-name", "Wärtung, Planta 1",
                        "reply-to", "planner@example.com"),
                user.isEmpty() ? Map.of() : Map.of("password", "s3cr3t"));
    }

    private static Outcome send(Direct line, String... more) throws CallProblem {
        var settings = Calls.texts("to", "ana@example.com", "subject", "OT-1 parada", "text", "Rodamiento caliente");
        for (int at = 0; at < more.length; at += 2) {
            settings = settings.with(more[at], Value.of(more[at + 1]));
        }
        return line.call("send", settings, Value.Fields.empty(), "mfzgk3dmmvxgg33nabcdefgh23");
    }

    private static String said(Outcome outcome) {
        return (outcome instanceof Outcome.TryLater ? "later " : "") + Calls.reason(outcome);
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        server.start();
        var line = line(server.getSmtp().getPort(), "none", "", Optional.empty());
        var outcome = send(
                line,
                "to",
                "ana@example.com, bo@example.com",
                "cc",
                "cy@example.com",
                "subject",
                "¡Crítico! " + "ü".repeat(90) + "\r\nBcc: eve@example.com",
                "text",
                ".línea con punto\n..dos\n",
                "html",
                "<b>línea</b>");
        assertEquals("", said(outcome));
        assertEquals(3, server.getReceivedMessages().length);
        var mail = server.getReceivedMessages()[0];
        var read = Received.read(bytes(mail)).orElseThrow();
        assertAll(
                () -> assertEquals("<mfzgk3dmmvxgg33nabcdefgh23@xn--wrme-loa.example>", mail.getMessageID()),
                () -> assertEquals("¡Crítico! " + "ü".repeat(90) + "  Bcc: eve@example.com", mail.getSubject()),
                () -> assertEquals("Wärtung, Planta 1", read.from().name()),
                () -> assertEquals("plant@xn--wrme-loa.example", read.from().address()),
                () -> assertEquals(2, mail.getRecipients(RecipientType.TO).length),
                () -> assertEquals("cy@example.com", read.cc().getFirst().address()),
                () -> assertEquals("planner@example.com", read.replyTo()),
                () -> assertEquals(".línea con punto\n..dos\n", read.text().replace("\r", "")),
                () -> assertEquals("<b>línea</b>", read.html().strip()),
                () -> assertFalse(Arrays.stream(server.getReceivedMessages()).anyMatch(one -> header(one, "Bcc"))));
    }

    private static boolean header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name) != null;
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_repeat_is_the_same_message() throws Exception {
        server.start();
        var line = line(server.getSmtp().getPort(), "none", "", Optional.empty());
        send(line);
        send(line);
        var ids =
                List.of(server.getReceivedMessages()[0].getMessageID(), server.getReceivedMessages()[1].getMessageID());
        assertEquals(ids.getFirst(), ids.getLast());
    }

    @Test
    void a_password_needs_a_line_that_nobody_reads() throws Exception {
        server.start();
        var settings = "smtp-plain://127.0.0.1:" + server.getSmtp().getPort();
        var line = line(server.getSmtp().getPort(), "starttls", "plant", Optional.empty());
        assertEquals("tls-missing", said(send(line)));
        var outgoing = new Mail().probe(line.account()).orElseThrow().to(settings);
        assertEquals("plain-login", assertUnanswered(line.exchange(outgoing)));
    }

    private static String assertUnanswered(Exchange exchange) {
        return exchange instanceof Exchange.Unanswered(var reason, var _, var _) ? reason : exchange.toString();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        server.start();
        assertEquals("certificate", said(send(line(server.getSmtps().getPort(), "tls", "plant", Optional.empty()))));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void both_ways_of_encryption_and_the_login_work() throws Exception {
        try (var crooked = new CrookedServer()) {
            for (var security : List.of("starttls", "tls")) {
                crooked.behave(security.equals("tls"), Map.of());
                var line = line(crooked.port(), security, "plant", Optional.of(crooked.trusted()));
                assertEquals("", said(send(line)), security);
                assertEquals("plant:s3cr3t", crooked.login());
                assertEquals(
                        List.of("known", "signed-in", "reached"),
                        line.tested().stream()
                                .filter(ConnectionTest.Step::passed)
                                .map(ConnectionTest.Step::key)
                                .toList());
            }
        }
    }

    /// Takes tokens of no age, numbered from 1, and notes what they are bought with.
    private static Direct byToken(CrookedServer crooked, List<String> bought, Map<String, String> secrets) {
        Gateway tokens = (outgoing, _) -> {
            var form = outgoing.body() instanceof Outgoing.FormBody(var fields, var _) ? fields.toString() : "";
            bought.add(outgoing.url() + " " + outgoing.headers().get("Authorization") + " " + form);
            var token = "{\"access_token\": \"t%d\", \"expires_in\": 3599}".formatted(bought.size());
            return new Exchange.Answered(Calls.reply(200, token));
        };
        return new Direct(
                new Mail(),
                new MailGateway(
                        tokens,
                        Set.of("127.0.0.1:" + crooked.port()),
                        Optional.of(crooked.trusted()),
                        Duration.ofSeconds(30)),
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(crooked.port()),
                        "sign-in", "oauth",
                        "user", "plant@example.com",
                        "token-url", "https://login.example.com/token",
                        "client-id", "app",
                        "scope", "https://outlook.office365.com/.default",
                        "from", "plant@example.com"),
                secrets);
    }

    @Test
    void a_token_is_bought_and_shown_as_the_large_providers_take_it() throws Exception {
        try (var crooked = new CrookedServer()) {
            crooked.behave(false, Map.of());
            var bought = new ArrayList<String>();
            var line = byToken(crooked, bought, Map.of("client-secret", "s3cr3t"));
            assertEquals("", said(send(line)));
            assertEquals("user=plant@example.com|auth=Bearer t1||", crooked.login());
            assertEquals("", said(send(line)));
            assertEquals(
                    List.of("https://login.example.com/token Basic YXBwOnMzY3IzdA== "
                            + "{grant_type=client_credentials, scope=https://outlook.office365.com/.default}"),
                    bought);
            assertFalse(line.shown("send", Calls.texts("to", "a@b.example", "subject", "s", "text", "t"), Value.Fields.empty())
                    .toString()
                    .contains("t1"));
        }
    }

    @Test
    void what_stands_for_a_persons_consent_buys_the_token_where_there_is_one() throws Exception {
        try (var crooked = new CrookedServer()) {
            crooked.behave(false, Map.of());
            var bought = new ArrayList<String>();
            assertEquals("", said(send(byToken(crooked, bought, Map.of("client-secret", "s", "refresh-token", "r-1")))));
            assertTrue(bought.getFirst().contains("{grant_type=refresh_token, refresh_token=r-1, scope="), bought::toString);
        }
    }

    /// A refusal comes as a question, to which nothing is the answer.
    @Test
    void a_token_that_is_refused_is_bought_once_more_and_no_oftener() throws Exception {
        try (var crooked = new CrookedServer()) {
            crooked.behave(false, Map.of("AUTH", "334 eyJzdGF0dXMiOiI0MDAifQ=="));
            var bought = new ArrayList<String>();
            assertEquals("token", said(send(byToken(crooked, bought, Map.of("client-secret", "s")))));
            assertEquals(2, bought.size());
            assertEquals("user=plant@example.com|auth=Bearer t2||", crooked.login());
            crooked.behave(false, Map.of("AUTH", "535 5.7.3 Authentication unsuccessful"));
            assertEquals("token", said(send(byToken(crooked, bought, Map.of("client-secret", "s")))));
            assertEquals(4, bought.size());
        }
    }

    @Test
    void each_refusal_lands_where_it_belongs() throws Exception {
        try (var crooked = new CrookedServer()) {
            assertAll(
                    () -> assertEquals("sign-in", answer(crooked, "AUTH", "535 5.7.8 Bad credentials")),
                    () -> assertEquals("later unavailable", answer(crooked, "AUTH", "454 4.7.0 Busy")),
                    () -> assertEquals("later unavailable", answer(crooked, "greeting", "421 4.3.2 Going down")),
                    () -> assertEquals("policy", answer(crooked, "greeting", "554 5.7.1 Not you")),
                    () -> assertEquals("address", answer(crooked, "MAIL", "553 5.7.1 Not your address")),
                    () -> assertEquals("later grey", answer(crooked, "RCPT", "450 4.7.1 Greylisted")),
                    () -> assertEquals("address", answer(crooked, "RCPT", "550 5.1.1 Unknown")),
                    () -> assertEquals("later full", answer(crooked, "RCPT", "452 4.2.2 Full")),
                    () -> assertEquals("policy", answer(crooked, "DATA", "554 5.7.1 Spam")),
                    () -> assertEquals("large", answer(crooked, ".", "552 5.3.4 Too large")),
                    () -> assertEquals("later grey", answer(crooked, ".", "451 4.3.0 Try again")),
                    () -> assertEquals("", answer(crooked, "QUIT", "500 What?")));
        }
    }

    private static String answer(CrookedServer crooked, String verb, String said) throws Exception {
        crooked.behave(false, Map.of(verb, said));
        return said(send(line(crooked.port(), "starttls", "plant", Optional.of(crooked.trusted()))));
    }

    @Test
    void only_a_line_that_broke_within_the_message_leaves_a_doubt() throws Exception {
        try (var crooked = new CrookedServer()) {
            assertAll(
                    () -> assertEquals("later unreachable", answer(crooked, "RCPT", CrookedServer.HANG_UP)),
                    () -> assertEquals("later lost broken-off", answer(crooked, ".", CrookedServer.HANG_UP)),
                    () -> {
                        crooked.behave(false, Map.of(".", CrookedServer.SILENCE));
                        var hasty = line(
                                crooked.port(),
                                "starttls",
                                "plant",
                                Optional.of(crooked.trusted()),
                                Duration.ofSeconds(4));
                        assertEquals("later lost timeout", said(send(hasty)));
                    });
        }
        assertEquals("later unreachable", said(send(line(1, "none", "", Optional.empty()))));
    }

    @Test
    void only_allowed_addresses_inside_are_dialled() throws Exception {
        server.start();
        int port = server.getSmtp().getPort();
        var gateway = new MailGateway(NO_OTHER, Set.of());
        var probe = new Mail()
                .probe(Calls.account("mail", "host", "127.0.0.1", "from", "a@b.example"))
                .orElseThrow();
        assertEquals(
                List.of("private-address", "private-address", "forbidden-address", "forbidden-address"),
                List.of(
                        assertUnanswered(gateway.send(probe.to("smtp-plain://127.0.0.1:" + port), Optional.empty())),
                        assertUnanswered(gateway.send(probe.to("smtp-plain://localhost:" + port), Optional.empty())),
                        assertUnanswered(gateway.send(probe.to("smtp-plain://169.254.169.254:25"), Optional.empty())),
                        assertUnanswered(gateway.send(probe.to("smtp-plain://2130706433:25"), Optional.empty()))));
        assertTrue(
                gateway.send(probe.to("smtp-plain://127.0.0.1:" + port), Optional.of("127.0.0.1:" + port))
                        instanceof Exchange.Answered);
        gateway.close();
    }
}
