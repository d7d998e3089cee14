package io.signalbox.designer.panel;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/// A field that can be picked, with its value in the sample.
record FieldChoice(Path path, String object, String label, Value sample) {
    /// A picker with more would be no help; what is not listed is found in the tree.
    private static final int MOST = 400;

    private static final int DEEPEST = 6;

    String text() {
        return object + " › " + label;
    }

    /// The roots that are known when this node runs: the event first, then what ran before on every way.
    static SequencedSet<NodeId> rootsBefore(Flow flow, NodeId node) {
        return ordered(flow, Problems.ranBefore(flow).getOrDefault(node, Set.of()));
    }

    static SequencedSet<NodeId> ordered(Flow flow, Set<NodeId> known) {
        var roots = new LinkedHashSet<NodeId>();
        roots.add(Path.TRIGGER);
        for (var id : Problems.inOrder(flow)) {
            // Connections hand on what their service answered; nothing worth picking before a reply is known.
            if (known.contains(id) && flow.node(id).orElse(null) instanceof Node.Source) {
                roots.add(id);
            }
        }
        return roots;
    }

    /// What lies at each root in the sample.
    static Value valueOf(NodeId root, PreviewModel model) {
        return root.equals(Path.TRIGGER)
                ? model.event().map(event -> event.asValue()).orElse(Value.nothing())
                : model.outputs().getOrDefault(root, Value.nothing());
    }

    /// Every single value and every list, depth first; the event's data before what is said about the event.
    static List<FieldChoice> of(Bench bench, Set<NodeId> roots) {
        var words = new PathWords(bench);
        var choices = new ArrayList<FieldChoice>();
        for (var root : roots) {
            var value = valueOf(root, bench.preview().model());
            var start = new Path(root, List.of());
            if (root.equals(Path.TRIGGER)) {
                collect(start.member("data"), value.at("data"), 1, words, choices);
                var about = value.asFields().without("data").without("attributes");
                collect(start, about, 1, words, choices);
            } else {
                collect(start, value, 1, words, choices);
            }
        }
        return choices.size() > MOST ? List.copyOf(choices.subList(0, MOST)) : List.copyOf(choices);
    }

    private static void collect(Path path, Value value, int depth, PathWords words, List<FieldChoice> into) {
        if (into.size() > MOST || depth > DEEPEST) {
            return;
        }
        switch (value) {
            case Value.Fields(var members) -> {
                for (Map.Entry<String, Value> member : members.entrySet()) {
                    collect(path.member(member.getKey()), member.getValue(), depth + 1, words, into);
                }
            }
            case Value.Items(var items) -> {
                into.add(choice(path, value, words));
                if (!items.isEmpty() && items.getFirst() instanceof Value.Fields) {
                    collect(path.index(0), items.getFirst(), depth + 1, words, into);
                }
            }
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> into.add(choice(path, value, words));
        }
    }

    static FieldChoice choice(Path path, Value value, PathWords words) {
        return new FieldChoice(path, words.root(path), words.rest(path), value);
    }
}
