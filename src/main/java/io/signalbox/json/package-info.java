/// Text to values and flows, and back. The only place that knows a JSON library.
@NullMarked
package io.signalbox.json;

import org.jspecify.annotations.NullMarked;
