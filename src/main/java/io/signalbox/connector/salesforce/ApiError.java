package io.signalbox.connector.salesforce;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import java.time.Duration;
import java.util.Optional;

/// What Salesforce's error codes mean. They come as a list, of which the first one decides. That a locked row is worth
/// another try is remembered, not documented.
final class ApiError {
    private ApiError() {}

    static Outcome of(Reply reply) {
        var error = reply.body().at(0);
        var code = error.at("errorCode").asText();
        var detail = reply.status() + " " + code + " " + error.at("message").asText();
        return switch (code) {
            case "INVALID_SESSION_ID" -> new Outcome.SignInAgain("session", detail);
            case "REQUEST_LIMIT_EXCEEDED" ->
                new Outcome.TryLater("limit", detail, RetryAfter.in(reply).or(() -> Optional.of(Duration.ofHours(1))));
            case "UNABLE_TO_LOCK_ROW" -> new Outcome.TryLater("locked", detail, RetryAfter.in(reply));
            case "SERVER_UNAVAILABLE" -> new Outcome.TryLater("unavailable", detail, RetryAfter.in(reply));
            case "REQUIRED_FIELD_MISSING" -> new Outcome.Refused("required", detail);
            case "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "API_DISABLED_FOR_ORG" -> new Outcome.Refused("access", detail);
            case "NOT_FOUND", "INVALID_FIELD", "INVALID_TYPE", "ENTITY_IS_DELETED" ->
                new Outcome.Refused("not-found", detail);
            case "" -> byStatus(reply);
            default -> new Outcome.Refused("invalid", detail);
        };
    }

    private static Outcome byStatus(Reply reply) {
        return switch (Outcome.ofStatus(reply, "")) {
            case Outcome.SignInAgain(var _, var detail) -> new Outcome.SignInAgain("session", detail);
            case Outcome.Delivered delivered -> delivered;
            case Outcome.Refused refused -> refused;
            case Outcome.TryLater later -> later;
        };
    }
}
