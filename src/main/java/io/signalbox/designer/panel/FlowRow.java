package io.signalbox.designer.panel;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Problem;
import io.signalbox.json.FlowJson;
import java.util.List;
import java.util.Optional;

/// A flow as the list shows it.
///
/// @param identity of the stored flow, see [FlowJson#identity]
/// @param problems how many keep it from running
/// @param activity empty when it never ran
/// @param servers what servers have of it, as far as is known here
record FlowRow(
        StoredFlow stored,
        String identity,
        FlowStatus status,
        int problems,
        Optional<FlowActivity> activity,
        List<KnownServers.Copy> servers) {

    FlowRow {
        servers = List.copyOf(servers);
    }

    /// @param listening whether events are listened to
    static FlowRow of(
            StoredFlow stored,
            List<Problem> found,
            boolean listening,
            Optional<FlowActivity> activity,
            List<KnownServers.Copy> servers) {
        var identity = FlowJson.identity(stored.flow());
        var status = FlowStatus.of(
                stored.isPaused(),
                stored.live().isPresent(),
                stored.live().filter(live -> live.identity().equals(identity)).isPresent(),
                found,
                servers.stream().noneMatch(copy -> copy.differsFrom(identity)),
                listening);
        int errors = (int) found.stream().filter(Problem::isError).count();
        return new FlowRow(stored, identity, status, errors, activity, servers);
    }

    String id() {
        return stored.flow().id();
    }

    String name() {
        return stored.flow().name();
    }

    boolean isOn() {
        return stored.live().isPresent();
    }

    boolean isPaused() {
        return stored.isPaused();
    }
}
