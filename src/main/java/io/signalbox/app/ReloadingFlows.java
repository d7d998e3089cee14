package io.signalbox.app;

import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The flows of the workspace, telling the executor at once when one is switched on or off.
record ReloadingFlows(FlowStore flows, Runnable changed) implements FlowStore {
    @Override
    public List<StoredFlow> all() {
        return flows.all();
    }

    @Override
    public SortedMap<String, Long> live() {
        return flows.live();
    }

    @Override
    public Set<String> paused() {
        return flows.paused();
    }

    @Override
    public Optional<StoredFlow> find(String id) {
        return flows.find(id);
    }

    @Override
    public long save(Flow flow, long revision) throws FlowChangedElsewhere {
        return flows.save(flow, revision);
    }

    @Override
    public boolean switchOn(String id) {
        return told(flows.switchOn(id));
    }

    @Override
    public boolean switchOff(String id) {
        return told(flows.switchOff(id));
    }

    @Override
    public void pause(String id) {
        flows.pause(id);
        changed.run();
    }

    @Override
    public void wake(String id) {
        flows.wake(id);
    }

    @Override
    public boolean remove(String id) {
        return told(flows.remove(id));
    }

    @Override
    public boolean restore(StoredFlow removed) {
        return told(flows.restore(removed));
    }

    @Override
    public String stamp() {
        return flows.stamp();
    }

    @Override
    public Optional<Flow> version(String id, long number) {
        return flows.version(id, number);
    }

    private boolean told(boolean done) {
        changed.run();
        return done;
    }
}
