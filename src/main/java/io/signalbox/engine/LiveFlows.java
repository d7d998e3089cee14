package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The flows that are switched on, ready to match and to plan. Swapped as a whole when one is switched on or off.
public final class LiveFlows {
    private final FlowStore flows;
    private final Connectors connectors;
    private final Map<String, Planner> planners = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(new Matcher(List.of()), Map.of());

    private record Snapshot(Matcher matcher, Map<String, Long> versions) {}

    public LiveFlows(FlowStore flows, Connectors connectors) {
        this.flows = flows;
        this.connectors = connectors;
    }

    /// Reads anew which flows are on. Events accepted from now on go by it.
    public void reload() {
        var on = flows.all().stream()
                .flatMap(stored -> stored.live().stream()
                        .flatMap(live -> flows.version(stored.flow().id(), live.number()).stream()
                                .map(flow -> new Matcher.StoredLive(flow, live.number()))))
                .toList();
        var versions = new HashMap<String, Long>();
        on.forEach(live -> versions.put(live.flow().id(), live.version()));
        snapshot = new Snapshot(new Matcher(on), Map.copyOf(versions));
        var live = new HashSet<String>();
        versions.forEach((flow, version) -> live.add(key(flow, version)));
        planners.keySet().retainAll(live);
    }

    public Matcher matcher() {
        return snapshot.matcher();
    }

    public boolean isOn(String flow) {
        return snapshot.versions().containsKey(flow);
    }

    /// For the version a run was accepted for. Empty when that version is gone.
    public Optional<Planner> planner(String flow, long version) {
        var known = planners.get(key(flow, version));
        if (known != null) {
            return Optional.of(known);
        }
        var made = flows.version(flow, version).map(found -> new Planner(found, connectors));
        made.ifPresent(planner -> planners.put(key(flow, version), planner));
        return made;
    }

    private static String key(String flow, long version) {
        return flow + " " + version;
    }
}
