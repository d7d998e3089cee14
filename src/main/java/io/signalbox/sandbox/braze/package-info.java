/// The stand-in of Braze.
@NullMarked
package io.signalbox.sandbox.braze;

import org.jspecify.annotations.NullMarked;
