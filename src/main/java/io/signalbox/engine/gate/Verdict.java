package io.signalbox.engine.gate;

import java.time.Instant;

/// What one rule, or all of them, say to a call.
public sealed interface Verdict {
    /// Nothing against it.
    record Passed() implements Verdict {}

    /// Never, for this call.
    ///
    /// @param rule text key `rule.<rule>`
    /// @param detail for the text; no address of a person in the clear
    record Refused(String rule, String detail) implements Verdict {}

    /// Not before that time; then it is judged anew.
    ///
    /// @param rule text key `rule.<rule>`
    record Held(String rule, String detail, Instant until) implements Verdict {}
}
