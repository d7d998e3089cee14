/// The flow as drawn: nodes, wires, conditions, maps, values. Pure data and pure functions; knows no screen, file or
/// socket.
@NullMarked
package io.signalbox.flow;

import org.jspecify.annotations.NullMarked;
