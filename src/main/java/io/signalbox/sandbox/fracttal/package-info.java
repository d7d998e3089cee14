/// The stand-in of Fracttal One.
@NullMarked
package io.signalbox.sandbox.fracttal;

import org.jspecify.annotations.NullMarked;
