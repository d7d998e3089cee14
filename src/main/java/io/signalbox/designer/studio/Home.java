package io.signalbox.designer.studio;

import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.util.List;

/// What the studio needs of the program around it, beside the workspace.
public interface Home {
    /// The flow that a person who is new begins with. May block.
    Flow example();

    /// The flows that come with the program. May block.
    List<Flow> samples();

    /// One of them with the connections it names, taken into the workspace if it is not there. May block.
    ///
    /// @param sample under the name that the person read
    StoredFlow take(Flow sample) throws FlowChangedElsewhere;

    /// Opens another window over the same workspace.
    void newWindow();

    /// Closes every window, and with the last one the program, once everything is saved.
    void leave();
}
