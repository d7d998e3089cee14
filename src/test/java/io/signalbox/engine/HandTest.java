package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HandTest {
    private final Hand hand = new Hand(InstantSource.system());

    @Test
    void whoever_holds_a_run_hears_at_the_end_that_it_was_taken_up_meanwhile() {
        // A rule ends while the run that it holds back is just being laid down.
        assertTrue(hand.take(run()));
        assertFalse(hand.take(run()));
        assertFalse(hand.take(run()));
        assertTrue(hand.drop("r"), "or nobody would look for it before the next sweep");
        assertEquals(0, hand.size());
        assertTrue(hand.take(run()));
        assertFalse(hand.drop("r"));
        assertFalse(hand.drop("r"));
    }

    private static StoredRun run() {
        var at = Instant.EPOCH;
        var event = new Event("e", "m.s.w", "m", "s", "w", "", "", at, at, Value.Fields.empty(), Value.Fields.empty());
        var lease = new StoredRun.Lease(1, 0, "r", 0, true);
        return new StoredRun("r", "f", 1, new NodeId("t"), event, lease, Map.of(), Map.of(), Map.of(), Map.of());
    }
}
