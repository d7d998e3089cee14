package io.signalbox.designer.studio;

import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.StoredFlow;

/// What the studio needs of the program around it, beside the workspace.
public interface Home {
    /// The example with the connections it names, taken into the workspace if it is not there. May block.
    StoredFlow example() throws FlowChangedElsewhere;

    /// Opens another window over the same workspace.
    void newWindow();
}
