package io.signalbox.designer.panel;

import io.signalbox.edit.Edit;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Keeps what nodes answer as the sample's own reply, or lets it go: then the service's example stands in.
public final class Pins {
    private final Bench bench;

    public Pins(Bench bench) {
        this.bench = bench;
    }

    /// Pins those that have a reply to pin; when all of them are pinned already, lets them go.
    ///
    /// @return false when there is no sample, or no reply to pin
    public boolean toggle(Collection<NodeId> nodes) {
        var model = bench.preview().model();
        var chosen = model.sample()
                .flatMap(tried -> bench.flow().samples().stream()
                        .filter(sample -> sample.name().equals(tried.name()))
                        .findFirst());
        if (chosen.isEmpty()) {
            return false;
        }
        var replies = new LinkedHashMap<>(chosen.get().replies());
        boolean all = replies.keySet().containsAll(nodes);
        for (var node : nodes) {
            if (all) {
                replies.remove(node);
            } else {
                model.trace(node)
                        .map(visit -> visit.output())
                        .filter(output -> !output.isMissing()
                                && bench.flow().node(node).orElse(null) instanceof io.signalbox.flow.Node.Source)
                        .ifPresent(output -> replies.putIfAbsent(node, output));
            }
        }
        if (replies.equals(chosen.get().replies())) {
            return false;
        }
        bench.session().perform(new Edit.ChangeSamples(samples(chosen.get(), replies)), "");
        return true;
    }

    private java.util.List<Sample> samples(Sample changed, SequencedMap<NodeId, Value> replies) {
        return bench.flow().samples().stream()
                .map(sample -> sample.equals(changed)
                        ? new Sample(sample.name(), sample.event(), replies, sample.extra())
                        : sample)
                .toList();
    }
}
