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
    static Optional<Outcome> in(Reply reply) {
        var error = reply.body().at("error");
        if (!(error.at("code") instanceof Value.Decimal(var number)) || !isSmall(number)) {
            return Optional.empty();
        }
        int code = number.intValue();
        var detail = detail(code, error);
        return later(code, detail, reply)
                .or(() -> reason(code, error.at("error_subcode")).map(reason -> new Outcome.Refused(reason, detail)));
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

    private static Optional<Outcome> later(int code, String detail, Reply reply) {
        var asked = RetryAfter.in(reply);
        return switch (code) {
            case 1, 2, 131000, 131016, 133004 -> later("unavailable", detail, asked);
            case 4, 80007, 130429 -> later("rate", detail, asked);
            // One person gets one message in 6 s; the vendor asks for 4^X s, X from 0, and 1 s is nearly always
            // refused.
            case 131056 -> later("pair-rate", detail, asked.or(() -> Optional.of(Duration.ofSeconds(4))));
            case 131057 -> later("upgrade", detail, asked.or(() -> Optional.of(Duration.ofMinutes(1))));
            // No period is documented; each call made meanwhile lowers the number's rating further.
            case 131048 -> later("spam", detail, asked.or(() -> Optional.of(Duration.ofHours(1))));
            case 131049 -> later("marketing", detail, Optional.of(A_DAY));
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
                    case 131043, 131052, 131053, 132068, 132069 -> "refused";
                    default -> null;
                });
    }
}
