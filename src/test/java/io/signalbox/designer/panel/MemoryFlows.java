package io.signalbox.designer.panel;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import io.signalbox.json.FlowJson;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Flows that are gone with the test.
final class MemoryFlows implements FlowStore {
    private final Map<String, StoredFlow> flows = new LinkedHashMap<>();

    /// A draft, one that runs as drawn, one that was changed since.
    static MemoryFlows three() {
        var store = new MemoryFlows();
        store.put(PanelFlow.flow().withId("draft").withName("Overdue tasks to supervisor"), Optional.empty());
        var live = PanelFlow.flow();
        store.put(
                live.withDescription(
                        "Tells the technician as soon as a work order is his.", live.language(), live.zone()),
                Optional.of("other"));
        var same = live.withId("live").withName("Meter out of range");
        store.put(same, Optional.of(FlowJson.identity(same)));
        return store;
    }

    /// What the list works with when nothing ever ran and nothing is wrong.
    FlowShelf shelf() {
        return shelf(Map.of(), _ -> List.of());
    }

    FlowShelf shelf(Map<String, FlowActivity> activity, Function<Flow, List<Problem>> problems) {
        return shelf(activity, problems, Map::of);
    }

    FlowShelf shelf(
            Map<String, FlowActivity> activity,
            Function<Flow, List<Problem>> problems,
            Supplier<Map<String, List<KnownServers.Copy>>> servers) {
        return new FlowShelf(
                this,
                _ -> activity,
                problems,
                () -> true,
                servers,
                InstantSource.fixed(PanelBench.NOW),
                ZoneId.of("UTC"));
    }

    private void put(Flow flow, Optional<String> identity) {
        flows.put(
                flow.id(),
                new StoredFlow(
                        flow, 1, PanelBench.NOW, identity.map(hash -> new StoredFlow.LiveVersion(1, hash, false))));
    }

    @Override
    public SortedMap<String, Long> live() {
        var live = new TreeMap<String, Long>();
        all().forEach(stored ->
                stored.live().ifPresent(version -> live.put(stored.flow().id(), version.number())));
        return live;
    }

    @Override
    public List<StoredFlow> all() {
        return flows.values().stream()
                .sorted(Comparator.comparing(stored -> stored.flow().name()))
                .toList();
    }

    @Override
    public Optional<StoredFlow> find(String id) {
        return Optional.ofNullable(flows.get(id));
    }

    @Override
    public long save(Flow flow, long revision) throws FlowChangedElsewhere {
        var now = find(flow.id()).map(StoredFlow::revision).orElse(0L);
        if (now != revision) {
            throw new FlowChangedElsewhere(flow.id(), now);
        }
        flows.put(flow.id(), new StoredFlow(flow, revision + 1, PanelBench.NOW, Optional.empty()));
        return revision + 1;
    }

    @Override
    public boolean switchOn(String id) {
        live(id, false);
        return flows.containsKey(id);
    }

    @Override
    public boolean switchOff(String id) {
        flows.computeIfPresent(
                id,
                (_, stored) -> new StoredFlow(stored.flow(), stored.revision(), stored.savedAt(), Optional.empty()));
        return flows.containsKey(id);
    }

    @Override
    public Set<String> paused() {
        return all().stream()
                .filter(StoredFlow::isPaused)
                .map(stored -> stored.flow().id())
                .collect(Collectors.toSet());
    }

    @Override
    public void pause(String id) {
        live(id, true);
    }

    @Override
    public void wake(String id) {}

    private void live(String id, boolean paused) {
        flows.computeIfPresent(
                id,
                (_, stored) -> new StoredFlow(
                        stored.flow(),
                        stored.revision(),
                        stored.savedAt(),
                        Optional.of(new StoredFlow.LiveVersion(1, FlowJson.identity(stored.flow()), paused))));
    }

    @Override
    public boolean remove(String id) {
        return flows.remove(id) != null;
    }

    @Override
    public boolean restore(StoredFlow removed) {
        return flows.putIfAbsent(removed.flow().id(), removed) == null;
    }

    @Override
    public String stamp() {
        return Integer.toString(flows.hashCode());
    }

    @Override
    public Optional<Flow> version(String id, long number) {
        return find(id).map(StoredFlow::flow);
    }

    /// Doors behind which nothing happens.
    static class Ignored implements FlowList.Doors {
        @Override
        public void create() {}

        @Override
        public void useExample() {}

        @Override
        public void samples() {}

        @Override
        public void showText(String text, int line) {}

        @Override
        public void welcome() {}

        @Override
        public void newWindow() {}

        @Override
        public void open(StoredFlow flow) {}

        @Override
        public void chooseImport(Consumer<String> text) {}

        @Override
        public void export(Flow flow, String text) {}
    }
}
