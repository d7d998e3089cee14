package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/// What can be done about a run as it stands, as buttons: the same beside its flow and in the list of all runs.
final class RunChoices {
    private final Bench bench;
    private final RunDeeds deeds;

    RunChoices(Bench bench, RunDeeds deeds) {
        this.bench = bench;
        this.deeds = deeds;
    }

    /// Short buttons, for the end of a line.
    List<Button> of(RunRecord run) {
        return switch (run.summary().state()) {
            case PARKED -> List.of();
            case QUEUED, RUNNING, WAITING -> List.of(choice("cancel", "cross", () -> deeds.cancel(run)));
            case SUCCEEDED, CANCELLED -> List.of(again(run));
            case FAILED, DEAD -> List.of(choice("retry", "skip", () -> deeds.retry(run)), again(run));
        };
    }

    /// Asks what became of the call that the run is parked at; empty and not there for any other.
    void ask(FlowPane asked, RunRecord run) {
        asked.getChildren().clear();
        if (run.summary().state() == RunState.PARKED) {
            asked.getChildren()
                    .setAll(
                            Wording.warning(bench.text("runs.parked")),
                            choice("arrived", "check", () -> deeds.resolve(run, new Settlement.Arrived(""))),
                            choice("send-again", "refresh", () -> deeds.resolve(run, new Settlement.SendAgain())),
                            choice("give-up", "cross", () -> deeds.cancel(run)));
        }
        hideWhenEmpty(asked);
    }

    /// Asks nothing.
    static void askNothing(FlowPane asked) {
        asked.getChildren().clear();
        hideWhenEmpty(asked);
    }

    private static void hideWhenEmpty(FlowPane asked) {
        asked.setVisible(!asked.getChildren().isEmpty());
        asked.setManaged(asked.isVisible());
    }

    private Button again(RunRecord run) {
        return choice("again", "refresh", () -> deeds.again(run));
    }

    private Button choice(String what, String icon, Runnable deed) {
        var button = Press.small(bench.text("runs." + what), icon, deed);
        button.setId("run-" + what);
        var more = "runs." + what + ".tip";
        button.setTooltip(new Tip(bench.text(bench.texts().has(more) ? more : "runs." + what)));
        button.setAccessibleHelp(button.getTooltip().getText());
        return button;
    }
}
