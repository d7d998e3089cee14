package io.signalbox.designer.panel;

import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.flow.NodeId;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes a rule out of its flow, says so, and offers the way back while the notice stands. FX thread only.
final class RuleDeletion {
    private final Bench bench;
    private final FlowNotice notice;
    private final Consumer<Optional<Doomed>> changed;

    /// @param title what the rule is called
    /// @param name of its flow
    record Doomed(String flow, NodeId trigger, String title, String name) {}

    /// @param changed told nothing when a rule went, and the rule when it came back
    RuleDeletion(Bench bench, FlowNotice notice, Consumer<Optional<Doomed>> changed) {
        this.bench = bench;
        this.notice = notice;
        this.changed = changed;
    }

    void delete(Doomed rule) {
        bench.rules().remove(rule.flow(), rule.trigger(), removed -> deleted(rule, removed), this::failed);
    }

    private void deleted(Doomed rule, Optional<RuleBook.Removed> removed) {
        if (removed.isEmpty()) {
            say(Wording.warning(bench.text("events.delete.only", rule.title(), rule.name())));
            return;
        }
        var live = removed.get().before().live().isPresent();
        var undo = Press.link(
                bench.text("flows.undo"),
                () -> bench.rules().restore(removed.get(), () -> restored(rule), this::failed));
        undo.setId("event-undo");
        var said = bench.text(live ? "events.deleted.live" : "events.deleted", rule.title(), rule.name());
        notice.say(Wording.wrapped(Wording.body(said)), undo);
        changed.accept(Optional.empty());
    }

    private void restored(Doomed rule) {
        notice.quiet();
        changed.accept(Optional.of(rule));
    }

    private void failed(Exception failure) {
        var key = failure instanceof FlowChangedElsewhere ? "flows.elsewhere" : "flows.failed";
        say(Wording.verdict(false, bench.text(key)));
    }

    private void say(javafx.scene.control.Label told) {
        notice.say(Wording.wrapped(told));
    }
}
