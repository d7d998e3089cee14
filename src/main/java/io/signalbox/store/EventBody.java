package io.signalbox.store;

import io.signalbox.engine.Room;
import io.signalbox.engine.Weight;
import io.signalbox.flow.Event;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An event as it lies in its row.
final class EventBody {
    private EventBody() {}

    static byte[] bytes(Event event) {
        return Json.bytes(event.asValue());
    }

    /// In that order, one after the other while there is room.
    static List<Event> read(Statements statements, List<UUID> ids, Room room) throws SQLException {
        var events = new ArrayList<Event>();
        var left = room;
        for (var id : ids) {
            if (!left.isLeft()) {
                break;
            }
            var event = statements.first("select body from event where id = ?", row -> read(row.getBytes(1)), id);
            if (event.isPresent()) {
                events.add(event.get());
                left = left.less(Weight.of(event.get()));
            }
        }
        return events;
    }

    static Event read(byte[] bytes) throws SQLException {
        try {
            var value = Json.stored(bytes);
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
