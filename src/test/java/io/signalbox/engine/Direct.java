package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.gate.Memory;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// One account and a gateway: a connector's calls as the engine signs them and makes them, without a flow around them.
public final class Direct {
    private final Connector connector;
    private final Account account;
    private final Map<String, Secret> secrets = new TreeMap<>();
    private final SignIn signIn;
    private final SendGate gate;

    public Direct(Connector connector, Gateway gateway, Map<String, String> values, Map<String, String> secrets) {
        this.connector = connector;
        secrets.forEach((key, value) -> this.secrets.put(key, new Secret(value)));
        this.account = new Account(
                "main", connector.spec().id(), new LinkedHashMap<>(new TreeMap<>(values)), secrets.keySet(), true);
        var memory = new Memory();
        this.gate = new SendGate(
                gateway,
                new SendGate.Books(memory, memory),
                Connectors.found(),
                _ -> true,
                InstantSource.system(),
                Meters.none(),
                _ -> true);
        this.signIn = new SignIn(accounts(), gate, InstantSource.system());
    }

    public Account account() {
        return account;
    }

    /// One attempt, and a second one after a new sign-in where the service asks for it.
    public Outcome call(String operation, Value.Fields settings, Value.Fields rows, String key) throws CallProblem {
        var call = new Call(account, operation, settings, rows, key);
        var outcome = once(call);
        if (outcome instanceof Outcome.SignInAgain) {
            signIn.forget(account);
            outcome = once(call);
        }
        return outcome;
    }

    private Outcome once(Call call) throws CallProblem {
        return switch (exchange(connector.encode(call))) {
            case Exchange.Answered(var reply) -> connector.decode(call, reply);
            case Exchange.Unanswered(var reason, var detail, var retry) ->
                retry ? new Outcome.TryLater(reason, detail, Optional.empty()) : new Outcome.Refused(reason, detail);
            case Exchange.Lost(var reason, var detail) ->
                new Outcome.TryLater("lost " + reason, detail, Optional.of(Duration.ZERO));
        };
    }

    /// As it would go over the wire.
    public Exchange exchange(Outgoing outgoing) {
        return switch (signIn.sign(auth(), account, outgoing)) {
            case SignIn.Signed.Denied(var reason, var detail, var retry) ->
                new Exchange.Unanswered(reason, detail, retry);
            case SignIn.Signed.Ready(var signed) -> gate.send(gate.permit(account), signed);
        };
    }

    /// How an attempt of the engine ended: `done` with the service's id, a reason, `later` or `lost` with one.
    ///
    /// @param repeat true after an attempt whose answer was lost
    public String attempt(String operation, Value.Fields settings, Value.Fields rows, String key, boolean repeat)
            throws CallProblem {
        var call = new Call(account, operation, settings, rows, key);
        var caller = new Caller(new Asking(gate, signIn), new Breakers(InstantSource.system(), new Random(1)));
        return switch (caller.call(connector, call, connector.encode(call), gate.permit(account), repeat)) {
            case Caller.Called.Ended(StepResult.Answered(var _, var id)) -> "done " + id;
            case Caller.Called.Ended(StepResult.Failed(var reason, var _)) -> reason;
            case Caller.Called.Ended(var other) -> other.toString();
            case Caller.Called.Again(var reason, var _, var _) -> "later " + reason;
            case Caller.Called.Lost(var reason, var _) -> "lost " + reason;
        };
    }

    /// What came back for a request that was not lost.
    public Reply reply(Outgoing outgoing) {
        return exchange(outgoing) instanceof Exchange.Answered(var reply)
                ? reply
                : new Reply(0, Map.of(), Value.nothing());
    }

    /// A read with all its pages, as a Source does it.
    public Outcome pages(String operation, Value.Fields settings) throws CallProblem {
        var call = new Call(account, operation, settings, Value.Fields.empty(), "key");
        var heard = new Asking(gate, signIn).ask(connector, call, connector.encode(call), gate.permit(account));
        return heard instanceof Asking.Heard.Said(var outcome)
                ? outcome
                : new Outcome.Refused("unheard", heard.toString());
    }

    /// As a person sees it in previews and run histories.
    public Value.Fields shown(String operation, Value.Fields settings, Value.Fields rows) throws CallProblem {
        return RequestView.of(auth(), connector.encode(new Call(account, operation, settings, rows, "key")));
    }

    /// The steps of trying the connection.
    public List<ConnectionTest.Step> tested() {
        return new ConnectionTest(accounts(), Connectors.found(), gate, InstantSource.system()).of(account);
    }

    private Auth auth() {
        return connector.auth(account);
    }

    private Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String name) {
                return Optional.of(account);
            }

            @Override
            public List<Account> all() {
                return List.of(account);
            }

            @Override
            public void save(Account changed, Map<String, Secret> more) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean remove(String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Secret> secret(String name, String field) {
                return Optional.ofNullable(secrets.get(field));
            }
        };
    }
}
