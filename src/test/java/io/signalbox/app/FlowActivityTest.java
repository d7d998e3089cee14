package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Scope;
import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.RunState;
import io.signalbox.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the list of flows says of their runs.
final class FlowActivityTest {
    @TempDir
    private Path folder;

    @Test
    void runs_are_counted_by_flow_and_day_and_the_newest_is_told() throws Exception {
        try (var rig = new Rig(folder)) {
            rig.run(Rig.sample());
            rig.run(Rig.sample().withId("other"));
            rig.workspace().flows().save(Rig.sample().withId("idle"), 0);
            var token = rig.token(Scope.EVENTS);
            var samples = Rig.sample().samples();
            rig.call("POST", "/events", token, Json.write(samples.getFirst().event()));
            rig.settled();
            var now = Instant.now();
            var days = List.of(now.minus(Duration.ofDays(1)), now.minusSeconds(3600), now.plusSeconds(3600));

            var activity = rig.workspace().runs().activity(days);

            assertEquals(Set.of(Rig.sample().id(), "other"), activity.keySet());
            var ran = Objects.requireNonNull(activity.get("other"));
            assertEquals(
                    List.of(new FlowActivity.Day(0, 0), new FlowActivity.Day(1, 0), new FlowActivity.Day(0, 0)),
                    ran.days());
            assertEquals(RunState.SUCCEEDED, ran.last().state());
            assertEquals("other", ran.last().flow());
        }
    }

    @Test
    void the_stamp_tells_every_change_of_the_flows() throws Exception {
        try (var rig = new Rig(folder)) {
            var flows = rig.workspace().flows();
            var stamps = new HashSet<String>();
            stamps.add(flows.stamp());
            flows.save(Rig.sample(), 0);
            stamps.add(flows.stamp());
            flows.switchOn(Rig.sample().id());
            stamps.add(flows.stamp());
            flows.save(Rig.sample().withName("Another"), 1);
            stamps.add(flows.stamp());
            var removed = flows.find(Rig.sample().id()).orElseThrow();
            flows.remove(Rig.sample().id());
            stamps.add(flows.stamp());
            // Empty before and after: the one stamp that comes twice.
            assertEquals(4, stamps.size());
            flows.restore(removed);
            assertEquals(removed, flows.find(Rig.sample().id()).orElseThrow());
        }
    }
}
