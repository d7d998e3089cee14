package io.signalbox.engine.gate;

import java.time.Instant;
import java.util.function.Predicate;

/// The flow was switched off after the run began.
record FlowRule(Predicate<String> isOn) implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return isOn.test(ask.flow()) ? new Verdict.Passed() : new Verdict.Refused("flow-off", ask.flow());
    }
}
