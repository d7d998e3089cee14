package io.signalbox.engine;

import io.signalbox.connector.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What services reported of messages that they had accepted, by the id that they gave each message.
public interface DeliveryStore {
    /// On stable storage when it returns. Of several reports about one message the one that says most is kept, in
    /// whatever order they come.
    ///
    /// @param now for those without a time of their own
    void note(List<DeliveryStatus> reports, Instant now);

    /// Which step sent a message.
    record Sender(String run, StepId step) {}

    /// Who sent the message that bears this key; empty for one that nobody here sent, or whose run is removed.
    Optional<Sender> sender(String key);
}
