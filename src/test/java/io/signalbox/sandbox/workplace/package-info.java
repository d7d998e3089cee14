@NullMarked
package io.signalbox.sandbox.workplace;

import org.jspecify.annotations.NullMarked;
