package io.signalbox.connector.whatsapp;

import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookItem;
import java.util.Optional;

/// What a status webhook says of a message: sent, delivered, read or failed with its errors.
final class Statuses implements DeliveryStatus.Teller {
    @Override
    public Optional<DeliveryStatus> in(HookItem told) {
        if (!told.isKind("whatsapp.messages.message_status")) {
            return Optional.empty();
        }
        var data = told.data();
        var state = switch (data.at("status").asText()) {
            case "sent" -> Optional.of(DeliveryStatus.State.SENT);
            case "delivered" -> Optional.of(DeliveryStatus.State.DELIVERED);
            case "read" -> Optional.of(DeliveryStatus.State.READ);
            case "failed" -> Optional.of(DeliveryStatus.State.FAILED);
            default -> Optional.<DeliveryStatus.State>empty();
        };
        return state.map(known -> {
            boolean failed = known == DeliveryStatus.State.FAILED;
            var why = VendorError.failure(data.at("errors").at(0));
            return new DeliveryStatus(
                    data.at("id").asText(),
                    data.at("biz_opaque_callback_data").asText(),
                    known,
                    told.occurredAt(),
                    failed ? why.reason() : "",
                    failed ? why.detail() : "");
        });
    }
}
