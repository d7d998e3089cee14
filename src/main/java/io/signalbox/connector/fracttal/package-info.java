/// Work orders and people read from Fracttal One.
@NullMarked
package io.signalbox.connector.fracttal;

import org.jspecify.annotations.NullMarked;
