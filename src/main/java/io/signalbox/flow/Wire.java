package io.signalbox.flow;

/// A way from one node to the next.
///
/// @param when followed only when it holds
/// @param otherwise followed when no sibling's `when` held
/// @param onError followed only after the node failed for good
public record Wire(NodeId from, NodeId to, Condition when, boolean otherwise, boolean onError, Value.Fields extra) {
    public static Wire of(NodeId from, NodeId to) {
        return new Wire(from, to, Condition.always(), false, false, Value.Fields.empty());
    }

    public Wire withWhen(Condition changed) {
        return new Wire(from, to, changed, otherwise, onError, extra);
    }

    public boolean joins(NodeId a, NodeId b) {
        return from.equals(a) && to.equals(b);
    }
}
