package io.signalbox.designer;

import io.signalbox.edit.Edit;
import io.signalbox.edit.FlowChanges;
import io.signalbox.edit.History;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One open flow: the only writer of what is on screen. For the FX thread alone.
///
/// Views watch [#historyProperty] and [#selectionProperty] and draw; they change the flow only by [#perform].
public final class FlowSession {
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Flow> meaning;
    private final ReadOnlyObjectWrapper<SequencedSet<NodeId>> selection =
            new ReadOnlyObjectWrapper<>(new LinkedHashSet<>());
    private boolean telling;

    public FlowSession(Flow flow) {
        history = new ReadOnlyObjectWrapper<>(History.of(flow));
        meaning = new ReadOnlyObjectWrapper<>(flow);
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The flow as it was when what it does last changed: a box that is dragged tells nobody here, so whoever shows no
    /// places watches this. Told after the history; the flow of now is [#flow].
    public ReadOnlyObjectProperty<Flow> meaningProperty() {
        return meaning.getReadOnlyProperty();
    }

    /// The nodes and notes chosen in this window, in the order they were; not part of the flow and not undone.
    public ReadOnlyObjectProperty<SequencedSet<NodeId>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Flow flow() {
        return history.get().present();
    }

    /// @param gesture the same for all edits of one drag or one burst of typing, which then are one undo step; blank: a
    /// step of its own
    public void perform(Edit edit, String gesture) {
        tell(history.get().perform(edit, gesture));
    }

    public void undo() {
        tell(history.get().undo());
    }

    public void redo() {
        tell(history.get().redo());
    }

    /// Escape during a drag: as if the gesture had never begun.
    public void bail(String gesture) {
        tell(history.get().bail(gesture));
    }

    /// Chooses these nodes and notes and no others; unknown ones are left out.
    public void select(SequencedSet<NodeId> nodes) {
        var known = new LinkedHashSet<>(nodes);
        known.removeIf(id ->
                !flow().nodes().containsKey(id) && !flow().layout().notes().containsKey(id));
        if (!known.equals(selection.get())) {
            selection.set(known);
        }
    }

    private void tell(History changed) {
        if (telling) {
            // An edit made while the views still learn of the last one would reach them in the wrong order.
            throw new IllegalStateException("an edit was made from inside a change listener");
        }
        if (changed.equals(history.get())) {
            return;
        }
        telling = true;
        try {
            history.set(changed);
            if (!FlowChanges.between(meaning.get(), changed.present()).isEmpty()) {
                meaning.set(changed.present());
            }
        } finally {
            telling = false;
        }
        select(selection.get());
    }
}
