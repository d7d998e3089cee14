package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;

/// What a person does on the canvas, free of the toolkit. `at` is in pixels at 100 %, `screen` in pixels of the view.
public sealed interface CanvasInput {
    /// @param pans true for the middle button, or with Space held
    /// @param toggles true with Shift or Ctrl: the selection is added to
    /// @param alt true with Alt: a copy of what is pressed is dragged, and on the ground a cut through wires begins
    /// @param id names the gesture that begins here, so that all its edits are one undo step
    record Press(Point at, Point screen, boolean pans, boolean toggles, boolean alt, String id)
            implements CanvasInput {}

    /// @param free true with Alt: neither grid nor guides
    /// @param straight true with Shift: along one axis only
    record Drag(Point at, Point screen, boolean free, boolean straight) implements CanvasInput {}

    record Release(Point at) implements CanvasInput {}

    /// Something from the palette is held over the window.
    ///
    /// @param inside true over the canvas
    /// @param id names the gesture
    record Carry(PaletteItem item, Point at, boolean inside, String id) implements CanvasInput {}

    /// A wire, or the end of one, is taken up with the keyboard.
    record WireFrom(Loose loose) implements CanvasInput {}

    /// The next target of that wire, or the one before.
    record Turn(int by) implements CanvasInput {}

    /// Its n-th target, counted from 0.
    record Pick(int target) implements CanvasInput {}

    /// What could be added there is asked for.
    record Ask(Slot slot) implements CanvasInput {}

    /// What is to be added there.
    ///
    /// @param id names the gesture
    record Choose(PaletteItem item, Slot slot, String id) implements CanvasInput {}

    record Confirm() implements CanvasInput {}

    record Escape() implements CanvasInput {}
}
