package io.signalbox.http;

import io.signalbox.access.Secret;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Value;
import java.util.Optional;

/// Speaks to the process that owns the workspace.
public final class ControlClient {
    private final Gateway gateway;
    private final int port;
    private final Secret token;

    public ControlClient(Gateway gateway, int port, Secret token) {
        this.gateway = gateway;
        this.port = port;
        this.token = token;
    }

    /// The command's result; empty when nobody answers, so the control file was left behind.
    public Optional<Value> run(Value command) {
        var request = Outgoing.json("POST", "http://127.0.0.1:" + port + "/control", command)
                .withHeader("Authorization", "Bearer " + token.value());
        return switch (gateway.send(request, Optional.of("127.0.0.1:" + port))) {
            case Exchange.Answered(var reply) when reply.isSuccess() -> Optional.of(reply.body());
            case Exchange.Answered _, Exchange.Unanswered _, Exchange.Lost _ -> Optional.empty();
        };
    }
}
