package io.signalbox.connector.fracttal;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.Optional;

/// The frame around every answer: `{success, message, data, total}`; some endpoints write `mensaje`.
final class Envelope {
    private static final Duration RATE_WINDOW = Duration.ofSeconds(60);

    private Envelope() {}

    /// What went wrong; empty when `data` can be read.
    ///
    /// @param absent the reason when the service says that there is no such thing
    static Optional<Outcome> failure(Reply reply, String absent) {
        var body = reply.body();
        boolean denied = body.at("success").asText().equalsIgnoreCase("false");
        if (reply.isSuccess() && !denied) {
            return body.asFields().has("data")
                    ? Optional.empty()
                    : Optional.of(new Outcome.Refused("unreadable", body.asText()));
        }
        var detail = reply.status() + " " + said(body);
        return Optional.of(outcome(status(reply), detail, absent));
    }

    private static Outcome outcome(int status, String detail, String absent) {
        return switch (status) {
            // Missing rights and a token that ran out share the status; asking for a new token cures only the second.
            case 401 ->
                detail.contains("UNAUTHORIZED_ENDPOINT")
                        ? new Outcome.Refused("permission", detail)
                        : new Outcome.SignInAgain("unauthorized", detail);
            case 403 -> new Outcome.Refused("permission", detail);
            case 404 -> new Outcome.Refused(absent, detail);
            // 406 is its rate limit, 200 calls a minute; some clients have seen 429 as well.
            case 406, 429 -> new Outcome.TryLater("rate", detail, Optional.of(RATE_WINDOW));
            case 407 -> new Outcome.Refused("clock", detail);
            case 408 -> new Outcome.Refused("exists", detail);
            default -> {
                if (status >= 500) {
                    yield new Outcome.TryLater("unavailable", detail, Optional.empty());
                }
                yield new Outcome.Refused(status >= 300 && status < 400 ? "redirect" : "refused", detail);
            }
        };
    }

    /// The status, or with a 2xx that is none the one which `message` names.
    private static int status(Reply reply) {
        var message = message(reply.body()).asText().strip();
        boolean isStatus = message.length() == 3 && message.chars().allMatch(c -> c >= '0' && c <= '9');
        return reply.isSuccess() && isStatus ? Integer.parseInt(message) : reply.status();
    }

    private static Value message(Value body) {
        var message = body.at("message");
        return message.isMissing() ? body.at("mensaje") : message;
    }

    private static String said(Value body) {
        return body instanceof Value.Fields
                ? (message(body).asText() + " " + body.at("data").asText()).strip()
                : body.asText();
    }
}
