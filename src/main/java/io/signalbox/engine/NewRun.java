package io.signalbox.engine;

import io.signalbox.flow.NodeId;

/// A run to be: one per event and flow.
///
/// @param trigger the node that fired
public record NewRun(String id, String flow, long version, NodeId trigger) {}
