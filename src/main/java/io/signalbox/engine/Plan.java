package io.signalbox.engine;

import io.signalbox.flow.Verdict;
import io.signalbox.flow.Wire;
import java.util.List;
import java.util.Optional;

/// Where a run stands and what is to be done next.
///
/// @param trace one entry a visit, in the order of execution
/// @param wires one entry a decision at a wire
/// @param effects calls to make now, in file order; empty when the run is at its end
public record Plan(List<NodeTrace> trace, List<WireTrace> wires, List<Effect> effects) {
    /// @param verdict of the wire's condition, where it has one
    public record WireTrace(Wire wire, List<Integer> items, boolean followed, Optional<Verdict> verdict) {}

    public Plan {
        trace = List.copyOf(trace);
        wires = List.copyOf(wires);
        effects = List.copyOf(effects);
    }

    public boolean isFinished() {
        return effects.isEmpty();
    }
}
