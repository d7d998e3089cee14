package io.signalbox.connector.slack;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.connector.Reply;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Slack: messages as an app or by an incoming webhook, whose whole address is the secret.
///
/// The vendor allows one message a second for each channel; one for each connection is kept here, which is less. It has
/// no key that would stop a repeated call from being a second message.
@AutoService(Connector.class)
public final class Slack implements Connector {
    private static final String HOST = "slack.com";
    private static final String BASE = "https://slack.com/api";
    private static final String HOOKS = "https://hooks.slack.com/";
    private static final String WEBHOOK = "webhook";
    private static final String CHANNELS = "list-channels";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "slack",
            List.of(
                    new Field.Choice("way", List.of("bot", WEBHOOK), "bot"),
                    new Field.Secret("bot-token", false),
                    new Field.Secret("webhook-url", false),
                    new Field.Secret("secret", false),
                    new Field.Url("base-url", false, BASE),
                    new Field.Url("hook-base-url", false, HOOKS)),
            List.of(
                    Operation.send(
                                    "post-message",
                                    List.of(
                                            new Field.Text("channel", true, "C0123456789"),
                                            new Field.LongText("text", true, SlackRules.LONGEST),
                                            new Field.Text("thread", false, "1503435956.000247")),
                                    posted())
                            .needing("chat:write"),
                    Operation.send(
                            "post-webhook",
                            List.of(new Field.LongText("text", true, SlackRules.LONGEST)),
                            Value.fields("ok", Value.of(true))),
                    Operation.read(CHANNELS, List.of(), channels()).needing("channels:read")),
            Optional.of(new ConnectorSpec.Pace(HOST, 1, Duration.ofSeconds(1))));

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return byWebhook(account) ? new Auth.Address("webhook-url") : new Auth.Bearer("bot-token");
    }

    private static boolean byWebhook(Account account) {
        return account.value("way").equals(WEBHOOK);
    }

    @Override
    public Optional<Verifier> verifier() {
        return Verifier.of("slack", Optional.empty());
    }

    @Override
    public Optional<Outgoing> probe(Account account) {
        return byWebhook(account)
                ? Optional.empty()
                : Optional.of(Outgoing.json("POST", api(account) + "/auth.test", Value.Fields.empty()));
    }

    private static String api(Account account) {
        return Address.of(or(account.value("base-url"), BASE)).toString();
    }

    @Override
    public Optional<Paging> paging(Call call) {
        return call.operation().equals(CHANNELS)
                ? Optional.of(Paging.of(
                        "channels",
                        page -> Optional.of(page.reply()
                                        .body()
                                        .at("response_metadata")
                                        .at("next_cursor")
                                        .asText())
                                .filter(cursor -> !cursor.isEmpty())
                                .map(cursor -> page.asked().withQuery("cursor", cursor))))
                : Optional.empty();
    }

    @Override
    public List<Directory> directories() {
        return List.of(new Directory(
                "channels", CHANNELS, Value.Fields.empty(), "", "channels", "name", Map.of("channel", "id"), ""));
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        boolean hook = call.operation().equals("post-webhook");
        if (hook != byWebhook(call.account())) {
            throw new CallProblem(hook ? "way.webhook" : "way.bot");
        }
        if (call.operation().equals(CHANNELS)) {
            return Outgoing.get(Address.of(api(call.account()))
                    .path("/conversations.list")
                    .query("limit", Integer.toString(SlackRules.PAGE))
                    .query("exclude_archived", "true")
                    .toString());
        }
        var fault = SlackRules.fault(call.text("text"));
        if (fault.isPresent()) {
            throw new CallProblem(fault.get());
        }
        var text = Value.of(SlackRules.calm(call.text("text")));
        if (hook) {
            return Outgoing.json("POST", or(call.account().value("hook-base-url"), HOOKS), Value.fields("text", text));
        }
        return Outgoing.json(
                "POST",
                api(call.account()) + "/chat.postMessage",
                Value.fields("channel", Value.of(call.text("channel")), "text", text)
                        .withPresent("thread_ts", Value.of(call.text("thread"))));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        if (call.operation().equals("post-webhook")) {
            var said = reply.body().asText().strip();
            return reply.isSuccess() && said.equals("ok")
                    ? new Outcome.Delivered(Value.fields("ok", Value.of(true)), "")
                    : other(reply, said);
        }
        if (reply.isSuccess() && reply.body().at("ok").equals(Value.of(true))) {
            return new Outcome.Delivered(reply.body(), reply.body().at("ts").asText());
        }
        return other(reply, reply.body().at("error").asText());
    }

    private static Outcome other(Reply reply, String code) {
        // A page of some proxy in between has no word of Slack's.
        boolean says = reply.isSuccess() || (reply.status() != 429 && SlackError.knows(code));
        if (says) {
            var needed = reply.body().at("needed").asText();
            return SlackError.of(reply, code, reply.status() + " " + code + (needed.isEmpty() ? "" : ": " + needed));
        }
        return switch (Outcome.ofStatus(reply, "")) {
            // The token is a static one: a new one can only be made by a person.
            case Outcome.SignInAgain(var _, var detail) -> new Outcome.Refused("token", detail);
            case Outcome.Delivered delivered -> delivered;
            case Outcome.Refused refused -> refused;
            case Outcome.TryLater later -> later;
        };
    }

    private static Value posted() {
        return Value.fields("ok", Value.of(true), "channel", Value.of("C0123456789"))
                .with("ts", Value.of("1503435956.000247"))
                .with("message", Value.fields("text", Value.of("OT-1496: Replace bearing")));
    }

    private static Value channels() {
        return Value.fields("ok", Value.of(true))
                .with(
                        "channels",
                        Value.items(Value.fields("id", Value.of("C0123456789"), "name", Value.of("maintenance"))))
                .with("response_metadata", Value.fields("next_cursor", Value.of("dGVhbTpDMDYxRkE1UEI=")));
    }

    private static String or(String value, String preset) {
        return value.isBlank() ? preset : value;
    }
}
