package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import io.signalbox.engine.RunRecord;
import io.signalbox.flow.Event;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;

/// What is special about what is shown: that it really happened, that it was a repeat, that what came in was repaired.
final class RunStamps {
    private RunStamps() {}

    static List<Label> of(Bench bench) {
        var stamps = new ArrayList<Label>();
        stamps.add(Stamp.of(bench));
        bench.preview().model().past().map(RunRecord::event).ifPresent(event -> {
            if (!event.attributes().at(Event.REPLAY_OF).isMissing()) {
                stamps.add(Wording.pill(bench.text("runs.rerun"), "", "refresh"));
            }
            var repairs = event.attributes().at(Event.REPAIRED).asItems();
            if (!repairs.isEmpty()) {
                stamps.add(repaired(bench, repairs));
            }
        });
        return stamps;
    }

    private static Label repaired(Bench bench, List<Value> repairs) {
        var pill = Wording.pill(bench.text("runs.repaired"), "warning", "pencil");
        pill.setId("run-repaired");
        var words = Texts.of(JsonRepair.class, bench.words().language());
        var told = repairs.stream()
                .map(JsonRepair.Repair::of)
                .map(repair -> repair.text(words))
                .collect(Collectors.joining("\n"));
        pill.setTooltip(new Tip(bench.text("runs.repaired.tip") + "\n" + told));
        pill.setAccessibleHelp(told);
        return pill;
    }
}
