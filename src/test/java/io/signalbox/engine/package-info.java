@NullMarked
package io.signalbox.engine;

import org.jspecify.annotations.NullMarked;
