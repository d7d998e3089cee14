package io.signalbox.engine;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import java.time.Duration;
import java.util.Optional;

/// Makes one call through the send gate, signed, and says how it ended. Blocks for the wire.
final class Caller {
    private final Asking asking;
    private final Breakers breakers;

    Caller(Asking asking, Breakers breakers) {
        this.asking = asking;
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
    /// @param repeat true when it may have been done before
    /// @throws CallProblem as the connector does
    Called call(Connector connector, Call call, Outgoing plain, SendGate.Permit permit, boolean repeat)
            throws CallProblem {
        var account = call.account().name();
        var done = repeat ? asking.recall(connector, call, permit) : Optional.<Asking.Heard>empty();
        return switch (done.isPresent() ? done.get() : asking.ask(connector, call, plain, permit)) {
            case Asking.Heard.Said(var outcome) -> read(outcome, account, repeat);
            case Asking.Heard.Silent(var reason, var detail, var retry, var ill) -> {
                if (ill) {
                    breakers.failed(account);
                } else {
                    breakers.unused(account, repeat);
                }
                yield retry
                        ? new Called.Again(reason, detail, Optional.empty())
                        : new Called.Ended(new StepResult.Failed(reason, detail));
            }
            case Asking.Heard.Lost(var reason, var detail) -> {
                breakers.failed(account);
                yield new Called.Lost(reason, detail);
            }
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
}
