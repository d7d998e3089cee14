package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A named frame around nodes and notes, as large as they need. Drawing only, like all of the [Layout].
///
/// @param id no node, note or group of the flow has the same
/// @param name may be blank
/// @param members nodes and notes; each belongs to one group at most
/// @param extra members of the file this version does not know, kept for the rewrite
public record Group(NodeId id, String name, SequencedSet<NodeId> members, Value.Fields extra) {
    public Group {
        members = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(members));
    }

    public static Group of(NodeId id, String name, SequencedSet<NodeId> members) {
        return new Group(id, name, members, Value.Fields.empty());
    }

    public Group withName(String changed) {
        return new Group(id, changed, members, extra);
    }

    Group without(Set<NodeId> gone) {
        return new Group(
                id,
                name,
                members.stream()
                        .filter(member -> !gone.contains(member))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                extra);
    }

    Group renamed(Map<NodeId, NodeId> ids) {
        return new Group(
                ids.getOrDefault(id, id),
                name,
                members.stream()
                        .map(member -> ids.getOrDefault(member, member))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                extra);
    }
}
