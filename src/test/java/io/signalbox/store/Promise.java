package io.signalbox.store;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something the store said it has, and how to see whether that is true.
sealed interface Promise {
    /// What is missing of it; empty when it was kept.
    Optional<String> broken(EventLog events, RunStore runs);

    /// 202 was answered.
    record Stored(EventLog.Entry entry) implements Promise {
        @Override
        public Optional<String> broken(EventLog events, RunStore runs) {
            var event = entry.event();
            if (events.find(event.id()).filter(event::equals).isEmpty()) {
                return Optional.of("event " + event.id() + " is lost");
            }
            var again = events.append(List.of(entry)).getFirst();
            boolean known = again.receipt().duplicate()
                    && again.receipt().eventId().equals(event.id())
                    && again.runs().isEmpty();
            if (!known) {
                return Optional.of("event " + event.id() + " would run twice");
            }
            return entry.runs().stream()
                    .filter(run -> runs.find(run.id())
                            .filter(found -> found.summary().flow().equals(run.flow()))
                            .isEmpty())
                    .map(run -> "run " + run.id() + " is lost")
                    .findFirst();
        }
    }

    /// The call might be made.
    record Intended(String run, RunChange.Intent intent) implements Promise {
        @Override
        public Optional<String> broken(EventLog events, RunStore runs) {
            boolean kept = step(runs, run, intent)
                    .filter(step -> step.key().equals(intent.key()) || step.ended())
                    .isPresent();
            return kept ? Optional.empty() : Optional.of("the intent of run " + run + " is lost");
        }
    }

    /// The call was answered, so it is never made again.
    record Answered(String run, RunChange.Intent intent, StepResult.Answered answer) implements Promise {
        @Override
        public Optional<String> broken(EventLog events, RunStore runs) {
            boolean kept = step(runs, run, intent)
                    .filter(step -> step.ended() && step.result().equals(answer))
                    .isPresent();
            return kept ? Optional.empty() : Optional.of("the answer to run " + run + " is lost");
        }
    }

    /// The run is at its end for ever.
    record Ended(String run, RunState state, Instant at) implements Promise {
        @Override
        public Optional<String> broken(EventLog events, RunStore runs) {
            var late = runs.write(run, 0, List.of(new RunChange.Finish(RunState.FAILED, 9, "late", "", at)))
                    .join();
            boolean kept = late == Written.TOO_LATE
                    && runs.find(run)
                            .filter(found -> found.summary().state() == state)
                            .isPresent();
            return kept ? Optional.empty() : Optional.of("run " + run + " left its end " + state);
        }
    }

    private static Optional<RunRecord.StepRecord> step(RunStore runs, String run, RunChange.Intent intent) {
        return runs.find(run).stream()
                .flatMap(found -> found.steps().stream())
                .filter(step -> step.step().equals(intent.step()))
                .findFirst();
    }
}
