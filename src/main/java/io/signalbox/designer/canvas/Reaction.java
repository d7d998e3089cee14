package io.signalbox.designer.canvas;

import io.signalbox.edit.Edit;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// What follows from one input: the gesture that goes on, and what the canvas has to do now, in order.
record Reaction(Gesture next, List<Effect> effects) {
    Reaction {
        effects = List.copyOf(effects);
    }

    static Reaction of(Gesture next, Effect... effects) {
        return new Reaction(next, List.of(effects));
    }

    /// What only the canvas can do.
    sealed interface Effect {
        record Perform(Edit edit, String gesture) implements Effect {}

        /// Takes back all edits of the gesture.
        record Bail(String gesture) implements Effect {}

        record Select(SequencedSet<NodeId> nodes) implements Effect {
            public Select {
                nodes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(nodes));
            }

            static Select only(NodeId node) {
                return new Select(new LinkedHashSet<>(List.of(node)));
            }

            static Select nothing() {
                return new Select(new LinkedHashSet<>());
            }
        }

        record ChooseWire(Optional<Wire> wire) implements Effect {}

        /// Brings a node into view and gives it the focus.
        record Reveal(NodeId node) implements Effect {}

        /// Opens the search for what goes there.
        record Ask(Slot slot) implements Effect {}

        /// Puts an empty note there and opens it for writing.
        record BeginNote(Point place) implements Effect {}

        /// Moves the view by pixels of the screen.
        record Pan(double dx, double dy) implements Effect {}

        /// Says the sentence under a text key, such as why a wire was refused.
        record Say(String key) implements Effect {}

        /// Says what has just been done, and offers to undo it.
        record Report(String key, List<Object> arguments) implements Effect {
            public Report {
                arguments = List.copyOf(arguments);
            }
        }
    }
}
