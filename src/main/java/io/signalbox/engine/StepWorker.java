package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.engine.StoredRun.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs the steps of a run, on the calling thread. Blocks for the wire and for the disk.
///
/// Results of reads ride with the next write that must wait anyway: losing one in a crash means reading again, which
/// changes nothing out there. What changes something is preceded by a stored intent and followed by a stored result.
final class StepWorker {
    private static final Logger LOG = LoggerFactory.getLogger(StepWorker.class);

    /// A status that has not come by then does not come: services send it within seconds.
    private static final Duration STATUS = Duration.ofHours(1);

    private final RunWriter writer;
    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final Caller caller;
    private final Breakers breakers;
    private final StepKeys keys;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final RandomGenerator random;

    StepWorker(
            RunWriter writer,
            Accounts accounts,
            Connectors connectors,
            SendGate gate,
            Breakers breakers,
            StepKeys keys,
            RetryPolicy retries,
            InstantSource clock,
            RandomGenerator random) {
        this.writer = writer;
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.breakers = breakers;
        this.caller = new Caller(new Asking(gate, new SignIn(accounts, gate, clock)), breakers);
        this.keys = keys;
        this.retries = retries;
        this.clock = clock;
        this.random = random;
    }

    /// Where a step stands for now.
    sealed interface Step {
        record Done(StepResult result) implements Step {}

        /// It does not go on now.
        ///
        /// @param change what is to be written about it; empty when that is known already
        record Rests(Optional<RunChange> change, Rest why) implements Step {
            Rests(RunChange change, String reason, String detail, Optional<Instant> until) {
                this(Optional.of(change), new Rest(reason, detail, until));
            }
        }

        /// The gate says when it may try again; no try is used up.
        record Held(SendGate.Later later) implements Step {}

        /// Somebody else has the run now, or ended it.
        record Gone() implements Step {}
    }

    Step perform(Carried carried, Effect effect) {
        var resting = carried.run().resting().get(effect.step());
        if (resting != null && !resting.isOver(clock.instant())) {
            return new Step.Rests(Optional.empty(), resting);
        }
        var account =
                accounts.find(effect.account()).filter(found -> found.type().equals(effect.type()));
        var connector = connectors.find(effect.type());
        if (account.isEmpty() || connector.isEmpty()) {
            return failed("no-account", effect.account());
        }
        var limit = AgeLimit.of(carried.flow());
        if (effect.message() && age(carried).compareTo(limit) > 0) {
            return new Step.Done(new StepResult.Suppressed("too-old", Long.toString(limit.toHours())));
        }
        var lost = carried.unknown().get(effect.step());
        if (lost != null) {
            switch (IfUnknown.of(carried.flow(), effect.step().node())) {
                case RESEND -> {}
                case WAIT -> {
                    return lost.awaited() ? park(carried, effect, "no-status", "") : await(carried, effect);
                }
                case PARK -> {
                    return park(carried, effect, RunChange.UNKNOWN_OUTCOME, "");
                }
            }
        }
        boolean repeat = carried.calls(effect.step()) > 0;
        return switch (breakers.ask(account.get().name(), repeat)) {
            case Breakers.Leave.Wait(var reason, var after) -> sleep(reason, account.get(), after);
            case Breakers.Leave.Go _ -> judged(carried, effect, account.get(), connector.get(), repeat);
        };
    }

    private Step judged(Carried carried, Effect effect, Account account, Connector connector, boolean repeat) {
        var run = carried.run();
        var key = run.lease().keyedAs();
        var asked = new SendGate.Asked(
                key,
                run.flow(),
                effect,
                account,
                repeat || !key.equals(run.id()),
                run.event().receivedAt().plus(AgeLimit.of(carried.flow())));
        return switch (gate.judge(asked)) {
            case SendGate.Refusal(var rule, var detail) -> {
                breakers.unused(account.name(), repeat);
                yield new Step.Done(new StepResult.Suppressed(rule, detail));
            }
            case SendGate.Later later -> {
                breakers.unused(account.name(), repeat);
                yield new Step.Held(later);
            }
            case SendGate.Permit permit -> {
                var call = new Call(
                        account,
                        effect.operation().id(),
                        effect.settings(),
                        effect.fields(),
                        key(carried, effect),
                        carried.calls(effect.step()) + 1);
                try {
                    yield send(carried, effect, connector, call, permit, repeat);
                } catch (CallProblem problem) {
                    breakers.unused(account.name(), repeat);
                    yield failed(problem.key(), String.join(", ", problem.arguments()));
                }
            }
        };
    }

    private Step send(
            Carried carried, Effect effect, Connector connector, Call call, SendGate.Permit permit, boolean repeat)
            throws CallProblem {
        var plain = connector.encode(call);
        var step = effect.step();
        int attempt = carried.calls(step) + 1;
        boolean sends = effect.operation().kind() == Operation.Kind.SEND;
        if (sends) {
            var request = RequestView.of(connector.auth(call.account()), plain);
            carried.written().add(step);
            carried.unwritten()
                    .add(
                            carried.unknown().containsKey(step)
                                    ? new RunChange.Resend(step, attempt, call.key(), request)
                                    : new RunChange.Intent(step, attempt, call.key(), request));
            switch (writer.write(carried.run(), carried.unwritten())) {
                case TOO_LATE -> {
                    breakers.unused(call.account().name(), repeat);
                    return new Step.Gone();
                }
                case SETTLED -> {
                    // While the run was at work, somebody said what had become of the call before.
                    breakers.unused(call.account().name(), repeat);
                    carried.unwritten().clear();
                    return new Step.Rests(
                            Optional.empty(), new Rest(RunChange.UNKNOWN_OUTCOME, "", Optional.of(clock.instant())));
                }
                case DONE -> {}
            }
            carried.unwritten().clear();
            carried.unknown().remove(step);
        }
        carried.attempts().put(step, attempt);
        return switch (caller.call(connector, call, plain, permit, repeat)) {
            case Caller.Called.Ended(var result) -> new Step.Done(result);
            case Caller.Called.Again(var reason, var detail, var after) ->
                again(carried, step, attempt, reason, detail, after);
            case Caller.Called.Lost(var reason, var detail) ->
                sends
                        ? lost(carried, effect, attempt, reason, detail)
                        : again(carried, step, attempt, reason, detail, Optional.empty());
        };
    }

    private Step again(
            Carried carried, StepId step, int attempt, String reason, String detail, Optional<Duration> after) {
        var until = retries.waitAfter(attempt, after, age(carried), random).map(clock.instant()::plus);
        if (until.isEmpty()) {
            return new Step.Done(new StepResult.GivenUp(reason, detail));
        }
        LOG.info("run {} step {}: {}; calling again at {}", carried.run().id(), step, reason, until.get());
        return new Step.Rests(new RunChange.Retry(step, attempt, reason, detail, until.get()), reason, detail, until);
    }

    /// The call went out, and nothing came back.
    private Step lost(Carried carried, Effect effect, int attempt, String reason, String detail) {
        return switch (IfUnknown.of(carried.flow(), effect.step().node())) {
            case WAIT -> await(carried, effect);
            case PARK -> park(carried, effect, reason, detail);
            case RESEND -> {
                var step = effect.step();
                var until = retries.waitAfter(attempt, Optional.empty(), age(carried), random)
                        .map(clock.instant()::plus);
                var unknown = new RunChange.Unknown(
                        step, attempt, key(carried, effect), reason, detail, until.orElseGet(clock::instant));
                if (until.isPresent()) {
                    yield new Step.Rests(unknown, reason, detail, until);
                }
                carried.unwritten().add(unknown);
                yield new Step.Done(new StepResult.GivenUp(reason, detail));
            }
        };
    }

    private Step await(Carried carried, Effect effect) {
        var until = clock.instant().plus(STATUS);
        var key = key(carried, effect);
        return new Step.Rests(
                new RunChange.Unknown(effect.step(), carried.calls(effect.step()), key, RunChange.AWAITED, "", until),
                RunChange.AWAITED,
                "",
                Optional.of(until));
    }

    private Step park(Carried carried, Effect effect, String reason, String detail) {
        LOG.warn("run {} step {} is parked: {}", carried.run().id(), effect.step(), reason);
        return new Step.Rests(
                new RunChange.Park(effect.step(), key(carried, effect), reason, detail),
                reason,
                detail,
                Optional.empty());
    }

    /// Without using up a try.
    private Step sleep(String reason, Account account, Duration wait) {
        var until = clock.instant().plus(wait);
        return new Step.Rests(Optional.empty(), new Rest(reason, account.name(), Optional.of(until)));
    }

    private String key(Carried carried, Effect effect) {
        return keys.of(carried.run().lease().keyedAs(), effect.step());
    }

    private Duration age(Carried carried) {
        return Duration.between(carried.run().event().receivedAt(), clock.instant());
    }

    private static Step failed(String reason, String detail) {
        return new Step.Done(new StepResult.Failed(reason, detail));
    }
}
