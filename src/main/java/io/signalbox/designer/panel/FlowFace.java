package io.signalbox.designer.panel;

import javafx.scene.control.Control;
import javafx.scene.layout.Region;

/// A way to show the flows: as rows of a table or as cards. Both show the same flows with the same one chosen, so that
/// whoever changes from one to the other goes on where they were.
sealed interface FlowFace permits FlowTable, FlowCards {
    /// What stands on the page.
    Region whole();

    /// What has the keyboard while flows are walked through.
    Control keys();

    /// In the language of now.
    void label();

    /// Draws every flow anew, such as one whose name is being typed.
    void redraw();
}
