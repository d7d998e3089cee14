/// The window in which flows are drawn.
@NullMarked
package io.signalbox.designer;

import org.jspecify.annotations.NullMarked;
