package io.signalbox.designer.studio;

import io.signalbox.designer.Desk;
import io.signalbox.designer.canvas.NewNodes;
import io.signalbox.designer.panel.Presets;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.time.ZoneId;

/// Begins a flow with its four parts, so that nobody starts on an empty sheet.
record StarterFlow(Desk desk, Language language, ZoneId zone) {

    /// Under an id that was free. Blocks.
    StoredFlow save() throws FlowChangedElsewhere {
        var texts = Texts.of(StarterFlow.class, language);
        for (int n = 1; ; n++) {
            var id = n == 1 ? "new-flow" : "new-flow-" + n;
            if (desk.flows().find(id).isEmpty()) {
                var name = texts.text(n == 1 ? "flow.new" : "flow.new.numbered", n);
                var blank = NewNodes.starterFlow(id, name, language, zone);
                var flow = blank;
                for (var node : new Presets(desk.connectors(), desk.accounts().all()).in(blank)) {
                    flow = flow.withNode(node);
                }
                desk.flows().save(flow, 0);
                return desk.flows().find(id).orElseThrow();
            }
        }
    }
}
