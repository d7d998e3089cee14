/// Any JSON service over HTTP that needs no connector of its own.
@NullMarked
package io.signalbox.connector.http;

import org.jspecify.annotations.NullMarked;
