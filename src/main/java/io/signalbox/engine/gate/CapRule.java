package io.signalbox.engine.gate;

import java.time.Instant;

/// A person gets at most so many messages on one day, counted on disk before each goes out. One that its service then
/// refuses counts all the same: it was let out.
record CapRule(GateStore store) implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        if (ask.person().isEmpty() || rules.cap().isEmpty() || rules.zone().isEmpty()) {
            return new Verdict.Passed();
        }
        var person = ask.person().get();
        int most = rules.cap().get();
        var day = now.atZone(rules.zone().get()).toLocalDate();
        return store.count(new GateStore.Sent(ask.run(), ask.step(), person.address(), day), most)
                ? new Verdict.Passed()
                : new Verdict.Refused("cap", person.masked());
    }
}
