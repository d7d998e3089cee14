package io.signalbox.engine;

import io.signalbox.access.Accounts;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.flow.Locality;
import io.signalbox.flow.Path;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Asks a service for a poll, through the send gate like every call, and as seldom as the account's runs while the
/// service is out of order. Blocks for the wire. Safe for use by several threads.
public final class Poller {
    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final Breakers breakers;
    private final Caller caller;
    private final InstantSource clock;

    /// @param breakers of the engine whose runs call the same accounts
    public Poller(Accounts accounts, Connectors connectors, SendGate gate, Breakers breakers, InstantSource clock) {
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.breakers = breakers;
        this.caller = new Caller(new Asking(gate, new SignIn(accounts, gate, clock)), breakers);
        this.clock = clock;
    }

    /// How one look went.
    public sealed interface Look {
        record Answered(Value reply) implements Look {}

        /// @param after how long the service asked us to wait
        record Busy(String reason, Optional<Duration> after) implements Look {}

        /// The same call would be refused again.
        record Refused(String reason) implements Look {}
    }

    /// @param state what the last answer left: its settings may use it as `trigger.cursor`
    public Look look(Matcher.Timed timed, Poll poll, Value state) {
        var account =
                accounts.find(poll.connection()).filter(found -> found.type().equals(poll.service()));
        var connector = connectors.find(poll.service());
        var operation = connectors.operation(poll.service(), poll.operation());
        if (account.isEmpty() || connector.isEmpty() || operation.isEmpty()) {
            return new Look.Refused("no-account");
        }
        try {
            var settings = Evaluation.settings(
                    poll.settings(), operation.get(), scope(timed.locality(), state, clock.instant()));
            var effect = new Effect(
                    new StepId(timed.match().trigger().id(), List.of()),
                    poll.service(),
                    poll.connection(),
                    operation.get(),
                    false,
                    settings,
                    Value.Fields.empty());
            var flow = timed.match().flow();
            var now = clock.instant();
            // A look is no run: only its turn is counted under this name.
            var asked = new SendGate.Asked(
                    flow + " " + timed.match().trigger().id(), flow, effect, account.get(), false, Instant.MAX);
            return switch (breakers.ask(account.get().name(), false)) {
                case Breakers.Leave.Wait(var reason, var after) -> new Look.Busy(reason, Optional.of(after));
                case Breakers.Leave.Go _ ->
                    switch (gate.judge(asked)) {
                        case SendGate.Refusal(var rule, var _) -> {
                            breakers.unused(account.get().name(), false);
                            yield new Look.Refused(rule);
                        }
                        case SendGate.Later(var rule, var _, var until, var _) -> {
                            breakers.unused(account.get().name(), false);
                            yield new Look.Busy(rule, Optional.of(Duration.between(now, until)));
                        }
                        case SendGate.Permit permit -> {
                            var call = new Call(account.get(), poll.operation(), settings, Value.Fields.empty(), "");
                            yield called(connector.get(), call, permit);
                        }
                    };
            };
        } catch (CallProblem problem) {
            return new Look.Refused(problem.key());
        }
    }

    private Look called(Connector connector, Call call, SendGate.Permit permit) {
        try {
            return look(caller.call(connector, call, connector.encode(call), permit, false));
        } catch (CallProblem problem) {
            breakers.unused(call.account().name(), false);
            return new Look.Refused(problem.key());
        }
    }

    private static Look look(Caller.Called called) {
        return switch (called) {
            case Caller.Called.Ended(StepResult.Answered(var output, var _)) -> new Look.Answered(output);
            case Caller.Called.Ended(StepResult.Failed(var reason, var _)) -> new Look.Refused(reason);
            case Caller.Called.Ended(StepResult.GivenUp(var reason, var _)) -> new Look.Refused(reason);
            case Caller.Called.Ended(StepResult.Suppressed(var rule, var _)) -> new Look.Refused(rule);
            case Caller.Called.Again(var reason, var _, var after) -> new Look.Busy(reason, after);
            case Caller.Called.Lost(var reason, var _) -> new Look.Busy(reason, Optional.empty());
        };
    }

    /// Nothing has happened yet: `trigger` holds only how far the last answer went.
    private static Scope scope(Locality locality, Value state, Instant now) {
        var known = Value.fields("cursor", state.at("cursor"), "now", Value.of(now.toString()));
        return new Scope() {
            @Override
            public Value at(Path path) {
                return path.root().equals(Path.TRIGGER) ? path.from(known) : Value.nothing();
            }

            @Override
            public Locality locality() {
                return locality;
            }

            @Override
            public Instant now() {
                return now;
            }
        };
    }
}
