package io.signalbox.engine;

import io.signalbox.flow.Node;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What an iterating source hands on, one value a visit.
public final class Iteration {
    private Iteration() {}

    /// @param output of the source as a whole
    public static List<Value> items(Node.Source source, Value output) {
        var list = source.each().map(path -> path.from(output)).orElse(output).asItems();
        if (source.groupBy().isEmpty()) {
            return list;
        }
        var groups = new LinkedHashMap<String, List<Value>>();
        for (var row : list) {
            groups.computeIfAbsent(source.groupBy().get().from(row).asText(), _ -> new ArrayList<>())
                    .add(row);
        }
        return groups.values().stream()
                .<Value>map(rows -> rows.getFirst().asFields().with("rows", new Value.Items(rows)))
                .toList();
    }
}
