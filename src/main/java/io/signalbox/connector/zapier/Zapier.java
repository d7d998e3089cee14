package io.signalbox.connector.zapier;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Zapier's catch hooks, whose whole address is the secret.
///
/// The vendor's help page allows 10,000 calls in five minutes to a user and 30 a second to a hook; the smaller of the
/// two
/// is kept.
@AutoService(Connector.class)
public final class Zapier implements Connector {
    private static final String HOST = "hooks.zapier.com";
    private static final String BASE = "https://" + HOST + "/hooks/catch/";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "zapier",
            List.of(new Field.Secret("webhook-url", true), new Field.Url("base-url", false, BASE)),
            List.of(Operation.send(
                            "catch",
                            List.of(),
                            Value.fields("status", Value.of("success")).with("id", Value.of("018f-example")))
                    .mapped()),
            Optional.of(new ConnectorSpec.Pace(HOST, 30, Duration.ofSeconds(1))));

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.Address("webhook-url");
    }

    /// Every call would start the Zap.
    @Override
    public Optional<Outgoing> probe(Account account) {
        return Optional.empty();
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        Value body = Value.Fields.empty();
        for (var row : call.fields().fields().entrySet()) {
            var path = List.of(row.getKey().split("\\.", -1));
            if (path.stream().anyMatch(String::isBlank)) {
                throw new CallProblem("target", row.getKey());
            }
            body = Value.put(body, path, row.getValue());
        }
        return Outgoing.json("POST", base(call.account()), body);
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var detail = reply.status() + " " + reply.body().asText();
        if (reply.isSuccess()) {
            return reply.body().at("status").asText().equals("success")
                    ? new Outcome.Delivered(reply.body(), reply.body().at("id").asText())
                    : new Outcome.Refused("no-success", detail);
        }
        return switch (reply.status()) {
            case 401, 403, 404, 410 -> new Outcome.Refused("webhook-gone", detail);
            default -> Outcome.ofStatus(reply, "");
        };
    }
}
