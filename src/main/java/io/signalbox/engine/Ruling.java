package io.signalbox.engine;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Verdict;
import java.util.Optional;

/// What a condition of a flow says.
///
/// @param verdict empty where there is no condition, or nobody reads it
record Ruling(boolean holds, Optional<Verdict> verdict) {
    static final Ruling NONE = new Ruling(true, Optional.empty());

    /// With every part of it, for people.
    static Ruling told(Condition condition, Scope scope) {
        if (condition.isAlways()) {
            return NONE;
        }
        var verdict = condition.explain(scope);
        return new Ruling(verdict.holds(), Optional.of(verdict));
    }

    /// Yes or no.
    static Ruling alone(Condition condition, Scope scope) {
        return condition.isAlways() ? NONE : new Ruling(condition.holdsFor(scope), Optional.empty());
    }
}
