package io.signalbox.engine;

import io.signalbox.connector.Call;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import java.time.Duration;
import java.util.Optional;

/// Makes one call through the send gate, signed, and says how it ended. Blocks for the wire.
final class Caller {
    private final SendGate gate;
    private final SignIn signIn;
    private final Breakers breakers;

    Caller(SendGate gate, SignIn signIn, Breakers breakers) {
        this.gate = gate;
        this.signIn = signIn;
        this.breakers = breakers;
    }

    /// How a call ended.
    sealed interface Called {
        record Ended(StepResult result) implements Called {}

        /// It surely did not get done.
        ///
        /// @param after how long the service asked us to wait
        record Again(String reason, String detail, Optional<Duration> after) implements Called {}

        /// It was sent, and no answer came back.
        record Lost(String reason, String detail) implements Called {}
    }

    /// @param plain not signed yet
    /// @param permit of the gate, for this call
    Called call(Connector connector, Call call, Outgoing plain, SendGate.Permit permit, boolean repeat) {
        var called = exchange(connector, call, plain, permit);
        if (called instanceof Answered(Outcome.SignInAgain _)) {
            // A token may end before its time; one new one, then the service is believed.
            signIn.forget(call.account());
            called = exchange(connector, call, plain, permit);
        }
        var account = call.account().name();
        return switch (called) {
            case Unanswered(var result, var ill) -> {
                if (ill) {
                    breakers.failed(account);
                } else {
                    breakers.unused(account, repeat);
                }
                yield result;
            }
            case Answered(var outcome) -> read(outcome, account, repeat);
        };
    }

    private Called read(Outcome outcome, String account, boolean repeat) {
        if (outcome instanceof Outcome.TryLater later && !later.isWell()) {
            breakers.failed(account);
        } else {
            breakers.took(account, repeat && outcome instanceof Outcome.Delivered);
        }
        return switch (outcome) {
            case Outcome.Delivered(var output, var externalId) ->
                new Called.Ended(new StepResult.Answered(output, externalId));
            case Outcome.Refused(var reason, var detail) -> new Called.Ended(new StepResult.Failed(reason, detail));
            case Outcome.SignInAgain(var reason, var detail) -> new Called.Ended(new StepResult.Failed(reason, detail));
            case Outcome.TryLater(var reason, var detail, var after) -> new Called.Again(reason, detail, after);
        };
    }

    private sealed interface Reached {}

    private record Answered(Outcome outcome) implements Reached {}

    /// @param ill the service is to blame
    private record Unanswered(Called called, boolean ill) implements Reached {}

    private Reached exchange(Connector connector, Call call, Outgoing plain, SendGate.Permit permit) {
        return switch (signIn.sign(connector.auth(call.account()), call.account(), plain)) {
            case SignIn.Signed.Denied(var reason, var detail, var retry) ->
                retry
                        ? new Unanswered(new Called.Again(reason, detail, Optional.empty()), true)
                        : new Unanswered(new Called.Ended(new StepResult.Failed(reason, detail)), false);
            case SignIn.Signed.Ready(var signed) ->
                switch (gate.send(permit, signed)) {
                    case Exchange.Answered(var reply) -> new Answered(connector.decode(call, reply));
                    case Exchange.Unanswered(var reason, var detail, var retry) ->
                        retry
                                ? new Unanswered(new Called.Again(reason, detail, Optional.empty()), true)
                                : new Unanswered(new Called.Ended(new StepResult.Failed(reason, detail)), false);
                    case Exchange.Lost(var reason, var detail) -> new Unanswered(new Called.Lost(reason, detail), true);
                };
        };
    }
}
