package io.signalbox.connector.twilio;

import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import io.signalbox.flow.Value;
import java.util.Optional;

/// What the vendor's own error codes mean, in a reply and in a report that comes later.
final class TwilioError {
    private TwilioError() {}

    /// Of a reply that made no message.
    static Outcome of(Reply reply) {
        var body = reply.body();
        var detail = (body.at("code").asText() + " " + body.at("message").asText()).strip();
        var after = RetryAfter.in(reply);
        if (reply.isSuccess() && body.at("code").isMissing()) {
            return new Outcome.Refused("no-message", detail);
        }
        return switch (body.at("code").asText()) {
            case "20429", "63018" -> new Outcome.TryLater("rate", detail, after);
            case "20500" -> new Outcome.TryLater("unavailable", detail, after);
            case String code
            when reason(code).isPresent() -> new Outcome.Refused(reason(code).get(), detail);
            default -> byStatus(reply);
        };
    }

    private static Outcome byStatus(Reply reply) {
        return switch (Outcome.ofStatus(reply, "")) {
            case Outcome.Delivered(var output, var _) -> new Outcome.Refused("no-message", output.asText());
            // Account SID and token are entered by a person: asking again brings the same.
            case Outcome.SignInAgain(var _, var detail) -> new Outcome.Refused("token", detail);
            case Outcome.Refused refused -> refused;
            case Outcome.TryLater later -> later;
        };
    }

    /// Why a message that was accepted did not arrive, as a text key.
    static String failure(Value code) {
        return switch (code.asText()) {
            case "63018" -> "rate.failed";
            case String known -> reason(known).orElse("undelivered");
        };
    }

    private static Optional<String> reason(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "20003" -> "token";
                    case "21211", "63024" -> "recipient";
                    case "21606" -> "sender";
                    case "21608" -> "trial";
                    case "21610" -> "opted-out";
                    case "21612" -> "route";
                    case "21614" -> "mobile";
                    case "21654" -> "content-missing";
                    case "21656" -> "variables";
                    case "63016" -> "window";
                    case "63021" -> "content";
                    case "63049" -> "marketing";
                    default -> null;
                });
    }
}
