package io.signalbox.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The workspace's tokens. 256 random bits each, kept as a hash: so much entropy needs no slow one.
public interface Tokens {
    /// The new token's text, shown once; empty when the name is taken.
    Optional<Secret> create(String name, Set<Scope> scopes);

    List<Token> all();

    /// False when there was none of that name.
    boolean revoke(String name);

    /// The token with this text. Takes the same time whether it exists or not.
    Optional<Token> find(String text);
}
