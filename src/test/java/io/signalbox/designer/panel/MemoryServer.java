package io.signalbox.designer.panel;

import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server with room for one flow.
final class MemoryServer implements FlowServer {
    private Optional<Deployed> deployed;
    private boolean reachable = true;
    private final List<Flow> received = new ArrayList<>();

    MemoryServer(Optional<Deployed> deployed) {
        this.deployed = deployed;
    }

    List<Flow> received() {
        return received;
    }

    Optional<Deployed> deployed() {
        return deployed;
    }

    /// Somebody else puts another version there.
    void change(Deployed changed) {
        deployed = Optional.of(changed);
    }

    void unplug() {
        reachable = false;
    }

    @Override
    public Optional<Deployed> find(String id) throws Unreachable {
        if (!reachable) {
            throw new Unreachable("unreachable", "no route");
        }
        return deployed;
    }

    @Override
    public Met meet() throws Unreachable {
        if (!reachable) {
            throw new Unreachable("unreachable", "no route");
        }
        return new Met(
                "1.0.0",
                List.of(),
                Optional.of(deployed.stream()
                        .map(there -> new There(there.flow().id(), there.flow().name(), there.on()))
                        .toList()));
    }

    @Override
    public Sent send(Flow flow, Optional<String> basedOn, boolean switchOn) throws Unreachable {
        if (!reachable) {
            throw new Unreachable("unreachable", "no route");
        }
        var version = deployed.map(Deployed::version);
        if (!version.equals(basedOn)) {
            return new Sent.Conflict(version.orElse(""));
        }
        received.add(flow);
        deployed = Optional.of(new Deployed(flow, version.orElse("0") + "1", switchOn));
        return new Sent.Accepted(version.orElse("0") + "1", switchOn);
    }
}
