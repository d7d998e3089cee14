package io.signalbox.engine.gate;

import java.time.Instant;

/// The connection is switched off.
final class AccountRule implements Rule {
    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return ask.account().enabled()
                ? new Verdict.Passed()
                : new Verdict.Refused("account-off", ask.account().name());
    }
}
