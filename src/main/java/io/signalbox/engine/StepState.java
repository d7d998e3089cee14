package io.signalbox.engine;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The states of a step that reaches outside and the legal ways between them. All are durable but [#PENDING], which is
/// the absence of a row. A read goes without intent, since repeating it changes nothing.
public enum StepState {
    PENDING,
    /// Stored before the wire is touched.
    INTENT,
    /// The service took it.
    DONE,
    /// No answer for good yet; called again later.
    RETRY,
    /// For good.
    REFUSED,
    /// The send gate, or the flow's own age limit, did not let it out.
    SUPPRESSED,
    /// Tries or age used up.
    DEAD,
    /// It was sent, perhaps: the program died or the answer never came.
    UNKNOWN,
    /// Sent again with the same key, marked as a possible duplicate.
    RESEND,
    /// Somebody who knows said that it arrived: the service's status, or a person.
    RECONCILED,
    /// Waits for that somebody.
    PARKED;

    public boolean isFinal() {
        return next().isEmpty();
    }

    public boolean isDurable() {
        return this != PENDING;
    }

    /// A call is under way, or was when the program died.
    public boolean isOpen() {
        return this == INTENT || this == RESEND;
    }

    public Set<StepState> next() {
        return switch (this) {
            case PENDING -> Set.of(INTENT, DONE, RETRY, REFUSED, SUPPRESSED, DEAD);
            case INTENT, RESEND -> Set.of(DONE, RETRY, REFUSED, DEAD, UNKNOWN);
            case RETRY -> Set.of(INTENT, DONE, RETRY, REFUSED, SUPPRESSED, DEAD);
            case UNKNOWN -> Set.of(UNKNOWN, RESEND, RECONCILED, PARKED, REFUSED, SUPPRESSED, DEAD);
            // A person may let it go out again, which is a retry of its own.
            case PARKED -> Set.of(RETRY, RECONCILED, REFUSED);
            case DONE, REFUSED, SUPPRESSED, DEAD, RECONCILED -> Set.of();
        };
    }

    private static final Map<StepState, Set<StepState>> BEFORE = new EnumMap<>(StepState.class);

    static {
        for (var state : values()) {
            BEFORE.put(
                    state,
                    Arrays.stream(values())
                            .filter(from -> from.next().contains(state))
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /// From where it can be come to.
    public Set<StepState> before() {
        return BEFORE.getOrDefault(this, Set.of());
    }
}
