package io.signalbox.engine.gate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// All rules in their order: the switches first, then what refuses for good, then what only makes wait, last what uses
/// something up. So nobody waits for a call that is refused in the end, and only what goes out is counted.
///
/// Stop, flow off, connection off, sent already, recipient, opt-out, consent, 24-hour window, quiet hours, daily cap.
/// Behind them [Pacing].
public final class Rules {
    /// What is held back by a rule that a person may change. What waits for its turn is not among them.
    public static final Set<String> HOLDING = Set.of(StopRule.KEY, QuietRule.KEY);

    private final List<Rule> all;

    /// @param isOn whether the flow of that id is switched on
    public Rules(GateStore store, Contacts contacts, Predicate<String> isOn) {
        all = List.of(
                new StopRule(),
                new FlowRule(isOn),
                new AccountRule(),
                new RepeatRule(store),
                new RecipientRule(),
                new OptOutRule(contacts),
                new ConsentRule(contacts),
                new WindowRule(contacts),
                new QuietRule(),
                new CapRule(store));
    }

    /// What the first rule says that has something against it.
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        return judge(List.of(ask), rules, now);
    }

    /// The same for a call to several people: what is against one of them is against the call. A rule is asked about
    /// all
    /// of them before the next one, so that nothing is used up for a call that is refused for another's sake.
    public Verdict judge(List<Ask> asks, GateRules rules, Instant now) {
        for (var rule : all) {
            for (var ask : asks) {
                var verdict = rule.judge(ask, rules, now);
                if (!(verdict instanceof Verdict.Passed)) {
                    return verdict;
                }
            }
        }
        return new Verdict.Passed();
    }
}
