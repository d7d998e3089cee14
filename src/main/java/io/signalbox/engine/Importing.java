package io.signalbox.engine;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes flow files into a workspace: all or nothing.
public final class Importing {
    private final FlowStore flows;
    private final FlowCheck check;

    public Importing(FlowStore flows, FlowCheck check) {
        this.flows = flows;
        this.check = check;
    }

    /// What is wrong with one of the flows, or worth knowing.
    public record Found(String flow, Problem problem) {}

    /// @param taken false: nothing was stored
    public record Report(boolean taken, List<Found> found) {}

    /// @param bind connection names to be replaced by others
    /// @param switchOn run them at once; then a missing connection is an error, else it is only listed
    public Report take(List<Flow> wanted, Map<String, String> bind, boolean switchOn) {
        var bound = wanted.stream().map(flow -> bound(flow, bind)).toList();
        var found = bound.stream()
                .flatMap(flow -> check.in(flow).stream().map(problem -> new Found(flow.id(), problem)))
                .toList();
        boolean refused = found.stream()
                .anyMatch(one -> one.problem().isError()
                        && (switchOn || !one.problem().key().equals("problem.account.unknown")));
        if (refused) {
            return new Report(false, found);
        }
        for (var flow : bound) {
            store(flow);
            if (switchOn) {
                flows.switchOn(flow.id());
            }
        }
        return new Report(true, found);
    }

    /// Whoever saves between our look and our save is looked at again: an import replaces what is there.
    private void store(Flow flow) {
        long revision = flows.find(flow.id()).map(StoredFlow::revision).orElse(0L);
        while (true) {
            try {
                flows.save(flow, revision);
                return;
            } catch (FlowChangedElsewhere changed) {
                revision = changed.revision();
            }
        }
    }

    private static Flow bound(Flow flow, Map<String, String> bind) {
        var nodes = new LinkedHashMap<>(flow.nodes());
        nodes.replaceAll((_, node) -> Optional.ofNullable(bind.get(node.connection()))
                .map(name -> node.settings().get("connection").isPresent()
                        ? node.withSettings(node.settings().with("connection", name))
                        : node.withService(node.type(), name, node.operation()))
                .orElse(node));
        return flow.withNodes(nodes);
    }
}
