@NullMarked
package io.signalbox.sandbox.zapier;

import org.jspecify.annotations.NullMarked;
