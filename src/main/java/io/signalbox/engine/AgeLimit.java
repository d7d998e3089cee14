package io.signalbox.engine;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Value;
import java.time.Duration;

/// How old an event may be for its messages still to go out: news of yesterday only confuses. Counted from the
/// event's receipt.
public final class AgeLimit {
    /// The member of a flow file: whole hours.
    public static final String MEMBER = "maxAgeHours";

    /// Where the flow says nothing.
    public static final Duration USUAL = Duration.ofHours(24);

    private static final long LONGEST = 24L * 365;

    private AgeLimit() {}

    public static Duration of(Flow flow) {
        return flow.extra().at(MEMBER) instanceof Value.Decimal(var hours) && hours.signum() > 0
                ? Duration.ofHours(Math.clamp(hours.longValue(), 1, LONGEST))
                : USUAL;
    }
}
