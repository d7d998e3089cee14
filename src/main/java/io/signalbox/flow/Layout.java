package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Where the boxes stand, and what is drawn beside them. No part of what a flow is when it is sent to a server.
///
/// @param extra whatever else the file holds there; under a node's id what its place says besides
public record Layout(
        SequencedMap<NodeId, Point> places,
        SequencedMap<NodeId, Note> notes,
        SequencedMap<NodeId, Group> groups,
        Value.Fields extra) {
    public Layout {
        places = OrderedMap.copyOf(places);
        notes = OrderedMap.copyOf(notes);
        groups = OrderedMap.copyOf(groups);
    }

    public Layout(SequencedMap<NodeId, Point> places, Value.Fields extra) {
        this(places, new LinkedHashMap<>(), new LinkedHashMap<>(), extra);
    }

    public static Layout empty() {
        return new Layout(new LinkedHashMap<>(), Value.Fields.empty());
    }

    /// Of a node or a note.
    public Optional<Point> of(NodeId id) {
        var note = notes.get(id);
        return Optional.ofNullable(note == null ? places.get(id) : note.place());
    }

    /// True for the id of a note or a group.
    public boolean draws(NodeId id) {
        return notes.containsKey(id) || groups.containsKey(id);
    }

    /// The group that a node or note stands in.
    public Optional<Group> groupOf(NodeId member) {
        return groups.values().stream()
                .filter(group -> group.members().contains(member))
                .findFirst();
    }

    /// Moves a node or a note.
    public Layout with(NodeId id, Point place) {
        var note = notes.get(id);
        if (note != null) {
            return withNote(note.withPlace(place));
        }
        return new Layout(OrderedMap.copyOf(places).with(Map.of(id, place)), notes, groups, extra);
    }

    public Layout withNote(Note note) {
        return new Layout(places, OrderedMap.copyOf(notes).with(Map.of(note.id(), note)), groups, extra);
    }

    /// Its members leave the groups they were in, and a group left by all is gone.
    public Layout withGroup(Group group) {
        var copy = new LinkedHashMap<NodeId, Group>();
        for (var other : groups.values()) {
            if (other.id().equals(group.id())) {
                copy.put(group.id(), group);
            } else {
                keep(copy, other, group.members());
            }
        }
        copy.put(group.id(), group);
        return new Layout(places, notes, copy, extra);
    }

    public Layout withoutGroup(NodeId group) {
        var copy = new LinkedHashMap<>(groups);
        copy.remove(group);
        return new Layout(places, notes, copy, extra);
    }

    /// Without the place of a node, or without a note; both leave their group.
    public Layout without(NodeId id) {
        var left = OrderedMap.copyOf(places).without(id);
        var other = OrderedMap.copyOf(notes).without(id);
        var copy = new LinkedHashMap<NodeId, Group>();
        groups.values().forEach(group -> keep(copy, group, Set.of(id)));
        return new Layout(left, other, copy, extra);
    }

    private static void keep(SequencedMap<NodeId, Group> into, Group group, Set<NodeId> gone) {
        var rest = Collections.disjoint(group.members(), gone) ? group : group.without(gone);
        if (!rest.members().isEmpty() || group.members().isEmpty()) {
            into.put(group.id(), rest);
        }
    }
}
