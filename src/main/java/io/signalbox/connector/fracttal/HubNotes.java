package io.signalbox.connector.fracttal;

import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.List;

/// What a Hub-shaped document lacks or says otherwise. Used by one thread while the document is made.
final class HubNotes {
    private final List<HubDocument.Note> refused = new ArrayList<>();
    private final List<HubDocument.Note> differing = new ArrayList<>();

    void refuse(NodeId node, String key, String part) {
        refused.add(new HubDocument.Note(node.value(), key, part));
    }

    void differ(NodeId node, String key, String part) {
        differing.add(new HubDocument.Note(node.value(), key, part));
    }

    List<HubDocument.Note> refused() {
        return refused;
    }

    List<HubDocument.Note> differing() {
        return differing;
    }
}
