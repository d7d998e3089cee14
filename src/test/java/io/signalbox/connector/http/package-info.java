@NullMarked
package io.signalbox.connector.http;

import org.jspecify.annotations.NullMarked;
