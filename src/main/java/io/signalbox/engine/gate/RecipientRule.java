package io.signalbox.engine.gate;

import java.time.Instant;

/// Nobody could be reached at such an address.
final class RecipientRule implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.person()
                .filter(person -> !person.isValid())
                // In the clear: it is nobody's, and whoever mends it must see it.
                .<Verdict>map(person -> new Verdict.Refused("recipient", person.address()))
                .orElseGet(Verdict.Passed::new);
    }
}
