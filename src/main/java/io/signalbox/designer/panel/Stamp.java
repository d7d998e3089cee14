package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;

/// Says wherever data is shown whether it really happened.
final class Stamp {
    private Stamp() {}

    /// “Sample”, or “Past run, 14:03” for what really happened.
    static Label of(Bench bench) {
        var pill = pill(bench);
        // Where there is no room for its words.
        pill.setTooltip(new Tip(pill.getText()));
        return pill;
    }

    private static Label pill(Bench bench) {
        return bench.preview()
                .model()
                .past()
                .map(run -> Wording.pill(
                        bench.text(
                                "preview.past",
                                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                        .withLocale(bench.words().language().locale())
                                        .format(run.summary().startedAt().atZone(bench.zone()))),
                        "accent",
                        "clock"))
                .orElseGet(() -> Wording.pill(bench.text("preview.stamp"), "warning", "pin"));
    }
}
