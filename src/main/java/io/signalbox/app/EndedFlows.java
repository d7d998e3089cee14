package io.signalbox.app;

import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Incidents;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// The flows that are paused because their runs kept ending the program.
record EndedFlows(FlowStore flows, Incidents incidents) {
    /// Of the owner of a workspace.
    static final String COMMAND = "flows.ended";

    static EndedFlows of(Workspace workspace) {
        return new EndedFlows(workspace.flows(), workspace.incidents());
    }

    /// A sentence about each.
    List<String> sentences(Texts texts) {
        var words = Texts.of(Incidents.class, texts.language());
        return flows.all().stream()
                .filter(StoredFlow::isPaused)
                .flatMap(stored -> sentence(stored, words).stream())
                .toList();
    }

    private List<String> sentence(StoredFlow stored, Texts words) {
        return incidents
                .last(stored.flow().id())
                .filter(incident -> incident.kind() == Kind.POISON)
                .map(incident -> incident.text(words, Optional.of(stored)))
                .stream()
                .toList();
    }

    Value answer(Texts texts) {
        return WorkspaceCommands.accepted().with("flows", Value.texts(sentences(texts)));
    }
}
