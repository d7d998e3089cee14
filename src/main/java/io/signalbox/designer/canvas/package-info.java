/// The canvas: what is where, what the mouse is in the middle of, and the views that draw it.
@NullMarked
package io.signalbox.designer.canvas;

import org.jspecify.annotations.NullMarked;
