package io.signalbox.engine;

import io.signalbox.flow.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One visit to a node in a run: the node, and the item of each iterating source above it, outermost first.
/// Written `fields` or `fields[0,2]`.
public record StepId(NodeId node, List<Integer> items) {
    public StepId {
        items = List.copyOf(items);
    }

    public static StepId parse(String text) {
        int open = text.indexOf('[');
        if (open < 0) {
            return new StepId(new NodeId(text), List.of());
        }
        var items = Arrays.stream(text.substring(open + 1, text.length() - 1).split(",", -1))
                .map(Integer::valueOf)
                .toList();
        return new StepId(new NodeId(text.substring(0, open)), items);
    }

    @Override
    public String toString() {
        return items.isEmpty()
                ? node.value()
                : node.value() + items.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
