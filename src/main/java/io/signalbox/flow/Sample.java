package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// An event to try the flow with, and what each source would answer.
///
/// @param event as it would be posted to `/events`
/// @param replies by node, the decoded output
public record Sample(String name, Value.Fields event, SequencedMap<NodeId, Value> replies, Value.Fields extra) {
    public Sample {
        replies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(replies));
    }
}
