package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Follows the newest real run of the open flow, from the moment the flow was opened. FX thread only.
final class LiveRun {
    private final Desk desk;
    private final Background background;
    private final BiConsumer<String, Preview.Result> show;
    private final Consumer<Exception> failed;
    private Optional<RunSummary> last = Optional.empty();
    private boolean started;
    private boolean asking;

    /// @param show told a run's id and what it did so far, each time it got on
    LiveRun(Desk desk, Background background, BiConsumer<String, Preview.Result> show, Consumer<Exception> failed) {
        this.desk = desk;
        this.background = background;
        this.show = show;
        this.failed = failed;
    }

    /// @param runs newest first
    void latest(List<RunSummary> runs) {
        var newest = runs.stream().findFirst();
        if (!started) {
            // What ran before the flow was opened is history, not news.
            started = true;
            last = newest;
            return;
        }
        boolean same = newest.equals(last);
        if (newest.isEmpty() || asking || (same && newest.get().state().isFinal())) {
            return;
        }
        asking = true;
        var run = newest.get();
        background.run(
                () -> desk.runs()
                        .find(run.id())
                        .flatMap(record -> desk.flows()
                                .version(run.flow(), record.version())
                                .map(flow -> desk.preview().of(flow, record))),
                result -> {
                    asking = false;
                    last = newest;
                    result.ifPresent(known -> show.accept(run.id(), known));
                },
                failure -> {
                    asking = false;
                    failed.accept(failure);
                });
    }
}
