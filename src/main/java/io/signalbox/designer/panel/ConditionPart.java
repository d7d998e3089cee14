package io.signalbox.designer.panel;

/// A row or a group of conditions on the screen.
sealed interface ConditionPart extends AutoCloseable permits ConditionRow, ConditionGroup {
    Spot spot();

    /// Puts the keyboard there when that place is this or below.
    void focus(ConditionEditing.Focus wanted);

    @Override
    void close();
}
