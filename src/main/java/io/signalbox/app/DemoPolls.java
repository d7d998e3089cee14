package io.signalbox.app;

import io.signalbox.engine.TriggerClock;
import io.signalbox.engine.TriggerClock.Hand;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Makes the demo's polls look at once: nobody watches a demo for minutes.
record DemoPolls(Executor executor, TriggerClock clock) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// Waits for the look after which only what is new starts the flow.
    void first(Flow flow) throws InterruptedException {
        if (polls(flow)) {
            await(flow, hand -> !hand.state().isMissing());
        }
    }

    /// Looks again, and waits for it.
    void again(Flow flow) throws InterruptedException {
        if (polls(flow)) {
            var before = hands(flow);
            executor.pollSoon();
            await(flow, hand -> !before.contains(hand));
        }
    }

    private static boolean polls(Flow flow) {
        return flow.nodes().values().stream()
                .anyMatch(node ->
                        node instanceof Node.Trigger trigger && trigger.type().equals("poll"));
    }

    private List<Hand> hands(Flow flow) {
        return clock.all().stream()
                .filter(hand -> hand.key().flow().equals(flow.id()))
                .toList();
    }

    private void await(Flow flow, Predicate<Hand> looked) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (hands(flow).stream().noneMatch(looked) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }
}
