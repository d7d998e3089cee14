package io.signalbox.engine;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Outgoing;

/// Adds an account's authorization to a request, last of all.
final class SignIn {
    private static final String MASK = "••••••••";

    private SignIn() {}

    /// As a person may see it.
    static Outgoing masked(Auth auth, Outgoing outgoing) {
        return switch (auth) {
            case Auth.None _ -> outgoing;
            case Auth.Bearer _, Auth.ClientCredentials _ -> outgoing.withHeader("Authorization", "Bearer " + MASK);
            case Auth.Basic _ -> outgoing.withHeader("Authorization", "Basic " + MASK);
            case Auth.Header(var name, _) -> outgoing.withHeader(name, MASK);
        };
    }
}
