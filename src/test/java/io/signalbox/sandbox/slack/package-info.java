@NullMarked
package io.signalbox.sandbox.slack;

import org.jspecify.annotations.NullMarked;
