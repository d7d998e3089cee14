package io.signalbox.engine.gate;

import java.time.Instant;

/// The same call was made before, and its service accepted it. All attempts of a call share one key, so this is asked
/// of a repeat alone; a first attempt costs nothing.
record RepeatRule(GateStore store) implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.sends() && ask.repeat() && store.isDone(ask.run(), ask.step())
                ? new Verdict.Refused("duplicate", "")
                : new Verdict.Passed();
    }
}
