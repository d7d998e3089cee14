package io.signalbox.designer.canvas;

/// How a person likes the canvas to answer. A value; the canvas takes it at any time.
///
/// @param wheel what a mouse wheel does without a key held
/// @param snaps whether boxes fall onto the grid and to the lines of their neighbours
/// @param heals whether deleting a box bridges the gap where it can
/// @param dots whether the ground is dotted
/// @param moves whether views glide; false where the person or the system asks for reduced motion
public record CanvasChoices(Wheel wheel, boolean snaps, boolean heals, boolean dots, boolean moves) {
    /// What a wheel does.
    public enum Wheel {
        /// A notched wheel zooms, a trackpad moves the view.
        AUTOMATIC,
        ZOOM,
        SCROLL
    }

    public static CanvasChoices standard() {
        return new CanvasChoices(Wheel.AUTOMATIC, true, true, true, true);
    }
}
