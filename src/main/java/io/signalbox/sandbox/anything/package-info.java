/// Takes whatever is sent, for services without a stand-in of their own.
@NullMarked
package io.signalbox.sandbox.anything;

import org.jspecify.annotations.NullMarked;
