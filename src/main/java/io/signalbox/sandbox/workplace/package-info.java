/// The stand-in of Workplace from Meta.
@NullMarked
package io.signalbox.sandbox.workplace;

import org.jspecify.annotations.NullMarked;
