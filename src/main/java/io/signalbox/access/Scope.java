package io.signalbox.access;

import java.util.Arrays;
import java.util.Optional;

/// What a token may do. Denied unless listed.
public enum Scope {
    FLOW_READ("flow.read"),
    FLOW_DEPLOY("flow.deploy"),
    FLOW_RUN("flow.run"),
    RUN_READ("run.read"),
    RUN_PAYLOAD_READ("run.payload.read"),
    RUN_REPLAY("run.replay"),
    CONNECTION_WRITE("connection.write"),
    SECRET_WRITE("secret.write"),
    AUDIT_READ("audit.read"),
    EVENTS("events"),
    ADMIN("admin");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }
}
