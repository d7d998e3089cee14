package io.signalbox.edit;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Changes what is only drawn: notes, groups, and the order of the whole. Pure and total, like every [Edit].
public sealed interface Sketch {

    record AddNote(Note note) implements Sketch {}

    record WriteNote(NodeId note, String text) implements Sketch {}

    /// Puts a frame around nodes and notes; they leave the groups they were in.
    record AddGroup(Group group) implements Sketch {}

    record NameGroup(NodeId group, String name) implements Sketch {}

    /// Takes the frame away; what stood in it stays.
    record Ungroup(NodeId group) implements Sketch {}

    /// Moves nodes and notes to places found by a rule instead of by hand.
    record Tidy(SequencedMap<NodeId, Point> places) implements Sketch {
        public Tidy {
            places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
        }
    }

    /// The text key of its name in the undo list.
    default String key() {
        return switch (this) {
            case AddNote _ -> "edit.note";
            case WriteNote _ -> "edit.note.write";
            case AddGroup _ -> "edit.group";
            case NameGroup _ -> "edit.group.name";
            case Ungroup _ -> "edit.ungroup";
            case Tidy _ -> "edit.tidy";
        };
    }

    default Flow applyTo(Flow flow) {
        var layout = flow.layout();
        return switch (this) {
            case AddNote(var note) -> flow.has(note.id()) ? flow : flow.withLayout(layout.withNote(note));
            case WriteNote(var id, var text) -> {
                var note = layout.notes().get(id);
                yield note == null || note.text().equals(text)
                        ? flow
                        : flow.withLayout(layout.withNote(note.withText(text)));
            }
            case AddGroup(var group) ->
                flow.has(group.id()) || group.members().isEmpty() ? flow : flow.withLayout(layout.withGroup(group));
            case NameGroup(var id, var name) -> {
                var group = layout.groups().get(id);
                yield group == null || group.name().equals(name)
                        ? flow
                        : flow.withLayout(layout.withGroup(group.withName(name)));
            }
            case Ungroup(var id) -> layout.groups().containsKey(id) ? flow.withLayout(layout.withoutGroup(id)) : flow;
            case Tidy(var places) -> new Edit.Move(places).applyTo(flow);
        };
    }
}
