/// The stand-in of WalkMe.
@NullMarked
package io.signalbox.sandbox.walkme;

import org.jspecify.annotations.NullMarked;
