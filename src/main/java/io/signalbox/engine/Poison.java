package io.signalbox.engine;

import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out, before anything runs, what killed the program: a run that was at work in three deaths is given up, and
/// a flow with three such runs
/// is paused: what comes in for it waits for a person. So no start dies of what the last ones died of.
public final class Poison {
    private static final Logger LOG = LoggerFactory.getLogger(Poison.class);

    private static final int MOST = 3;

    private final AtWork atWork;
    private final Recovery recovery;
    private final Incidents incidents;
    private final FlowStore flows;
    private final InstantSource clock;

    public Poison(AtWork atWork, Recovery recovery, Incidents incidents, FlowStore flows, InstantSource clock) {
        this.atWork = atWork;
        this.recovery = recovery;
        this.incidents = incidents;
        this.flows = flows;
        this.clock = clock;
    }

    /// Once, before the first run is taken up.
    ///
    /// @return true when there are suspects
    public boolean find() {
        var left = atWork.left();
        if (!left.runs().isEmpty()) {
            LOG.warn(
                    "the program died while it was at work on {} runs; {} of them only waited",
                    left.runs().size(),
                    left.runs().size() - left.suspects().size());
            for (var flow : recovery.crashed(left, MOST, clock.instant())) {
                flows.pause(flow);
                incidents.note(new Incident(clock.instant(), Kind.POISON, flow, Integer.toString(MOST)));
                LOG.error("the flow {} is paused: {} of its runs killed the program", flow, MOST);
            }
        }
        atWork.forget();
        return !left.suspects().isEmpty();
    }
}
