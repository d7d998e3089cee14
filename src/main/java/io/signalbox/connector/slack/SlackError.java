package io.signalbox.connector.slack;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import java.util.Optional;

/// What Slack's own words mean: codes beside `ok: false` under status 200, and the plain text of a webhook.
final class SlackError {
    private SlackError() {}

    static Outcome of(Reply reply, String code, String detail) {
        var busy = later(code);
        return busy.isPresent()
                ? new Outcome.TryLater(busy.get(), detail, RetryAfter.in(reply))
                : new Outcome.Refused(reason(code), detail);
    }

    static boolean knows(String code) {
        return later(code).isPresent() || !reason(code).equals("refused");
    }

    private static Optional<String> later(String code) {
        return switch (code) {
            case "ratelimited", "rate_limited" -> Optional.of("rate");
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout", "rollup_error" ->
                Optional.of("unavailable");
            default -> Optional.empty();
        };
    }

    private static String reason(String code) {
        return switch (code) {
            case "channel_not_found", "user_not_found" -> "channel";
            case "not_in_channel" -> "not-in-channel";
            case "is_archived", "channel_is_archived" -> "archived";
            case "invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed" -> "token";
            case "missing_scope" -> "scope";
            case "no_service", "no_active_hooks" -> "webhook-gone";
            case "action_prohibited" -> "forbidden";
            case "msg_too_long" -> "text.long";
            case "no_text" -> "text.empty";
            case "invalid_payload", "invalid_blocks" -> "invalid";
            default -> "refused";
        };
    }
}
