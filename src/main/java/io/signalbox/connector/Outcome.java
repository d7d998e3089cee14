package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.Optional;

/// What a reply means for the step.
///
/// `reason` is a text key under `error.` in the connector's bundle, else in this package's; `detail` is what the
/// service itself said, for the details.
public sealed interface Outcome {
    /// The service took it. For a message that is acceptance, not delivery.
    ///
    /// @param output the decoded reply, read by later nodes
    /// @param externalId the service's own id of what was made; may be blank
    record Delivered(Value output, String externalId) implements Outcome {}

    /// Asking again would bring the same answer.
    record Refused(String reason, String detail) implements Outcome {}

    /// The service is busy or out of order.
    ///
    /// @param after how long it asked us to wait
    record TryLater(String reason, String detail, Optional<Duration> after) implements Outcome {
        /// A service that asks us to slow down is well: so says each reason that is or ends in `rate`.
        public boolean isWell() {
            return reason.equals("rate") || reason.endsWith("-rate");
        }
    }

    /// The sign-in has run out: fetch a new token once and ask again.
    record SignInAgain(String reason, String detail) implements Outcome {}

    /// The meaning that HTTP itself gives a status, for services without rules of their own.
    static Outcome ofStatus(Reply reply, String externalId) {
        int status = reply.status();
        if (reply.isSuccess()) {
            return new Delivered(reply.body(), externalId);
        }
        var detail = status + " " + reply.body().asText();
        if (status == 401) {
            return new SignInAgain("unauthorized", detail);
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            return new TryLater(status == 429 ? "rate" : "unavailable", detail, RetryAfter.in(reply));
        }
        return new Refused(status >= 300 && status < 400 ? "redirect" : "status", detail);
    }
}
