/// Stand-ins for the vendors on this machine, so that a flow can be tried without an account anywhere.
@NullMarked
package io.signalbox.sandbox;

import org.jspecify.annotations.NullMarked;
