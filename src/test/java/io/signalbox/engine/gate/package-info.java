@NullMarked
package io.signalbox.engine.gate;

import org.jspecify.annotations.NullMarked;
