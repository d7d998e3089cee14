package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The flows that are switched on, ready to match and to plan. Swapped as a whole when one is switched on or off.
public final class LiveFlows {
    private final FlowStore flows;
    private final Connectors connectors;
    private final Map<String, Planner> planners = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(new Matcher(List.of()), Map.of(), Set.of());
    private volatile Runnable onWake = () -> {};

    private record Snapshot(Matcher matcher, Map<String, Long> versions, Set<String> paused) {}

    public LiveFlows(FlowStore flows, Connectors connectors) {
        this.flows = flows;
        this.connectors = connectors;
    }

    /// Reads anew which flows are on. Events accepted from now on go by it. A version never changes, so only those that
    /// were not on before are read.
    public synchronized void reload() {
        var on = new ArrayList<Matcher.StoredLive>();
        var versions = new HashMap<String, Long>();
        var live = new HashSet<String>();
        flows.live()
                .forEach((flow, version) -> planner(flow, version).ifPresent(planner -> {
                    on.add(new Matcher.StoredLive(planner.flow(), version));
                    versions.put(flow, version);
                    live.add(key(flow, version));
                }));
        var before = snapshot.paused();
        snapshot = new Snapshot(new Matcher(on), Map.copyOf(versions), flows.paused());
        planners.keySet().retainAll(live);
        before.stream().filter(flow -> !isPaused(flow)).forEach(this::wake);
    }

    /// @param look run, on any thread, when runs were made due
    void setOnWake(Runnable look) {
        onWake = look;
    }

    public Matcher matcher() {
        return snapshot.matcher();
    }

    public boolean isOn(String flow) {
        return snapshot.versions().containsKey(flow);
    }

    /// True while what comes in for it waits for a person.
    public boolean isPaused(String flow) {
        return snapshot.paused().contains(flow);
    }

    /// Told once a run rests since its flow is paused: had that ended between look and rest, nobody would wake it.
    void rests(String flow) {
        if (!isPaused(flow)) {
            wake(flow);
        }
    }

    private void wake(String flow) {
        flows.wake(flow);
        onWake.run();
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
