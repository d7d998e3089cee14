package io.signalbox.connector.standardwebhooks;

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
import io.signalbox.connector.StandardSignature;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// Standard Webhooks 1, both ways. The id of what is sent is the step's key, the same for every attempt.
@AutoService(Connector.class)
public final class StandardWebhooks implements Connector {
    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "standardwebhooks",
            List.of(
                    new Field.Secret("secret", true),
                    new Field.Url("base-url", false, ""),
                    new Field.Flag("allow-private", false)),
            List.of(Operation.send(
                            "send",
                            List.of(new Field.Text("type", true, "work_order.created")),
                            Value.fields("ok", Value.of(true)))
                    .mapped()),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.Signed("secret");
    }

    /// Every call would be an event at the receiver's.
    @Override
    public Optional<Outgoing> probe(Account account) {
        return Optional.empty();
    }

    @Override
    public Optional<Verifier> verifier() {
        return Verifier.of("standard-webhooks", Optional.empty());
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        if (call.account().value("base-url").isBlank()) {
            throw new CallProblem("no-address");
        }
        var type = call.text("type").strip();
        if (!isType(type)) {
            throw new CallProblem("type", type);
        }
        Value data = Value.Fields.empty();
        for (var row : call.fields().fields().entrySet()) {
            var path = List.of(row.getKey().split("\\.", -1));
            if (path.stream().anyMatch(String::isBlank)) {
                throw new CallProblem("target", row.getKey());
            }
            data = Value.put(data, path, row.getValue());
        }
        return Outgoing.json(
                        "POST", call.account().value("base-url"), Value.fields("type", Value.of(type), "data", data))
                .withHeader(StandardSignature.ID, call.key());
    }

    private static boolean isType(String type) {
        return !type.isEmpty()
                && !type.startsWith(".")
                && !type.endsWith(".")
                && !type.contains("..")
                && type.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '_'
                                || c == '.');
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var detail = reply.status() + " " + reply.body().asText();
        return switch (reply.status()) {
            case 401, 403 -> new Outcome.Refused("signature", detail);
            case 410 -> new Outcome.Refused("gone", detail);
            default -> Outcome.ofStatus(reply, call.key());
        };
    }
}
