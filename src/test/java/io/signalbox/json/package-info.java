@NullMarked
package io.signalbox.json;

import org.jspecify.annotations.NullMarked;
