/// Whatever is read from outside, with whatever may come.
@NullMarked
package io.signalbox.fuzz;

import org.jspecify.annotations.NullMarked;
