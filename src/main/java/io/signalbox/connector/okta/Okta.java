package io.signalbox.connector.okta;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.Verifier;
import java.util.List;
import java.util.Optional;

/// Okta's event hooks: one question to begin with, then a secret header on each delivery. It only tells.
@AutoService(Connector.class)
public final class Okta implements Connector {
    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "okta",
            List.of(new Field.Secret("secret", true), new Field.Text("header-name", false, "Authorization")),
            List.of(),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.None();
    }

    @Override
    public Optional<Outgoing> probe(Account account) {
        return Optional.empty();
    }

    @Override
    public Optional<Verifier> verifier() {
        return Verifier.of("okta", Optional.empty());
    }

    /// It only tells.
    @Override
    public Outgoing encode(Call call) throws CallProblem {
        throw new CallProblem("no-connector", call.operation());
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        return new Outcome.Refused("status", Integer.toString(reply.status()));
    }
}
