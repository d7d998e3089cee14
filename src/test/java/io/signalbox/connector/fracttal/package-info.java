@NullMarked
package io.signalbox.connector.fracttal;

import org.jspecify.annotations.NullMarked;
