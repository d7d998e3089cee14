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
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// A trigger beside the list of rules: a session of its flow, the inspector's tabs, saved as the person types. The
/// canvas has its own session; only one of the two is ever open. FX thread only.
final class RuleEditor implements EventsPage.Editor {
    private final FlowSession session;
    private final LivePreview preview;
    private final Inspector inspector;
    private final Autosave autosave;
    private final Subscription known;
    private final OthersChange others;
    private final EventsPage.Asked asked;
    private final Told told;

    /// Who hears how the flow stands to the store, and what went wrong.
    record Told(Consumer<Autosave.State> state, Consumer<Exception> failed) {}

    /// @param page whose surroundings the editor shares
    RuleEditor(
            StoredFlow stored,
            NodeId trigger,
            EventsPage.Asked asked,
            Bench page,
            Desk desk,
            Background background,
            OthersChange others,
            Told told) {
        this.others = others;
        this.asked = asked;
        this.told = told;
        session = new FlowSession(stored.flow());
        preview = new LivePreview(session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background);
        var bench = page.over(session, preview, new RecentEvents(desk.events()::latest, background));
        known = page.accounts().allProperty().subscribe(_ -> preview.refresh());
        inspector = new Inspector(bench, Optional.empty());
        autosave = new Autosave(
                session, stored.revision(), desk.flows(), background, desk.clock(), this::hear, others::copy);
        session.select(new LinkedHashSet<>(List.of(trigger)));
        preview.refresh();
    }

    private void hear(Autosave.State state) {
        told.state().accept(state);
        switch (state) {
            case Autosave.State.Saved _, Autosave.State.Unsaved _ -> {}
            case Autosave.State.Failed(var failure) -> {
                asked.stay();
                told.failed().accept(failure);
            }
            case Autosave.State.ChangedElsewhere(var revision) -> {
                asked.stay();
                others.ask(session.flow(), autosave, revision, asked::show, told.failed());
            }
        }
    }

    @Override
    public Region node() {
        return inspector;
    }

    @Override
    public void leave(Runnable then) {
        autosave.save(then);
    }

    @Override
    public void follow(StoredFlow stored) {
        autosave.follow(stored);
    }

    @Override
    public void close() {
        known.unsubscribe();
        autosave.close();
        inspector.close();
        preview.close();
    }
}
