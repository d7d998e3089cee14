@NullMarked
package io.signalbox.edit;

import org.jspecify.annotations.NullMarked;
