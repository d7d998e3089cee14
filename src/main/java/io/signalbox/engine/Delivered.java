package io.signalbox.engine;

import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.Optional;

/// How far a message of a step came.
public final class Delivered {
    private Delivered() {}

    /// What the service reported, or that it took the message and will tell more; empty for a step that sent nothing,
    /// and for a service that tells nothing more.
    ///
    /// @param type the service of the step
    public static Optional<DeliveryStatus> of(RunRecord.StepRecord step, String type, Connectors connectors) {
        if (step.delivery().isPresent()) {
            return step.delivery();
        }
        boolean tells = connectors.find(type).flatMap(Connector::deliveries).isPresent();
        return tells && step.result() instanceof StepResult.Answered(var _, var id) && step.ended() && !id.isEmpty()
                ? Optional.of(new DeliveryStatus(id, "", DeliveryStatus.State.ACCEPTED, Optional.empty(), "", ""))
                : Optional.empty();
    }

    /// The service that a node's call goes to: a configuration's is that of its connection; blank for none.
    public static String type(Flow flow, NodeId node) {
        return flow.node(node)
                .map(each -> each instanceof Node.Configuration
                        ? flow.wiresTo(node).stream()
                                .flatMap(wire -> flow.node(wire.from()).stream())
                                .findFirst()
                                .map(Node::type)
                                .orElse("")
                        : each.type())
                .orElse("");
    }
}
