package io.signalbox.store;

import io.signalbox.engine.Room;
import io.signalbox.engine.Weight;
import io.signalbox.flow.Event;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
            return Event.of(Json.stored(bytes));
        } catch (JsonProblem broken) {
            throw new SQLException("a stored event cannot be read", broken);
        }
    }
}
