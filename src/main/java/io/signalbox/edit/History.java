package io.signalbox.edit;

import io.signalbox.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A flow with its past and its future. A value: performing, undoing and redoing return another history.
///
/// Edits with the same non-blank gesture are one step: one drag, one burst of typing.
public record History(List<Step> past, Flow present, List<Step> future) {

    /// How many steps are kept. Steps share their nodes, so a step costs about one small map.
    public static final int LONGEST = 1_000;

    /// @param flow as it was before the step (in the past) or after it (in the future)
    /// @param key the text key of its name
    public record Step(Flow flow, String key, String gesture) {}

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static History of(Flow flow) {
        return new History(List.of(), flow, List.of());
    }

    /// @param gesture one id for all edits of a drag or a burst of typing; blank: a step of its own
    public History perform(Edit edit, String gesture) {
        var changed = edit.applyTo(present);
        if (Objects.equals(changed, present)) {
            return this;
        }
        if (!gesture.isEmpty() && !past.isEmpty() && past.getLast().gesture().equals(gesture)) {
            return new History(past, changed, List.of());
        }
        var longer = new ArrayList<>(past.size() < LONGEST ? past : past.subList(1, past.size()));
        longer.add(new Step(present, edit.key(), gesture));
        return new History(longer, changed, List.of());
    }

    public History undo() {
        if (past.isEmpty()) {
            return this;
        }
        var step = past.getLast();
        var later = new ArrayList<>(future);
        later.add(new Step(present, step.key(), step.gesture()));
        return new History(past.subList(0, past.size() - 1), step.flow(), later);
    }

    public History redo() {
        if (future.isEmpty()) {
            return this;
        }
        var step = future.getLast();
        var earlier = new ArrayList<>(past);
        // Without its gesture: typing on after a redo is a new step.
        earlier.add(new Step(present, step.key(), ""));
        return new History(earlier, step.flow(), future.subList(0, future.size() - 1));
    }

    /// Back to before the gesture began, as if it had never been: nothing to redo.
    public History bail(String gesture) {
        return !past.isEmpty() && past.getLast().gesture().equals(gesture) && !gesture.isEmpty()
                ? new History(past.subList(0, past.size() - 1), past.getLast().flow(), List.of())
                : this;
    }

    /// The text key of what undo would take back.
    public Optional<String> undoKey() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().key());
    }

    public Optional<String> redoKey() {
        return future.isEmpty()
                ? Optional.empty()
                : Optional.of(future.getLast().key());
    }

    /// What undo would take back, the latest first.
    ///
    /// @param most at most so many
    public List<Deed> undoable(int most) {
        return deeds(past, most, false);
    }

    /// What redo would do again, the next first.
    public List<Deed> redoable(int most) {
        return deeds(future, most, true);
    }

    private List<Deed> deeds(List<Step> steps, int most, boolean forwards) {
        var deeds = new ArrayList<Deed>();
        var near = present;
        for (var step : steps.reversed().subList(0, Math.min(most, steps.size()))) {
            var far = step.flow();
            deeds.add(forwards ? Deed.between(step.key(), near, far) : Deed.between(step.key(), far, near));
            near = far;
        }
        return deeds;
    }
}
