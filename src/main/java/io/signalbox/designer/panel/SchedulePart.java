package io.signalbox.designer.panel;

import io.signalbox.engine.Schedule;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Label;

/// A schedule: its line, its zone, and the next five runs, so that nobody has to trust what they typed.
final class SchedulePart extends TriggerPart {
    private static final int SHOWN = 5;

    private final Label next = Wording.body("");

    SchedulePart(Bench bench, NodeId id) {
        super(bench, id);
        next.setId("trigger-next");
        next.setWrapText(true);
        next.setAccessibleText(bench.text("trigger.next"));
        getChildren()
                .addAll(typed("cron", "trigger.cron"), typed("zone", "trigger.zone"), labelled("trigger.next", next));
    }

    @Override
    String hint(String key) {
        return bench().text(key, bench().flow().locality().zone().getId());
    }

    @Override
    void fill(Node.Trigger trigger) {
        var own = trigger.settings().text("zone");
        var zone = own.isBlank() ? Optional.of(bench().flow().locality().zone()) : Schedule.zone(own);
        var runs = zone.flatMap(place -> Schedule.of(trigger.settings().text("cron"), place)
                .map(schedule -> {
                    var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                            .withLocale(bench().words().language().locale());
                    return schedule.next(bench().preview().now(), SHOWN).stream()
                            .map(run -> format.format(run.atZone(place)))
                            .toList();
                }));
        next.setText(runs.map(times -> String.join("\n", times)).orElseGet(() -> bench().text("trigger.next.none")));
        next.setAccessibleText(bench().text("trigger.next") + "\n" + next.getText());
    }
}
