/// What a connector is: a spec that palette, form, checks and help read, and two pure functions to and from the wire.
/// One sub-package per service; they do not know each other.
@NullMarked
package io.signalbox.connector;

import org.jspecify.annotations.NullMarked;
