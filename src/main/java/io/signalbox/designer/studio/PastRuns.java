package io.signalbox.designer.studio;

import io.signalbox.designer.Desk;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.RunsPanel;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.RunView;
import io.signalbox.flow.Flow;
import java.util.function.BooleanSupplier;

/// What can be done with a run of the open flow: looking at it, running it again, deciding about it. FX thread only.
///
/// @param masks whether phone numbers are hidden in what is looked at
record PastRuns(Bench bench, Desk desk, RunDecisions decisions, BooleanSupplier masks) implements RunsPanel.Deeds {
    private record Past(Flow flow, RunRecord run) {}

    /// Shows what it did in place of the preview, in the flow as it was then.
    @Override
    public void look(RunSummary run) {
        bench.background()
                .run(
                        () -> desk.runs()
                                .find(run.id())
                                .flatMap(record -> desk.flows()
                                        .version(run.flow(), record.version())
                                        .map(flow -> new Past(flow, record))),
                        found -> found.ifPresentOrElse(this::show, () -> decisions.tell("run.gone")),
                        decisions.failed());
    }

    private void show(Past past) {
        var event = past.run().event();
        if (event.removedAt().isPresent()) {
            decisions.say().accept(RunView.removed(event, bench.words().language()));
        } else {
            bench.preview().look(past.flow(), past.run(), masks.getAsBoolean());
        }
    }

    /// The new run shows up in the list as soon as it is stored.
    @Override
    public void start() {
        decisions.start(bench.session().flow().id());
    }

    @Override
    public void again(RunRecord run) {
        decisions.again(run);
    }

    @Override
    public void retry(RunRecord run) {
        decisions.retry(run);
    }

    @Override
    public void resolve(RunRecord run, Settlement settlement) {
        decisions.resolve(run, settlement);
    }

    @Override
    public void cancel(RunRecord run) {
        decisions.cancel(run);
    }
}
