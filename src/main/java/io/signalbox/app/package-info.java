/// The commands, and the one place where everything is put together.
@NullMarked
package io.signalbox.app;

import org.jspecify.annotations.NullMarked;
