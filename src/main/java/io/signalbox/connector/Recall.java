package io.signalbox.connector;

import java.util.Optional;
import java.util.function.Function;

/// How it is found out whether a call whose answer was lost was done after all, asked before it is made again.
///
/// @param question a call that changes nothing
/// @param answer what a successful reply to it says of the lost call; empty when it was surely not done
public record Recall(Outgoing question, Function<Reply, Optional<Outcome>> answer) {}
