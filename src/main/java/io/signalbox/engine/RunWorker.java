package io.signalbox.engine;

import io.signalbox.engine.RunStore.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries one run to its end or to its next sleep, on the calling thread. Blocks for the wire and for the disk.
public final class RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /// Whoever ends the pause wakes what rests, so this is only how often it is looked at without cause.
    private static final Duration PAUSED = Duration.ofDays(1);

    private final LiveFlows flows;
    private final RunWriter writer;
    private final StepWorker steps;
    private final SendGate gate;
    private final InstantSource clock;

    RunWorker(LiveFlows flows, RunWriter writer, StepWorker steps, SendGate gate, InstantSource clock) {
        this.flows = flows;
        this.writer = writer;
        this.steps = steps;
        this.gate = gate;
        this.clock = clock;
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
            return finish(run, List.of(), RunState.FAILED, new RunEnd(true, 0, "no-version", run.flow()));
        }
        var carried = Carried.of(run, planner.get().flow());
        while (true) {
            var plan = planner.get().states(run.trigger(), run.event(), carried.results());
            if (plan.isFinished()) {
                var end = RunEnd.of(carried.flow(), plan);
                return finish(run, carried.unwritten(), RunEnd.state(carried.flow(), plan, carried.results()), end);
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
            switch (steps.perform(carried, effect)) {
                case StepWorker.Step.Gone _ -> {
                    return Round.GONE;
                }
                case StepWorker.Step.Done(var result) -> {
                    carried.ended(effect.step(), result);
                    round = Round.SOMETHING;
                }
                case StepWorker.Step.Held(var later) -> rests.add(effect.step(), later);
                case StepWorker.Step.Rests(var change, var why) -> {
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
        return switch (writer.write(carried.run(), carried.unwritten())) {
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
        if (writer.write(run, List.of(new RunChange.Sleep(FlowStore.PAUSED, "", Optional.of(until))))
                == Written.TOO_LATE) {
            return Optional.empty();
        }
        flows.rests(run.flow());
        return Optional.of(until);
    }

    private Optional<Instant> finish(StoredRun run, List<RunChange> unwritten, RunState state, RunEnd end) {
        var all = new ArrayList<>(unwritten);
        int messages = end.messages() - run.lease().inherited();
        all.add(new RunChange.Finish(state, messages, end.reason(), end.detail(), clock.instant()));
        return switch (writer.write(run, all)) {
            case TOO_LATE -> Optional.empty();
            case SETTLED -> Optional.of(clock.instant());
            case DONE -> {
                if (end.failed()) {
                    LOG.warn("run {} of flow {} ended as {}: {}", run.id(), run.flow(), state, end.reason());
                }
                yield Optional.empty();
            }
        };
    }
}
