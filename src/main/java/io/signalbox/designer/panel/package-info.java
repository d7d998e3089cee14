/// The forms beside and below the canvas: inspector, conditions, field map, preview, and the dialogs.
@NullMarked
package io.signalbox.designer.panel;

import org.jspecify.annotations.NullMarked;
