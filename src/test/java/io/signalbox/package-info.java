@NullMarked
package io.signalbox;

import org.jspecify.annotations.NullMarked;
