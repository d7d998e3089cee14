/// What a flow does with an event: a pure planner, and the worker, gate and loop that carry its effects out.
/// Reaches the outside only through the interfaces declared here.
@NullMarked
package io.signalbox.engine;

import org.jspecify.annotations.NullMarked;
