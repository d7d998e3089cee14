package io.signalbox.connector.braze;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an answer of Braze means. A 201 may still name `errors` that did not stop the rest: they stay in the output,
/// where a run shows them and a condition can ask for them.
final class BrazeReply {
    private static final String SUCCESS = "success";

    private BrazeReply() {}

    static Outcome read(Reply reply) {
        var detail = detail(reply);
        if (reply.isSuccess()) {
            return said(reply).equals(SUCCESS)
                    ? new Outcome.Delivered(
                            reply.body(), reply.body().at("dispatch_id").asText())
                    : new Outcome.Refused("no-success", detail);
        }
        return switch (reply.status()) {
            case 400 ->
                new Outcome.Refused(said(reply).contains("campaign_id") ? "campaign" : "refused", detail);
            case 401 -> new Outcome.Refused("key", detail);
            case 403 -> new Outcome.Refused("permission", detail);
            case 404 -> new Outcome.Refused("address", detail);
            case 413 -> new Outcome.Refused("large", detail);
            case 429 -> new Outcome.TryLater("rate", detail, untilReset(reply));
            default ->
                switch (Outcome.ofStatus(reply, "")) {
                    case Outcome.TryLater(var reason, var _, var after) ->
                        new Outcome.TryLater(reason, detail, after);
                    case Outcome.Refused(var reason, var _) -> new Outcome.Refused(reason, detail);
                    case Outcome.SignInAgain _ -> new Outcome.Refused("key", detail);
                    case Outcome.Delivered _ -> new Outcome.Refused("no-success", detail);
                };
        };
    }

    private static String said(Reply reply) {
        return reply.body().at("message").asText().toLowerCase(Locale.ROOT);
    }

    private static String detail(Reply reply) {
        var errors = reply.body().at("errors").asItems().stream().map(Value::asText);
        var said = reply.body().at("message").asText();
        return Stream.concat(Stream.of(Integer.toString(reply.status()), said), errors)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// The vendor says when its window begins anew, in seconds of the epoch; measured by its own clock.
    private static Optional<Duration> untilReset(Reply reply) {
        return RetryAfter.in(reply).or(() -> {
            var reset = reply.header("x-ratelimit-reset").map(String::strip).orElse("");
            if (reset.isEmpty() || reset.length() > 12 || !reset.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            return RetryAfter.dated(reply)
                    .map(now -> RetryAfter.clamped(
                            Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset)))));
        });
    }
}
