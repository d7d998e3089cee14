package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.StoredRun.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries one run to its end or to its next sleep, on the calling thread. Blocks for the wire and for the disk.
///
/// Results of reads ride with the next write that must wait anyway: losing one in a crash means reading again, which
/// changes nothing out there. What changes something is preceded by a stored intent and followed by a stored result.
public final class RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /// A status that has not come by then does not come: services send it within seconds.
    private static final Duration STATUS = Duration.ofHours(1);

    /// Whoever ends the pause wakes what rests, so this is only how often it is looked at without cause.
    private static final Duration PAUSED = Duration.ofDays(1);

    private final LiveFlows flows;
    private final RunStore runs;
    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final Caller caller;
    private final Breakers breakers;
    private final StepKeys keys;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final RandomGenerator random;

    public RunWorker(
            LiveFlows flows,
            RunStore runs,
            Accounts accounts,
            Connectors connectors,
            SendGate gate,
            Breakers breakers,
            StepKeys keys,
            RetryPolicy retries,
            InstantSource clock,
            RandomGenerator random) {
        this.flows = flows;
        this.runs = runs;
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
    private sealed interface Step {
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

    /// Everything that can go on does; then the run sleeps for what cannot.
    ///
    /// @return when the run goes on; empty when it ended, or waits for somebody
    public Optional<Instant> carry(StoredRun run) {
        if (flows.isPaused(run.flow())) {
            return rest(run);
        }
        var planner = flows.planner(run.flow(), run.version());
        if (planner.isEmpty()) {
            finish(run, List.of(), RunState.FAILED, new RunEnd(true, 0, "no-version", run.flow()));
            return Optional.empty();
        }
        var carried = Carried.of(run, planner.get().flow());
        while (true) {
            var plan = planner.get().states(run.trigger(), run.event(), carried.results());
            if (plan.isFinished()) {
                var end = RunEnd.of(carried.flow(), plan);
                finish(run, carried.unwritten(), RunEnd.state(carried.flow(), plan, carried.results()), end);
                return Optional.empty();
            }
            switch (perform(carried, plan.effects())) {
                case GONE -> {
                    return Optional.empty();
                }
                case NOTHING -> {
                    return sleep(carried);
                }
                case SOMETHING -> {}
            }
        }
    }

    /// What came of a round.
    private enum Round {
        SOMETHING,
        NOTHING,
        GONE
    }

    private Round perform(Carried carried, List<Effect> effects) {
        var rests = carried.rests();
        var round = Round.NOTHING;
        for (var effect : effects) {
            if (rests.isFull()) {
                break;
            }
            if (rests.contains(effect.step())) {
                continue;
            }
            switch (perform(carried, effect)) {
                case Step.Gone _ -> {
                    return Round.GONE;
                }
                case Step.Done(var result) -> {
                    carried.ended(effect.step(), result);
                    round = Round.SOMETHING;
                }
                case Step.Held(var later) -> rests.add(effect.step(), later);
                case Step.Rests(var change, var why) -> {
                    change.ifPresent(carried.unwritten()::add);
                    rests.add(effect.step(), why);
                }
            }
        }
        return round;
    }

    private Optional<Instant> sleep(Carried carried) {
        var rests = carried.rests();
        var whole = rests.whole();
        carried.unwritten().add(new RunChange.Sleep(whole.reason(), whole.detail(), whole.until()));
        return switch (store(carried.run(), carried.unwritten())) {
            case TOO_LATE -> Optional.empty();
            case SETTLED -> Optional.of(clock.instant());
            case DONE -> {
                rests.held().forEach(gate::sleeps);
                yield whole.until();
            }
        };
    }

    /// Nothing of it is looked at: that may be what ends the program.
    private Optional<Instant> rest(StoredRun run) {
        var until = clock.instant().plus(PAUSED);
        if (!write(run, List.of(new RunChange.Sleep(FlowStore.PAUSED, "", Optional.of(until))))) {
            return Optional.empty();
        }
        flows.rests(run.flow());
        return Optional.of(until);
    }

    private Step perform(Carried carried, Effect effect) {
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
            if (!write(carried.run(), carried.unwritten())) {
                breakers.unused(call.account().name(), repeat);
                return new Step.Gone();
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

    private void finish(StoredRun run, List<RunChange> unwritten, RunState state, RunEnd end) {
        var all = new ArrayList<>(unwritten);
        int messages = end.messages() - run.lease().inherited();
        all.add(new RunChange.Finish(state, messages, end.reason(), end.detail(), clock.instant()));
        if (write(run, all) && end.failed()) {
            LOG.warn("run {} of flow {} ended as {}: {}", run.id(), run.flow(), state, end.reason());
        }
    }

    private boolean write(StoredRun run, List<RunChange> changes) {
        return store(run, changes) != Written.TOO_LATE;
    }

    private Written store(StoredRun run, List<RunChange> changes) {
        var written = Stretch.resting(() ->
                runs.write(run.id(), run.lease().fence(), List.copyOf(changes)).join());
        if (written == Written.TOO_LATE) {
            LOG.warn("run {} ended or went on elsewhere; what was done here since is dropped", run.id());
        }
        return written;
    }

    private static Step failed(String reason, String detail) {
        return new Step.Done(new StepResult.Failed(reason, detail));
    }
}
