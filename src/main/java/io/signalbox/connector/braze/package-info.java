/// Braze: answers and messages through API-triggered campaigns, and what people write to them.
@NullMarked
package io.signalbox.connector.braze;

import org.jspecify.annotations.NullMarked;
