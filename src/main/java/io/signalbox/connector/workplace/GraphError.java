package io.signalbox.connector.workplace;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import io.signalbox.flow.Value;
import java.util.Optional;

/// What the Graph's own error codes mean. They decide, not the HTTP status.
final class GraphError {
    private GraphError() {}

    /// Empty when the reply names no code that is known.
    static Optional<Outcome> in(Reply reply) {
        var error = reply.body().at("error");
        if (!(error.at("code") instanceof Value.Decimal(var number))) {
            return Optional.empty();
        }
        var detail = number.toPlainString() + " " + error.at("message").asText();
        return Optional.ofNullable(
                switch (number.toPlainString()) {
                    case "2", "1200" -> new Outcome.TryLater("unavailable", detail, RetryAfter.in(reply));
                    case "4", "613" -> new Outcome.TryLater("rate", detail, RetryAfter.in(reply));
                    case "190" -> new Outcome.Refused("token", detail);
                    case "10" -> new Outcome.Refused("permission", detail);
                    case "100" -> new Outcome.Refused("parameter", detail);
                    case "551" -> new Outcome.Refused("person", detail);
                    default -> null;
                });
    }

    static Outcome byStatus(Reply reply) {
        return switch (Outcome.ofStatus(reply, "")) {
            case Outcome.Delivered(var output, var _) -> new Outcome.Refused("no-message", output.asText());
            // The token is a static one: a new one can only be made by a person.
            case Outcome.SignInAgain(var _, var detail) -> new Outcome.Refused("token", detail);
            case Outcome.Refused refused -> refused;
            case Outcome.TryLater later -> later;
        };
    }
}
