@NullMarked
package io.signalbox.sandbox;

import org.jspecify.annotations.NullMarked;
