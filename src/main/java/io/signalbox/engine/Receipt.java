package io.signalbox.engine;

import java.util.List;

/// What the sender of an event is told once it is on stable storage.
///
/// @param eventId of the first arrival, for a repeat too
/// @param matched ids of the flows that run for it
public record Receipt(String eventId, boolean duplicate, List<String> matched) {
    public Receipt {
        matched = List.copyOf(matched);
    }
}
