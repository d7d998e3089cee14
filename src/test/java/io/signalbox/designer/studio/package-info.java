@NullMarked
package io.signalbox.designer.studio;

import org.jspecify.annotations.NullMarked;
