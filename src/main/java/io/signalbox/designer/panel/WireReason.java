package io.signalbox.designer.panel;

import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Plan;
import io.signalbox.engine.Preview;
import io.signalbox.flow.Node;
import io.signalbox.flow.Verdict;
import io.signalbox.flow.Wire;
import java.util.Optional;

/// Why nothing passed over a wire, and what to do about it.
final class WireReason {
    private final Bench bench;
    private final Wire wire;

    WireReason(Bench bench, Wire wire) {
        this.bench = bench;
        this.wire = wire;
    }

    String text() {
        var model = bench.preview().model();
        var title = bench.title(wire.from());
        var visit = model.trace(wire.from());
        if (visit.isEmpty()) {
            return bench.text("preview.no-sample");
        }
        if (visit.get().state() != NodeTrace.State.DONE) {
            return bench.text("payload.failed", title, new StepWords(bench).result(visit.get()));
        }
        if (wire.onError()) {
            return bench.text("payload.no-error", title);
        }
        Optional<Verdict.OfRow> against = model.result().map(Preview.Result::wires).stream()
                .flatMap(java.util.List::stream)
                .filter(decision -> decision.wire().joins(wire.from(), wire.to()))
                .map(Plan.WireTrace::verdict)
                .flatMap(Optional::stream)
                .map(Verdict::firstAgainst)
                .flatMap(Optional::stream)
                .findFirst();
        if (against.isPresent()) {
            return bench.text("payload.not-followed", new StepWords(bench).row(against.get()));
        }
        boolean list =
                bench.flow().node(wire.from()).orElse(null) instanceof Node.Source source && source.isIterating();
        return list ? bench.text("payload.empty-list", title) : bench.text("payload.otherwise");
    }
}
