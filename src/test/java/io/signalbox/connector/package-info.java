@NullMarked
package io.signalbox.connector;

import org.jspecify.annotations.NullMarked;
