@NullMarked
package io.signalbox.flow;

import org.jspecify.annotations.NullMarked;
