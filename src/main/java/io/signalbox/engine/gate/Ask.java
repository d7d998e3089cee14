package io.signalbox.engine.gate;

import io.signalbox.access.Account;
import java.time.Instant;
import java.util.Optional;

/// A call that wants to go out.
///
/// @param run with `step` the same for every attempt of one call, and different for every other call
/// @param sends true for what a Connection sends, false for what a Source fetches
/// @param recipient of what is sent; empty where the operation has none
/// @param freeText true when the service takes it only shortly after the person wrote to us
/// @param repeat false when the call was never made before
/// @param useless when it is too late for it: nobody waits longer than that
public record Ask(
        String run,
        String step,
        String flow,
        Account account,
        boolean sends,
        Optional<Recipient> recipient,
        boolean freeText,
        boolean repeat,
        Instant useless) {

    /// Whom a rule about people is about: nobody for a read, and for what has no recipient.
    Optional<Recipient> person() {
        return sends ? recipient : Optional.empty();
    }
}
