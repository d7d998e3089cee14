@NullMarked
package io.signalbox.connector.workplace;

import org.jspecify.annotations.NullMarked;
