package io.signalbox.access;

import java.time.Instant;
import java.util.Set;

/// An API or event token as the workspace knows it: never its text, which is shown once.
///
/// @param ending the last four characters, to tell tokens apart
public record Token(String name, Set<Scope> scopes, Instant createdAt, String ending) {
    public Token {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
