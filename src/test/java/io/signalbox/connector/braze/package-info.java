@NullMarked
package io.signalbox.connector.braze;

import org.jspecify.annotations.NullMarked;
