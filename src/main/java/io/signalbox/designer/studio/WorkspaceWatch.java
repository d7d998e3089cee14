package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.engine.FlowStore;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Looks after the workspace: at its runs every second, and within half a second at flows that have changed, whoever
/// changed them: this window, another one, or a command. FX thread only.
final class WorkspaceWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.millis(500);

    private final FlowStore flows;
    private final Background background;
    private final Runnable changed;
    private final Consumer<Exception> failed;
    private final Timeline looking;
    private final Timeline heartbeat;
    private boolean asking;
    private String last = "";

    /// @param beat run every second
    WorkspaceWatch(
            FlowStore flows, Background background, Runnable beat, Runnable changed, Consumer<Exception> failed) {
        this.flows = flows;
        this.background = background;
        this.changed = changed;
        this.failed = failed;
        looking = every(EVERY, this::look);
        heartbeat = every(Duration.seconds(1), beat);
    }

    private static Timeline every(Duration time, Runnable run) {
        var timeline = new Timeline(new KeyFrame(time, _ -> run.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline;
    }

    private void look() {
        if (asking) {
            return; // A slow disk is not asked again before it has answered.
        }
        asking = true;
        background.run(
                flows::stamp,
                stamp -> {
                    asking = false;
                    if (!stamp.equals(last)) {
                        last = stamp;
                        changed.run();
                    }
                },
                failure -> {
                    asking = false;
                    failed.accept(failure);
                });
    }

    @Override
    public void close() {
        looking.stop();
        heartbeat.stop();
    }
}
