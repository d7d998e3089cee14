package io.signalbox.engine.gate;

import java.time.Instant;

/// One reason why a call may not go out, or not now. Safe for use by several threads.
public sealed interface Rule
        permits StopRule,
                FlowRule,
                AccountRule,
                RepeatRule,
                RecipientRule,
                OptOutRule,
                ConsentRule,
                WindowRule,
                QuietRule,
                CapRule {

    /// May block for the disk, but only where the rule is on and says so.
    Verdict judge(Ask ask, GateRules rules, Instant now);
}
