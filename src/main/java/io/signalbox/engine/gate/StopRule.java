package io.signalbox.engine.gate;

import java.time.Instant;

/// All sending is stopped: messages wait, and use up no try. One that grows older than people expect a message to be
/// is not sent any more: nobody wants Monday's alarms on Thursday, all at once. Reads go on, as they change nothing.
final class StopRule implements Rule {
    static final String KEY = "stopped";
    private static final String TOO_OLD = "too-old";

    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        if (!ask.sends()) {
            return new Verdict.Passed();
        }
        var useless = ask.since().plus(rules.keep());
        return switch (rules.sending()) {
            case Sending.Stopped _ when !now.isBefore(useless) -> tooOld(rules);
            case Sending.Stopped _ -> new Verdict.Held(KEY, "", useless);
            case Sending.Lifted(var at) when useless.isBefore(at) -> tooOld(rules);
            case Sending.Lifted _, Sending.Usual _ -> new Verdict.Passed();
        };
    }

    private static Verdict tooOld(GateRules rules) {
        return new Verdict.Refused(TOO_OLD, Long.toString(rules.keep().toHours()));
    }
}
