package io.signalbox.designer.panel;

import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Flow;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;

/// A run in a row of a table, in words.
final class RunWords {
    private final Bench bench;

    RunWords(Bench bench) {
        this.bench = bench;
    }

    /// Date and time where the person is.
    String started(RunSummary run, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, time)
                .withLocale(bench.words().language().locale())
                .format(run.startedAt().atZone(bench.zone()));
    }

    String took(RunSummary run) {
        if (run.endedAt().isEmpty()) {
            return bench.text("runs.took.not");
        }
        var took = Duration.between(run.startedAt(), run.endedAt().get());
        // The symbols of these units are the same in every language.
        if (took.toMillis() < 1_000) {
            return took.toMillis() + "\u00a0ms";
        }
        return took.toSeconds() < 120 ? took.toSeconds() + "\u00a0s" : took.toMinutes() + "\u00a0min";
    }

    String state(RunState state) {
        return bench.text("run." + state.name().toLowerCase(Locale.ROOT));
    }

    /// Icon, word and colour.
    Label state(RunSummary run) {
        var text = state(run.state());
        return switch (run.state()) {
            case SUCCEEDED -> Wording.verdict(true, text);
            case FAILED, DEAD, CANCELLED -> Wording.verdict(false, text);
            case PARKED -> Wording.warning(text);
            case QUEUED, RUNNING, WAITING -> Wording.caption(text);
        };
    }

    /// Why it failed, sent nothing or did not arrive; blank when all went well.
    ///
    /// @param flow that ran, whose services know the reasons
    String why(RunSummary run, Flow flow) {
        if (run.reason().isEmpty()) {
            return run.undelivered() > 0 ? bench.text("runs.undelivered", run.undelivered()) : "";
        }
        return new Reasons(bench, flow).text("", run.reason(), run.detail());
    }

    Label reason(RunSummary run, Flow flow) {
        if (run.reason().isEmpty() && run.undelivered() > 0) {
            return Wording.warning(why(run, flow));
        }
        var label = new Label(why(run, flow));
        label.getStyleClass().add("caption");
        return label;
    }
}
