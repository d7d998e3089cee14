package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.RunsPanel;
import io.signalbox.engine.Replay;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.RunView;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What can be done with a run of the open flow: looking at it, running it again, deciding about it. FX thread only.
///
/// @param masks whether phone numbers are hidden in what is looked at
record PastRuns(Bench bench, Desk desk, MainWindow window, BooleanSupplier masks, Consumer<Exception> failed)
        implements RunsPanel.Deeds {
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
                        found -> found.ifPresentOrElse(this::show, () -> say("run.gone")),
                        failed);
    }

    private void show(Past past) {
        var event = past.run().event();
        if (event.removedAt().isPresent()) {
            window.say(RunView.removed(event, bench.words().language()));
        } else {
            bench.preview().look(past.flow(), past.run(), masks.getAsBoolean());
        }
    }

    /// The new run shows up in the list as soon as it is stored.
    @Override
    public void start() {
        started(() -> desk.replay().byHand(bench.session().flow().id()), "run.start.");
    }

    @Override
    public void again(RunRecord run) {
        started(() -> desk.replay().again(run), "run.again.");
    }

    private void started(Background.Work<Replay.Outcome> starting, String words) {
        bench.background()
                .run(
                        starting,
                        outcome -> say(
                                switch (outcome) {
                                    case STARTED -> words + "started";
                                    case NOT_LISTENING -> "run.again.off";
                                    case NOT_MATCHED -> words + "none";
                                }),
                        failed);
    }

    @Override
    public void resolve(RunRecord run, Settlement settlement) {
        bench.background()
                .run(
                        () -> desk.decisions().resolve(run.summary().id(), settlement),
                        done -> say(done ? "run.goes-on" : "run.moved-on"),
                        failed);
    }

    @Override
    public void cancel(RunRecord run) {
        bench.background()
                .run(
                        () -> desk.decisions().cancel(run.summary().id()),
                        done -> say(done ? "run.cancelled" : "run.moved-on"),
                        failed);
    }

    private void say(String key) {
        window.say(Texts.of(PastRuns.class, bench.words().language()).text(key));
    }
}
