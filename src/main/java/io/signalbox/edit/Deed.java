package io.signalbox.edit;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Node;
import io.signalbox.flow.Note;

/// What one step of a history did, and to what.
///
/// @param key the text key of what was done: that of the step's first edit
public record Deed(String key, Subject subject) {

    /// What something was done to.
    public sealed interface Subject {
        /// The flow as a whole, or what has no name.
        record Whole() implements Subject {}

        /// @param node as it was before, so that its name stays while another is typed; a new one as it is
        record OneNode(Node node) implements Subject {}

        record OneNote(Note note) implements Subject {}

        record OneGroup(Group group) implements Subject {}

        record OneWire(Node from, Node to) implements Subject {}

        /// @param count at least 2, as in all that follow
        record Nodes(int count) implements Subject {}

        record Notes(int count) implements Subject {}

        /// Nodes and notes together.
        record Things(int count) implements Subject {}

        record Wires(int count) implements Subject {}
    }

    /// Told by what differs, so that a drag of many edits, or the cuts of one stroke, are the one thing they were.
    static Deed between(String key, Flow before, Flow after) {
        return new Deed(key, new Difference(before, after).subject());
    }
}
