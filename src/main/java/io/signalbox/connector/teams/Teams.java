package io.signalbox.connector.teams;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// Microsoft Teams: cards through a workflow that waits for a webhook request. Its whole address is the secret.
///
/// The service gives no public contract beyond the card itself; what its refusals mean is our reading of HTTP.
@AutoService(Connector.class)
public final class Teams implements Connector {
    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "teams",
            List.of(
                    new Field.Secret("webhook-url", true),
                    new Field.Url("base-url", false, ""),
                    new Field.Flag("allow-private", false)),
            List.of(Operation.send(
                    "post-card",
                    List.of(
                            new Field.Text("title", true, "{{ trigger.data.wo_folio }}"),
                            new Field.LongText("text", true, Card.LARGEST),
                            new Field.Choice("tone", List.of("default", "good", "warning", "attention"), "default"),
                            new Field.Text("link", false, "https://one.example.com/wo/{{ trigger.data.wo_folio }}"),
                            new Field.Text("button", false, "")),
                    Value.fields("accepted", Value.of(true)))),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.Address("webhook-url");
    }

    /// Every call would post a card.
    @Override
    public Optional<Outgoing> probe(Account account) {
        return Optional.empty();
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var base = call.account().value("base-url");
        return Outgoing.json(
                "POST",
                base.isBlank() ? "https://" : base,
                Card.of(
                        call.text("title"),
                        call.text("text"),
                        call.text("tone"),
                        call.text("link").strip(),
                        call.text("button")));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var detail =
                reply.status() + " " + reply.body().at("error").at("message").asText();
        return switch (reply.status()) {
            case 200, 202 -> new Outcome.Delivered(Value.fields("accepted", Value.of(true)), "");
            case 400, 413 -> new Outcome.Refused("invalid", detail);
            case 401, 403, 404, 410 -> new Outcome.Refused("webhook-gone", detail);
            default -> Outcome.ofStatus(reply, "");
        };
    }
}
