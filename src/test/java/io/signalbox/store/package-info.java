@NullMarked
package io.signalbox.store;

import org.jspecify.annotations.NullMarked;
