package io.signalbox.store;

import io.signalbox.flow.Event;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// An event as it lies in its row.
final class EventBody {
    private EventBody() {}

    static byte[] bytes(Event event) {
        return Json.bytes(event.asValue());
    }

    static Event read(byte[] bytes) throws SQLException {
        try {
            var value = Json.parse(bytes);
            return new Event(
                    value.at("id").asText(),
                    value.at("type").asText(),
                    value.at("module").asText(),
                    value.at("submodule").asText(),
                    value.at("event").asText(),
                    value.at("source").asText(),
                    value.at("entity").asText(),
                    Instant.parse(value.at("occurredAt").asText()),
                    Instant.parse(value.at("receivedAt").asText()),
                    value.at("data"),
                    value.at("attributes").asFields(),
                    value.at("removedAt").isMissing()
                            ? Optional.empty()
                            : Optional.of(Instant.parse(value.at("removedAt").asText())));
        } catch (JsonProblem broken) {
            throw new SQLException("a stored event cannot be read", broken);
        }
    }
}
