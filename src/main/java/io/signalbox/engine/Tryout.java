package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/// Sends one message of a preview to the stand-in of its service, so that a person sees it arrive there. Never to the
/// service: the stand-in's own account signs the call, and where it would lead elsewhere it is not made. Like the test
/// of a connection it belongs to no flow: it counts against nobody's cap and stands in no ledger. May block.
public final class Tryout {
    private final Connectors connectors;
    private final SendGate gate;
    private final InstantSource clock;

    /// The stand-ins that answer now.
    public interface StandIns {
        /// Those that lead to a stand-in, with secrets that it takes.
        Accounts accounts();

        /// True when a stand-in answers at this address.
        boolean answerAt(String url);
    }

    /// How it ended.
    public sealed interface Answer {
        /// @param own true when the flow's own connection leads to the stand-in, too
        record Arrived(boolean own) implements Answer {}

        /// The stand-in said what the service would have said.
        ///
        /// @param reason see [Connectors#explain]
        record Refused(String reason, String detail) implements Answer {}

        /// Nobody stands in for this service.
        record NoStandIn() implements Answer {}

        /// No stand-in runs here.
        record Closed() implements Answer {}
    }

    public Tryout(Connectors connectors, SendGate gate, InstantSource clock) {
        this.connectors = connectors;
        this.gate = gate;
        this.clock = clock;
    }

    public Answer send(Preview.Message message, StandIns there) {
        var type = message.effect().type();
        var connector = connectors.find(type);
        var account = likest(message.account(), there);
        if (connector.isEmpty() || account.isEmpty()) {
            return new Answer.NoStandIn();
        }
        var effect = message.effect();
        var call = new Call(
                account.get(),
                effect.operation().id(),
                effect.settings(),
                effect.fields(),
                "tryout-" + clock.instant().toEpochMilli());
        try {
            return send(
                    connector.get(),
                    call,
                    there,
                    there.answerAt(message.outgoing().url()));
        } catch (CallProblem problem) {
            return new Answer.Refused(problem.key(), String.join(", ", problem.arguments()));
        }
    }

    private Answer send(Connector connector, Call call, StandIns there, boolean own) throws CallProblem {
        var account = call.account();
        var signIn = new SignIn(there.accounts(), gate, clock);
        return switch (signIn.sign(connector.auth(account), account, connector.encode(call))) {
            case SignIn.Signed.Denied(var reason, var detail, var _) -> new Answer.Refused(reason, detail);
            // Asked of the signed call: some secrets are the address itself.
            case SignIn.Signed.Ready(var ready) ->
                there.answerAt(ready.url()) ? sent(connector, call, ready, own) : new Answer.NoStandIn();
        };
    }

    private Answer sent(Connector connector, Call call, Outgoing ready, boolean own) {
        var permit = gate.turn(call.account());
        if (permit.isEmpty()) {
            return new Answer.Refused("rate", call.account().name());
        }
        return switch (gate.send(permit.get(), ready)) {
            case Exchange.Unanswered(var reason, var detail, var _) -> new Answer.Refused(reason, detail);
            case Exchange.Lost(var reason, var detail) -> new Answer.Refused(reason, detail);
            case Exchange.Answered(var reply) ->
                switch (connector.decode(call, reply)) {
                    case Outcome.Delivered _ -> new Answer.Arrived(own);
                    case Outcome.Refused(var reason, var detail) -> new Answer.Refused(reason, detail);
                    case Outcome.TryLater(var reason, var detail, var _) -> new Answer.Refused(reason, detail);
                    case Outcome.SignInAgain(var reason, var detail) -> new Answer.Refused(reason, detail);
                };
        };
    }

    /// The stand-in's account of that name, else the one of that service that says most of the same.
    private static Optional<Account> likest(Account account, StandIns there) {
        var same = there.accounts().all().stream()
                .filter(other -> other.type().equals(account.type()))
                .toList();
        return same.stream()
                .filter(other -> other.name().equals(account.name()))
                .findFirst()
                .or(() -> same.stream().max(Comparator.comparingLong(other -> likeness(account, other))));
    }

    private static long likeness(Account one, Account other) {
        return one.values().entrySet().stream()
                .filter(entry -> other.value(entry.getKey()).equals(entry.getValue()))
                .count();
    }
}
