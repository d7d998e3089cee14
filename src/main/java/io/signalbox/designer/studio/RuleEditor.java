package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.EventsPage;
import io.signalbox.designer.panel.Inspector;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.designer.panel.RecentEvents;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A trigger beside the list of rules: a session of its flow, the inspector's tabs, saved as the person types. The
/// canvas has its own session; only one of the two is ever open.
final class RuleEditor {
    private RuleEditor() {}

    /// @param page whose surroundings the editor shares
    /// @param beside where the last edits go when somebody else changed the flow meanwhile
    static EventsPage.Editor of(
            StoredFlow stored,
            NodeId trigger,
            Bench page,
            Desk desk,
            Background background,
            Autosave.Beside beside,
            Consumer<Autosave.State> told) {
        var session = new FlowSession(stored.flow());
        var preview =
                new LivePreview(session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background);
        var bench = page.over(session, preview, new RecentEvents(desk.events()::latest, background));
        var known = page.accounts().allProperty().subscribe(_ -> preview.refresh());
        var inspector = new Inspector(bench, Optional.empty());
        var autosave = new Autosave(session, stored.revision(), desk.flows(), background, desk.clock(), told, beside);
        session.select(new LinkedHashSet<>(List.of(trigger)));
        preview.refresh();
        return new EventsPage.Editor(inspector, () -> {
            known.unsubscribe();
            autosave.close();
            inspector.close();
            preview.close();
        });
    }
}
