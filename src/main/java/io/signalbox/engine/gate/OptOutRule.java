package io.signalbox.engine.gate;

import java.time.Instant;

/// The person asked for no more messages.
record OptOutRule(Contacts contacts) implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.person()
                .filter(person -> rules.optOut() && contacts.consent(person.address()) == Contacts.Consent.WITHDRAWN)
                .<Verdict>map(person -> new Verdict.Refused("opt-out", person.masked()))
                .orElseGet(Verdict.Passed::new);
    }
}
