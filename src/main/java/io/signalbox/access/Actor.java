package io.signalbox.access;

import java.util.Set;
import java.util.function.Supplier;

/// Who acts: a token over the network, a command of this machine, or the person at the window. Known to everything
/// that is done on their behalf in the same thread, so that a change and who made it are written down together.
///
/// @param name `token:<name>`, `shell`, or `window`
public record Actor(String name, Set<Scope> scopes) {
    private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    public static Actor of(Token token) {
        return new Actor("token:" + token.name(), token.scopes());
    }

    /// A command of somebody who may read the workspace's folder.
    public static Actor shell() {
        return new Actor("shell", Set.of(Scope.ADMIN));
    }

    /// The one this thread works for; the person at the window when nobody else was named.
    public static Actor current() {
        return ACTING.orElse(new Actor("window", Set.of(Scope.ADMIN)));
    }

    /// False for the person at the window, whose every stroke is saved.
    public static boolean isNamed() {
        return ACTING.isBound();
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    public <T> T doing(Supplier<T> work) {
        return ScopedValue.where(ACTING, this).call(work::get);
    }
}
