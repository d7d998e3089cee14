package io.signalbox.designer.panel;

import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import javafx.scene.control.Label;

/// A start by hand: there is nothing to set, only how it is done.
final class ManualPart extends TriggerPart {
    private final Label how = Wording.wrapped(Wording.caption(""));

    ManualPart(Bench bench, NodeId id) {
        super(bench, id);
        how.setId("trigger-manual");
        getChildren().add(how);
    }

    @Override
    void fill(Node.Trigger trigger) {
        how.setText(bench().text("trigger.manual.hint", bench().flow().id()));
    }
}
