package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Takes the values of a map that come from one step from another, all at once, where the sample has them there by the
/// same names. The event's data is what the event says.
///
/// @param sample the value at a path
/// @param found how many of the `all` different values that are read from `from` the other step has; at least 1
record SourceSwap(Function<Path, Value> sample, NodeId from, NodeId to, long found, long all) {

    /// Those that find something, the ones that find most first.
    ///
    /// @param sample the value at a path
    /// @param roots the steps known where the map is
    static List<SourceSwap> of(Function<Path, Value> sample, Set<NodeId> roots, List<MapRow> rows) {
        var read = rows.stream()
                .flatMap(row -> row.from().paths().stream())
                .distinct()
                .toList();
        var swaps = new ArrayList<SourceSwap>();
        for (var from : read.stream().map(Path::root).distinct().toList()) {
            var paths = read.stream().filter(path -> path.root().equals(from)).toList();
            for (var to : roots) {
                long found = paths.stream()
                        .filter(path -> there(sample, path, to).isPresent())
                        .count();
                if (!to.equals(from) && found > 0) {
                    swaps.add(new SourceSwap(sample, from, to, found, paths.size()));
                }
            }
        }
        swaps.sort(Comparator.comparingLong(swap -> -swap.found()));
        return List.copyOf(swaps);
    }

    /// The rows with their values from the other step; what it does not have stays.
    List<MapRow> of(List<MapRow> rows) {
        return rows.stream()
                .map(row -> row.withFrom(row.from().changed(this::taken, Optional::of)))
                .toList();
    }

    private Path taken(Path path) {
        return path.root().equals(from) ? there(sample, path, to).orElse(path) : path;
    }

    private static Optional<Path> there(Function<Path, Value> sample, Path path, NodeId to) {
        int data = path.startsWith(Condition.EVENT_DATA)
                ? Condition.EVENT_DATA.steps().size()
                : 0;
        var steps = new ArrayList<>(path.steps().subList(data, path.steps().size()));
        if (to.equals(Path.TRIGGER)) {
            steps.addAll(0, Condition.EVENT_DATA.steps());
        }
        return Optional.of(new Path(to, steps))
                .filter(_ -> path.steps().size() > data)
                .filter(found -> !sample.apply(found).isMissing());
    }
}
