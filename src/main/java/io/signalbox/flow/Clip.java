package io.signalbox.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A part of a flow as it is copied: nodes, the wires among them, notes, groups, and where all of it stands.
///
/// @param extra members of the text this version does not know
public record Clip(SequencedMap<NodeId, Node> nodes, List<Wire> wires, Layout layout, Value.Fields extra) {
    public Clip {
        nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
        wires = List.copyOf(wires);
    }

    /// The chosen nodes and notes of a flow; a group comes along when it is chosen whole.
    public static Clip of(Flow flow, Collection<NodeId> chosen) {
        var nodes = new LinkedHashMap<NodeId, Node>();
        var layout = Layout.empty();
        for (var node : flow.nodes().values()) {
            if (chosen.contains(node.id())) {
                nodes.put(node.id(), node);
                var place = flow.layout().of(node.id());
                if (place.isPresent()) {
                    layout = layout.with(node.id(), place.get());
                }
            }
        }
        for (var note : flow.layout().notes().values()) {
            layout = chosen.contains(note.id()) ? layout.withNote(note) : layout;
        }
        for (var group : flow.layout().groups().values()) {
            var gone = new HashSet<>(group.members());
            gone.removeIf(flow::has);
            var there = group.without(gone);
            boolean whole = !there.members().isEmpty() && chosen.containsAll(there.members());
            layout = whole ? layout.withGroup(there) : layout;
        }
        var wires = flow.wires().stream()
                .filter(wire -> nodes.containsKey(wire.from()) && nodes.containsKey(wire.to()))
                .toList();
        return new Clip(nodes, wires, layout, Value.Fields.empty());
    }

    /// All of a flow.
    public static Clip of(Flow flow) {
        var all = new HashSet<>(flow.nodes().keySet());
        all.addAll(flow.layout().notes().keySet());
        return of(flow, all);
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && layout.notes().isEmpty();
    }

    /// The upper left corner of all places; empty when the text gives none.
    public Optional<Point> corner() {
        var all = new ArrayList<>(layout.places().values());
        layout.notes().values().forEach(note -> all.add(note.place()));
        return all.stream().reduce((a, b) -> new Point(Math.min(a.x(), b.x()), Math.min(a.y(), b.y())));
    }

    /// The same part with ids that nothing in the flow has: `wo` stays where it can, else it becomes `wo-2`, `wo-3` …
    /// What the part refers to within itself follows; what it refers to outside stays.
    public Clip freshFor(Flow flow) {
        return renamed(freshIds(flow));
    }

    /// What [#freshFor] calls each node, note and group.
    public Renaming freshIds(Flow flow) {
        var ids = new HashMap<NodeId, NodeId>();
        var taken = new HashSet<>(outside());
        for (var id : ids()) {
            var fresh = flow.has(id) ? free(id, flow, taken) : id;
            ids.put(id, fresh);
            taken.add(fresh);
        }
        return new Renaming(ids);
    }

    /// The same part under other ids.
    public Clip renamed(Renaming renaming) {
        var renamed = new LinkedHashMap<NodeId, Node>();
        var places = new LinkedHashMap<NodeId, Point>();
        var notes = new LinkedHashMap<NodeId, Note>();
        var groups = new LinkedHashMap<NodeId, Group>();
        nodes.values().stream().map(renaming::node).forEach(node -> renamed.put(node.id(), node));
        layout.places().forEach((id, place) -> places.put(renaming.id(id), place));
        layout.notes().values().stream().map(renaming::note).forEach(note -> notes.put(note.id(), note));
        layout.groups().values().stream().map(renaming::group).forEach(group -> groups.put(group.id(), group));
        return new Clip(
                renamed,
                wires.stream().map(renaming::wire).toList(),
                new Layout(places, notes, groups, layout.extra()),
                extra);
    }

    /// Everything moved by so many pixels.
    public Clip moved(double dx, double dy) {
        var shifted = layout;
        for (var place : layout.places().entrySet()) {
            shifted = shifted.with(place.getKey(), place.getValue().plus(dx, dy));
        }
        for (var note : layout.notes().values()) {
            shifted = shifted.withNote(note.withPlace(note.place().plus(dx, dy)));
        }
        return new Clip(nodes, wires, shifted, extra);
    }

    private List<NodeId> ids() {
        var all = new ArrayList<>(nodes.keySet());
        all.addAll(layout.notes().keySet());
        all.addAll(layout.groups().keySet());
        return all;
    }

    /// What the part reads from nodes that are not in it: no copy may be called so, or it would answer for them.
    private Set<NodeId> outside() {
        var roots = new HashSet<NodeId>();
        nodes.values().forEach(node -> node.paths().forEach(path -> roots.add(path.root())));
        nodes.values().stream()
                .filter(Node.Source.class::isInstance)
                .map(Node.Source.class::cast)
                .forEach(source -> {
                    source.each().ifPresent(path -> roots.add(path.root()));
                    source.groupBy().ifPresent(path -> roots.add(path.root()));
                });
        wires.forEach(wire -> wire.when().paths().forEach(path -> roots.add(path.root())));
        roots.removeAll(nodes.keySet());
        return roots;
    }

    private NodeId free(NodeId id, Flow flow, Set<NodeId> taken) {
        var known = Set.copyOf(ids());
        var base = stem(id.value());
        for (int n = 2; ; n++) {
            var wish = new NodeId(base + "-" + n);
            if (!flow.has(wish) && !taken.contains(wish) && !known.contains(wish)) {
                return wish;
            }
        }
    }

    /// `wo` of `wo-12`, so that a copy of a copy is not called `wo-2-2`; short enough for a number.
    private static String stem(String id) {
        int dash = id.lastIndexOf('-');
        boolean counted = dash > 0
                && dash < id.length() - 1
                && id.substring(dash + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        var stem = counted ? id.substring(0, dash) : id;
        return stem.substring(0, Math.min(stem.length(), 57));
    }
}
