package io.signalbox.engine;

import io.signalbox.access.Accounts;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final LiveFlows flows;
    private final RunStore runs;
    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final SignIn signIn;
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
            StepKeys keys,
            RetryPolicy retries,
            InstantSource clock,
            RandomGenerator random) {
        this.flows = flows;
        this.runs = runs;
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.signIn = new SignIn(accounts, gate, clock);
        this.keys = keys;
        this.retries = retries;
        this.clock = clock;
        this.random = random;
    }

    /// How one effect ended for now.
    private sealed interface Step {
        record Done(StepResult result) implements Step {}

        record Again(String reason, String detail, Optional<Duration> after) implements Step {}

        /// No call was made, so no try is used up.
        record Held(SendGate.Later later) implements Step {}

        /// Somebody else ended the run.
        record Lost() implements Step {}
    }

    /// When the run sleeps; empty when it ended.
    public Optional<Instant> carry(StoredRun run) {
        var planner = flows.planner(run.flow(), run.version());
        if (planner.isEmpty()) {
            finish(run, new ArrayList<>(), new RunEnd(true, 0, "no-version", run.flow()));
            return Optional.empty();
        }
        var results = new HashMap<>(run.results());
        var unwritten = new ArrayList<RunChange>();
        var attempts = new HashMap<>(run.attempts());
        run.unknown().forEach(attempts::put);
        while (true) {
            var plan = planner.get().next(run.trigger(), run.event(), results);
            if (plan.isFinished()) {
                finish(run, unwritten, RunEnd.of(planner.get().flow(), plan));
                return Optional.empty();
            }
            for (var effect : plan.effects()) {
                int attempt = attempts.merge(effect.step(), 1, Integer::sum);
                switch (perform(run, effect, attempt, unwritten)) {
                    case Step.Lost _ -> {
                        return Optional.empty();
                    }
                    case Step.Done(var result) -> {
                        results.put(effect.step(), result);
                        unwritten.add(new RunChange.Result(effect.step(), result));
                    }
                    case Step.Held(var later) -> {
                        sleep(
                                run,
                                new RunChange.Retry(
                                        effect.step(), attempt - 1, later.rule(), later.detail(), later.until()),
                                unwritten);
                        gate.sleeps(later);
                        return Optional.of(later.until());
                    }
                    case Step.Again again -> {
                        var until = sleepUntil(run, attempt, again);
                        if (until.isPresent()) {
                            sleep(
                                    run,
                                    new RunChange.Retry(
                                            effect.step(), attempt, again.reason(), again.detail(), until.get()),
                                    unwritten);
                            return until;
                        }
                        var failed = new StepResult.Failed(again.reason(), again.detail());
                        results.put(effect.step(), failed);
                        unwritten.add(new RunChange.Result(effect.step(), failed));
                    }
                }
            }
        }
    }

    private Step perform(StoredRun run, Effect effect, int attempt, List<RunChange> unwritten) {
        var account =
                accounts.find(effect.account()).filter(found -> found.type().equals(effect.type()));
        var connector = connectors.find(effect.type());
        if (account.isEmpty() || connector.isEmpty()) {
            return failed("no-account", effect.account());
        }
        var asked = new SendGate.Asked(
                run.id(),
                run.flow(),
                effect,
                account.get(),
                attempt,
                run.event().receivedAt());
        return switch (gate.judge(asked)) {
            case SendGate.Refusal(var rule, var detail) -> new Step.Done(new StepResult.Suppressed(rule, detail));
            case SendGate.Later later -> new Step.Held(later);
            case SendGate.Permit permit -> {
                var call = new Call(
                        account.get(),
                        effect.operation().id(),
                        effect.settings(),
                        effect.fields(),
                        keys.of(run.id(), effect.step()));
                try {
                    yield send(run, effect, attempt, unwritten, connector.get(), call, permit);
                } catch (CallProblem problem) {
                    yield failed(problem.key(), String.join(", ", problem.arguments()));
                }
            }
        };
    }

    private Step send(
            StoredRun run,
            Effect effect,
            int attempt,
            List<RunChange> unwritten,
            Connector connector,
            Call call,
            SendGate.Permit permit)
            throws CallProblem {
        var plain = connector.encode(call);
        if (effect.operation().kind() == Operation.Kind.SEND) {
            unwritten.add(new RunChange.Intent(
                    effect.step(), attempt, call.key(), RequestView.of(connector.auth(call.account()), plain)));
            boolean ours = runs.write(run.id(), List.copyOf(unwritten)).join();
            unwritten.clear();
            if (!ours) {
                LOG.warn("run {} ended elsewhere before step {}; nothing was sent", run.id(), effect.step());
                return new Step.Lost();
            }
        }
        var outcome = exchange(connector, call, plain, permit);
        if (outcome instanceof Outcome.SignInAgain) {
            // A token may end before its time; one new one, then the service is believed.
            signIn.forget(call.account());
            outcome = exchange(connector, call, plain, permit);
        }
        return switch (outcome) {
            case Outcome.Delivered(var output, var externalId) ->
                new Step.Done(new StepResult.Answered(output, externalId));
            case Outcome.Refused(var reason, var detail) -> failed(reason, detail);
            case Outcome.SignInAgain(var reason, var detail) -> failed(reason, detail);
            case Outcome.TryLater(var reason, var detail, var after) -> new Step.Again(reason, detail, after);
        };
    }

    private Outcome exchange(Connector connector, Call call, Outgoing plain, SendGate.Permit permit) {
        return switch (signIn.sign(connector.auth(call.account()), call.account(), plain)) {
            case SignIn.Signed.Denied(var reason, var detail, var retry) ->
                retry ? new Outcome.TryLater(reason, detail, Optional.empty()) : new Outcome.Refused(reason, detail);
            case SignIn.Signed.Ready(var signed) ->
                switch (gate.send(permit, signed)) {
                    case Exchange.Answered(var reply) -> connector.decode(call, reply);
                    case Exchange.Unanswered(var reason, var detail, var retry) ->
                        retry
                                ? new Outcome.TryLater(reason, detail, Optional.empty())
                                : new Outcome.Refused(reason, detail);
                };
        };
    }

    private Optional<Instant> sleepUntil(StoredRun run, int attempt, Step.Again again) {
        var now = clock.instant();
        var old = Duration.between(run.event().receivedAt(), now);
        return retries.waitAfter(attempt, again.after(), old, random).map(now::plus);
    }

    private void sleep(StoredRun run, RunChange.Retry retry, List<RunChange> unwritten) {
        unwritten.add(retry);
        runs.write(run.id(), List.copyOf(unwritten)).join();
        LOG.info("run {} step {}: {}; calling again at {}", run.id(), retry.step(), retry.reason(), retry.until());
    }

    private void finish(StoredRun run, List<RunChange> unwritten, RunEnd end) {
        unwritten.add(new RunChange.Finish(
                end.failed() ? RunState.FAILED : RunState.SUCCEEDED,
                end.messages(),
                end.reason(),
                end.detail(),
                clock.instant()));
        runs.write(run.id(), List.copyOf(unwritten)).join();
        if (end.failed()) {
            LOG.warn("run {} of flow {} failed: {}", run.id(), run.flow(), end.reason());
        }
    }

    private static Step failed(String reason, String detail) {
        return new Step.Done(new StepResult.Failed(reason, detail));
    }
}
