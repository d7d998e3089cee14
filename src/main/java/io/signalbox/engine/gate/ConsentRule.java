package io.signalbox.engine.gate;

import java.time.Instant;

/// Where consent is required: the person never gave it, or took it back.
record ConsentRule(Contacts contacts) implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.person()
                .filter(person -> rules.consent() && contacts.consent(person.address()) != Contacts.Consent.GIVEN)
                .<Verdict>map(person -> new Verdict.Refused("consent", person.masked()))
                .orElseGet(Verdict.Passed::new);
    }
}
