package io.signalbox.http;

import io.signalbox.access.Actor;
import io.signalbox.access.Secret;
import io.signalbox.access.Token;
import io.signalbox.access.Tokens;
import io.signalbox.flow.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/// Lets through to a route whoever its guard allows, and knows who that is. Looks at headers alone, so that a
/// stranger's
/// body is not even read.
///
/// @param control the token of the control file
/// @param texts of this package, for the sentences
record Doorkeeper(Tokens tokens, Secret control, Texts texts) {
    sealed interface Decision {}

    record Refused(Answer answer) implements Decision {}

    record Admitted(Actor actor) implements Decision {}

    Decision ask(Route.Guard guard, Asked asked) {
        return switch (guard) {
            case Route.Needs(var scope) -> {
                var token = token(asked);
                if (token.isPresent() && !token.get().allows(scope)) {
                    yield new Refused(
                            Answer.problem(403, texts.text("http.403"), texts.text("http.scope", scope.key())));
                }
                yield signedIn(token);
            }
            case Route.SignedIn _ -> signedIn(token(asked));
            case Route.Owner _ ->
                asked.bearer().filter(this::isControl).isPresent()
                        ? new Admitted(Actor.shell())
                        : new Refused(unknown());
            case Route.Itself _, Route.Anybody _ -> new Admitted(new Actor("anybody", Set.of()));
        };
    }

    private Optional<Token> token(Asked asked) {
        return asked.bearer().flatMap(tokens::find);
    }

    private Decision signedIn(Optional<Token> token) {
        return token.<Decision>map(known -> new Admitted(Actor.of(known)))
                .orElseGet(() -> new Refused(unknown().with("WWW-Authenticate", "Bearer")));
    }

    private Answer unknown() {
        return Answer.problem(401, texts.text("http.401"), texts.text("http.token"));
    }

    private boolean isControl(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), control.value().getBytes(StandardCharsets.UTF_8));
    }
}
