package io.signalbox.engine;

import io.signalbox.engine.Matcher.Candidate;
import io.signalbox.flow.EqualityKey;
import io.signalbox.flow.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The triggers that wait for one kind of event, each filed under the most selective value that its condition asks
/// for. Immutable.
final class FlowIndex {
    private final List<Candidate> always = new ArrayList<>();
    private final List<Shelf> shelves = new ArrayList<>();

    private record Shelf(EqualityKey.Probe probe, Map<String, List<Candidate>> byKey) {}

    /// @param candidates in the order in which they are to be asked
    FlowIndex(List<Candidate> candidates) {
        var shared = new HashMap<EqualityKey, Integer>();
        candidates.forEach(candidate -> keys(candidate).forEach(key -> shared.merge(key, 1, Integer::sum)));
        var byProbe = new LinkedHashMap<EqualityKey.Probe, Map<String, List<Candidate>>>();
        for (var candidate : candidates) {
            keys(candidate).stream()
                    .min(Comparator.comparingInt(key -> shared.getOrDefault(key, 0)))
                    .ifPresentOrElse(
                            key -> byProbe.computeIfAbsent(key.probe(), _ -> new HashMap<>())
                                    .computeIfAbsent(key.key(), _ -> new ArrayList<>())
                                    .add(candidate),
                            () -> always.add(candidate));
        }
        byProbe.forEach((probe, byKey) -> shelves.add(new Shelf(probe, byKey)));
    }

    private static List<EqualityKey> keys(Candidate candidate) {
        return EqualityKey.in(candidate.match().trigger().when());
    }

    /// All whose condition may hold, in their order; for the others it cannot.
    List<Candidate> candidates(Event event) {
        var found = new ArrayList<>(always);
        int sources = always.isEmpty() ? 0 : 1;
        for (var shelf : shelves) {
            var key = shelf.probe().of(event);
            if (key.isPresent()) {
                var filed = shelf.byKey().get(key.get());
                if (filed != null) {
                    found.addAll(filed);
                    sources++;
                }
            }
        }
        if (sources > 1) {
            found.sort(Comparator.comparingInt(Candidate::order));
        }
        return found;
    }
}
