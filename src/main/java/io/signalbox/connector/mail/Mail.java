package io.signalbox.connector.mail;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Field.Recipient.Form;
import io.signalbox.connector.Letter;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.MailAddress;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// E-mail by SMTP (RFC 5321). The codes decide: 4 means another time, 5 never.
///
/// Who signs in shows a password, or a token as Microsoft 365 and Google take it (XOAUTH2): bought with client
/// credentials, or with what stands for a person's consent. That a token which ran out is refused with 535 like any
/// other is our reading.
///
/// The Message-ID is made of the step's key, so that a repeat is the same message to whoever compares.
@AutoService(Connector.class)
public final class Mail implements Connector {
    private static final String STARTTLS = "starttls";
    private static final String PORT = "587";
    private static final String OAUTH = "oauth";
    private static final String PASSWORD = "password";

    /// The header by which the way out learns whose mailbox a token is for.
    public static final String MAILBOX = "Mailbox";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "mail",
            List.of(
                    new Field.Text("host", true, "smtp.example.com"),
                    new Field.Text("port", false, PORT),
                    new Field.Choice("security", List.of(STARTTLS, "tls", "none"), STARTTLS),
                    new Field.Choice("sign-in", List.of(PASSWORD, OAUTH), PASSWORD),
                    new Field.Text("user", false, "plant@example.com"),
                    new Field.Secret(PASSWORD, false),
                    new Field.Url("token-url", false, ""),
                    new Field.Text("client-id", false, "6731de76-14a6-49ae-97bc-6eba6914391e"),
                    new Field.Secret("client-secret", false),
                    new Field.Text("scope", false, "https://outlook.office365.com/.default"),
                    new Field.Secret("refresh-token", false),
                    new Field.Text("from", true, "plant@example.com"),
                    new Field.Text("from-name", false, "Maintenance"),
                    new Field.Text("reply-to", false, "planner@example.com"),
                    new Field.Flag("allow-private", false)),
            List.of(Operation.send(
                    "send",
                    List.of(
                            new Field.Recipient("to", List.of("email", "mail"), Form.MAIL, true),
                            new Field.Recipient("cc", List.of(), Form.MAIL, false),
                            new Field.Text("subject", true, "{{ trigger.data.wo_folio }}"),
                            new Field.LongText("text", true, MailRules.LONGEST),
                            new Field.LongText("html", false, MailRules.LONGEST)),
                    Value.fields("messageId", Value.of("mfzgk3dmmvxgg33n"))
                            .with("code", Value.of(250))
                            .with("reply", Value.of("250 2.0.0 Ok: queued as 4X2b1")))),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        if (account.value("user").isBlank()) {
            return new Auth.None();
        }
        return byToken(account)
                ? new Auth.ClientCredentials(
                        account.value("token-url"),
                        account.value("client-id"),
                        "client-secret",
                        "",
                        account.value("scope"),
                        "refresh-token")
                : new Auth.Basic(account.value("user"), PASSWORD);
    }

    private static boolean byToken(Account account) {
        return account.value("sign-in").equals(OAUTH);
    }

    @Override
    public Optional<Outgoing> probe(Account account) {
        var nobody = new Letter("probe", sender(account), List.of(), List.of(), "", "", "", "");
        return Optional.of(outgoing("NOOP", account, nobody));
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var account = call.account();
        if (account.value("security").equals("none") && !account.value("user").isBlank()) {
            throw new CallProblem("plain-login");
        }
        if (byToken(account)
                && (account.value("user").isBlank()
                        || account.value("token-url").isBlank()
                        || account.value("client-id").isBlank())) {
            throw new CallProblem("oauth");
        }
        var to = parties(call.settings().at("to"));
        var cc = parties(call.settings().at("cc"));
        var fault = MailRules.fault(to.size() + cc.size(), call.text("subject"), call.text("text"), call.text("html"));
        if (fault.isPresent()) {
            throw new CallProblem(fault.get());
        }
        return outgoing(
                "MAIL",
                account,
                new Letter(
                        call.key(),
                        sender(account),
                        to,
                        cc,
                        account.value("reply-to"),
                        call.text("subject"),
                        call.text("text"),
                        call.text("html")));
    }

    private static Letter.Party sender(Account account) {
        return new Letter.Party(account.value("from-name"), account.value("from"));
    }

    private static Outgoing outgoing(String method, Account account, Letter letter) {
        var scheme = switch (account.value("security")) {
            case "tls" -> "smtps://";
            case "none" -> "smtp-plain://";
            default -> "smtp://";
        };
        var port =
                account.value("port").isBlank() ? PORT : account.value("port").strip();
        var outgoing = new Outgoing(
                method,
                scheme + account.value("host").strip() + ":" + port,
                new LinkedHashMap<>(),
                new Outgoing.MailBody(letter));
        return byToken(account)
                ? outgoing.withHeader(MAILBOX, account.value("user").strip())
                : outgoing;
    }

    private static List<Letter.Party> parties(Value addresses) {
        return MailAddress.listed(addresses).stream()
                .map(address -> new Letter.Party("", address))
                .toList();
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var detail = reply.status() + " " + reply.body().at("reply").asText();
        if (reply.isSuccess()) {
            return new Outcome.Delivered(
                    reply.body(), reply.body().at("messageId").asText());
        }
        var reason = MailRules.reason(reply.status());
        if (reason.equals("sign-in") && byToken(call.account())) {
            return new Outcome.SignInAgain("token", detail);
        }
        return MailRules.isLater(reply.status())
                ? new Outcome.TryLater(reason, detail, Optional.empty())
                : new Outcome.Refused(reason, detail);
    }
}
