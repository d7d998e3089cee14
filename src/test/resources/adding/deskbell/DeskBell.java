package io.signalbox.connector.deskbell;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
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

/// A small ticket system.
@AutoService(Connector.class)
public final class DeskBell implements Connector {
    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "deskbell",
            List.of(new Field.Url("base-url", true, ""), new Field.Secret("key", true)),
            List.of(Operation.send(
                            "open",
                            List.of(new Field.Choice("queue", List.of("north", "south"), "north")),
                            Value.fields("id", Value.of("T-1")))
                    .mapped()),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.Header("X-Desk-Key", "key");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var queue = call.text("queue").isBlank() ? "north" : call.text("queue");
        return Outgoing.json(
                "POST",
                Address.of(call.account().value("base-url")).segment(queue).toString(),
                call.fields().with("ref", Value.of(call.key())));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        return reply.status() == 409
                ? new Outcome.Refused("twice", reply.body().asText())
                : Outcome.ofStatus(reply, reply.body().at("id").asText());
    }
}
