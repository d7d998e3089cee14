@NullMarked
package io.signalbox.designer.panel;

import org.jspecify.annotations.NullMarked;
