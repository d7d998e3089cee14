package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.RunDeeds;
import io.signalbox.engine.Replay;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.function.Consumer;

/// Does what a person decides about a run, and says what came of it. FX thread only.
///
/// @param say says a sentence to the person
record RunDecisions(Words words, Desk desk, Background background, Consumer<String> say, Consumer<Exception> failed)
        implements RunDeeds {
    @Override
    public void again(RunRecord run) {
        started(() -> desk.replay().again(run), "run.again.");
    }

    /// A new run of the flow that is open, by hand.
    void start(String flow) {
        started(() -> desk.replay().byHand(flow), "run.start.");
    }

    private void started(Background.Work<Replay.Outcome> starting, String begin) {
        background.run(
                starting,
                outcome -> tell(
                        switch (outcome) {
                            case STARTED -> begin + "started";
                            case NOT_LISTENING -> "run.again.off";
                            case NOT_MATCHED -> begin + "none";
                        }),
                failed);
    }

    @Override
    public void retry(RunRecord run) {
        background.run(
                () -> {
                    var replayed =
                            desk.dead().get().replay(List.of(run.summary().id()), false);
                    return replayed.started().isEmpty()
                            ? "run.retry.none"
                            : desk.listening().status().on() ? "run.retry.started" : "run.retry.later";
                },
                this::tell,
                failed);
    }

    /// All that can be; says how many were and how many were not.
    void retry(List<RunSummary> runs) {
        background.run(
                () -> {
                    var ids = runs.stream().map(RunSummary::id).toList();
                    var done = desk.dead().get().replay(ids, false);
                    var begun = desk.listening().status().on() ? "run.retry.all" : "run.retry.wait";
                    return (counted(begun, done.started().size()) + " "
                                    + counted("run.retry.not", done.refused().size()))
                            .strip();
                },
                say,
                failed);
    }

    /// Blank for none.
    private String counted(String key, int count) {
        var texts = Texts.of(RunDecisions.class, words.language());
        return count == 0 ? "" : texts.text(texts.form(key, count), count);
    }

    @Override
    public void resolve(RunRecord run, Settlement settlement) {
        background.run(
                () -> desk.decisions().resolve(run.summary().id(), settlement),
                done -> tell(done ? "run.goes-on" : "run.moved-on"),
                failed);
    }

    @Override
    public void cancel(RunRecord run) {
        background.run(
                () -> desk.decisions().cancel(run.summary().id()),
                done -> tell(done ? "run.cancelled" : "run.moved-on"),
                failed);
    }

    void tell(String key) {
        say.accept(Texts.of(RunDecisions.class, words.language()).text(key));
    }
}
