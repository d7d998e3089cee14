/// Catch hooks of Zapier.
@NullMarked
package io.signalbox.connector.zapier;

import org.jspecify.annotations.NullMarked;
