package io.signalbox.engine.gate;

import java.time.Duration;
import java.time.Instant;

/// Free text goes only to who wrote to us within the last 24 hours (WhatsApp's rule).
record WindowRule(Contacts contacts) implements Rule {
    private static final Duration OPEN = Duration.ofHours(24);

    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.person()
                .filter(person -> rules.window() && ask.freeText() && !isOpen(person, now))
                .<Verdict>map(person -> new Verdict.Refused("window", person.masked()))
                .orElseGet(Verdict.Passed::new);
    }

    private boolean isOpen(Recipient person, Instant now) {
        return contacts.lastHeardFrom(person.address())
                .map(at -> at.plus(OPEN).isAfter(now))
                .orElse(false);
    }
}
