package io.signalbox.connector.whatsapp;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What the vendor's own error codes mean. They decide, not the HTTP status: throttling arrives as 400 as well as
/// 429.
final class VendorError {
    private static final Duration A_DAY = Duration.ofHours(24);

    private VendorError() {}

    /// Empty when the reply names no code that is known.
    ///
    /// @param attempt how often the call was made, from 1
    static Optional<Outcome> in(Reply reply, int attempt) {
        var error = reply.body().at("error");
        return in(error, RetryAfter.in(reply), attempt);
    }

    /// The same codes come in replies and in webhooks, long after the call.
    private static Optional<Outcome> in(Value error, Optional<Duration> asked, int attempt) {
        if (!(error.at("code") instanceof Value.Decimal(var number)) || !isSmall(number)) {
            return Optional.empty();
        }
        int code = number.intValue();
        var detail = detail(code, error);
        return later(code, detail, asked, attempt)
                .or(() -> reason(code, error.at("error_subcode")).map(reason -> new Outcome.Refused(reason, detail)));
    }

    /// Why a message that was accepted did not arrive: a text key and what the vendor said.
    static Outcome.Refused failure(Value error) {
        var said = error.at("message").isMissing() ? error.at("title") : error.at("message");
        var known = in(error.asFields().with("message", said), Optional.empty(), 1);
        return known.map(VendorError::failure).orElseGet(() -> undelivered(error, said));
    }

    private static Outcome.Refused undelivered(Value error, Value said) {
        return new Outcome.Refused("undelivered", (error.at("code").asText() + " " + said.asText()).strip());
    }

    private static Outcome.Refused failure(Outcome known) {
        return switch (known) {
            case Outcome.Refused refused -> refused;
            case Outcome.TryLater(var reason, var detail, var _) -> new Outcome.Refused(failed(reason), detail);
            case Outcome.SignInAgain(var reason, var detail) -> new Outcome.Refused(reason, detail);
            case Outcome.Delivered(var output, var _) -> new Outcome.Refused("undelivered", output.asText());
        };
    }

    /// Nobody sends such a message again by itself once it was accepted.
    private static String failed(String reason) {
        return switch (reason) {
            case "marketing-rate", "pair-rate", "rate", "spam-rate" -> reason + ".failed";
            default -> "undelivered";
        };
    }

    private static boolean isSmall(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static String detail(int code, Value error) {
        var details = error.at("error_data").at("details").asText();
        return code + " " + error.at("message").asText() + (details.isEmpty() ? "" : ": " + details);
    }

    /// 4^X seconds, X from 0, as the vendor asks; no longer than an hour.
    private static Duration pair(int attempt) {
        return Duration.ofSeconds(Math.min(1L << (2 * Math.clamp(attempt - 1, 0, 6)), 3_600));
    }

    private static Optional<Outcome> later(int code, String detail, Optional<Duration> asked, int attempt) {
        return switch (code) {
            case 1, 2, 131000, 131016, 133004 -> later("unavailable", detail, asked);
            case 4, 80007, 130429 -> later("rate", detail, asked);
            case 131056 -> later("pair-rate", detail, asked.or(() -> Optional.of(pair(attempt))));
            case 131057 -> later("upgrade", detail, asked.or(() -> Optional.of(Duration.ofMinutes(1))));
            // No period is documented; each call made meanwhile lowers the number's rating further.
            case 131048 -> later("spam-rate", detail, asked.or(() -> Optional.of(Duration.ofHours(1))));
            case 131049 -> later("marketing-rate", detail, Optional.of(A_DAY));
            case 133016 -> later("registration-wait", detail, Optional.of(A_DAY.multipliedBy(3)));
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> later(String reason, String detail, Optional<Duration> after) {
        return Optional.of(new Outcome.TryLater(reason, detail, after));
    }

    private static Optional<String> reason(int code, Value subcode) {
        if (code >= 200 && code <= 299) {
            return Optional.of("permission");
        }
        return Optional.ofNullable(
                switch (code) {
                    case 0, 190 -> "token";
                    case 3, 10, 131005 -> "permission";
                    case 33 -> "sender";
                    case 100 -> subcode.asText().equals("33") ? "sender" : "invalid";
                    case 368, 131031 -> "locked";
                    case 130472 -> "experiment";
                    case 130497 -> "country";
                    case 131008 -> "parameter-missing";
                    case 131009 -> "parameter-value";
                    case 131021 -> "same-number";
                    case 131026 -> "undeliverable";
                    case 131030 -> "not-listed";
                    case 131042 -> "payment";
                    case 131045, 133010 -> "registration";
                    case 131047 -> "window";
                    case 131050 -> "opted-out";
                    case 131051 -> "kind";
                    case 132000 -> "parameter-count";
                    case 132001 -> "template-unknown";
                    case 132005 -> "template-long";
                    case 132007 -> "template-policy";
                    case 132012 -> "parameter-format";
                    case 132015 -> "template-paused";
                    case 132016 -> "template-disabled";
                    case 131052, 131053 -> "media";
                    case 132068, 132069 -> "flow-blocked";
                    case 131043 -> "refused";
                    default -> null;
                });
    }
}
