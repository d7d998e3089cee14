package io.signalbox.engine;

import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;

/// The one door that every outgoing call passes.
public final class SendGate {
    private SendGate() {}

    /// International digits of a possible number.
    static boolean isRecipient(Value recipient) {
        return PhoneNumber.isPossible(recipient.asText());
    }
}
