/// A small service that answers what people ask, for flows that have one think.
@NullMarked
package io.signalbox.sandbox.rules;

import org.jspecify.annotations.NullMarked;
