package io.signalbox.connector.twilio;

import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookItem;
import java.util.Optional;

/// What a status callback says of a message. The step that sent it stands in the address that Twilio was given.
final class Statuses implements DeliveryStatus.Teller {
    @Override
    public Optional<DeliveryStatus> in(HookItem told) {
        if (!told.isKind("twilio.messages.message_status")) {
            return Optional.empty();
        }
        var data = told.data();
        var status = data.at("MessageStatus").isMissing() ? data.at("SmsStatus") : data.at("MessageStatus");
        var state = switch (status.asText()) {
            case "accepted", "scheduled", "queued", "sending" -> Optional.of(DeliveryStatus.State.ACCEPTED);
            case "sent" -> Optional.of(DeliveryStatus.State.SENT);
            case "delivered" -> Optional.of(DeliveryStatus.State.DELIVERED);
            case "read" -> Optional.of(DeliveryStatus.State.READ);
            case "failed", "undelivered", "canceled" -> Optional.of(DeliveryStatus.State.FAILED);
            default -> Optional.<DeliveryStatus.State>empty();
        };
        return state.map(known -> {
            boolean failed = known == DeliveryStatus.State.FAILED;
            return new DeliveryStatus(
                    data.at("MessageSid").asText(),
                    data.at(Twilio.STEP).asText(),
                    known,
                    told.occurredAt(),
                    failed ? TwilioError.failure(data.at("ErrorCode")) : "",
                    failed
                            ? (data.at("ErrorCode").asText() + " "
                                            + data.at("ErrorMessage").asText())
                                    .strip()
                            : "");
        });
    }
}
