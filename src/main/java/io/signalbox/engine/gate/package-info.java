/// The rules of the send gate, one a class, each pure but for what it asks of the ports declared here. `SendGate` asks
/// them in the order of [Rules].
@NullMarked
package io.signalbox.engine.gate;

import org.jspecify.annotations.NullMarked;
