/// Proofs of Fracttal's stand-in.
@NullMarked
package io.signalbox.sandbox.fracttal;

import org.jspecify.annotations.NullMarked;
