package io.signalbox.engine;

import io.signalbox.engine.StoredRun.Rest;
import io.signalbox.engine.gate.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of a run at work that do not go on now. The others do: who gets a mail does not wait for a busy chat
/// service.
final class Rests {
    /// Who asks that often in vain for one run gives way to the others.
    private static final int MOST = 32;

    private final Map<StepId, Rest> steps = new HashMap<>();
    private final List<SendGate.Later> held = new ArrayList<>();

    void add(StepId step, Rest rest) {
        steps.put(step, rest);
    }

    void add(StepId step, SendGate.Later later) {
        steps.put(step, new Rest(later.rule(), later.detail(), Optional.of(later.until())));
        held.add(later);
    }

    boolean contains(StepId step) {
        return steps.containsKey(step);
    }

    boolean isFull() {
        return steps.size() >= MOST;
    }

    /// What the gate holds back, in that order.
    List<SendGate.Later> held() {
        return held;
    }

    /// What the run as a whole sleeps for, and until the first of its steps may go on. Its reason is what somebody may
    /// lift before that time, where there is such a thing: so whoever lifts it finds the run.
    ///
    /// @throws java.util.NoSuchElementException when nothing rests
    Rest whole() {
        var first = steps.values().stream()
                .min(Comparator.comparing(rest -> rest.until().orElse(Instant.MAX)))
                .orElseThrow();
        return held.stream()
                .filter(later -> Rules.HOLDING.contains(later.rule()))
                .findFirst()
                .map(later -> new Rest(later.rule(), later.detail(), first.until()))
                .orElse(first);
    }
}
