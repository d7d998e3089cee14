package io.signalbox.engine.gate;

import java.time.Instant;

/// All sending is stopped: messages wait, and use up no try. They wait until sending goes on, or until they are too old
/// for their flow and are given up: nobody wants Monday's alarms on Thursday, all at once. Reads go on, as they change
/// nothing.
final class StopRule implements Rule {
    static final String KEY = "stopped";

    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.sends() && rules.isStopped()
                ? new Verdict.Held(KEY, "", now.isBefore(ask.useless()) ? ask.useless() : now.plusSeconds(1))
                : new Verdict.Passed();
    }
}
