package io.signalbox.sandbox.fracttal;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the company has, from `fracttal.json` and as it was changed since. Guarded by its owner's lock.
final class Records {
    private static final Set<String> CHANGEABLE = Set.of("1", "2", "12");
    private static final Set<String> STATUSES = Set.of("1", "2", "4", "5", "12");

    /// As the service writes points in time: in UTC, to the microsecond.
    private static final DateTimeFormatter OUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private final Map<String, List<Value>> lists = new HashMap<>();
    private long next = 2_000;

    Records(Value shipped) {
        for (var shelf : Shelf.ALL) {
            lists.put(shelf.path(), new ArrayList<>(shipped.at(shelf.path()).asItems()));
        }
    }

    List<Value> of(String path) {
        return List.copyOf(lists.getOrDefault(path, List.of()));
    }

    /// Something new came to be; what was left out is filled in.
    ///
    /// @return false when there is no such list
    boolean add(String path, Value data, Instant now) {
        var list = lists.get(path);
        if (list == null) {
            return false;
        }
        next++;
        var date = Shelf.of(path).map(Shelf::date).orElse("");
        var row = data.asFields();
        if (!date.isEmpty() && row.at(date).isMissing()) {
            row = row.with(date, Value.of(OUT.format(now)));
        }
        list.add(row);
        if (path.equals("meters_reading_list")) {
            read(row);
        }
        return true;
    }

    /// Members of every row that has the same value in `member`.
    int change(String path, String member, Value changed) {
        int changes = 0;
        var list = lists.getOrDefault(path, List.of());
        for (int at = 0; at < list.size(); at++) {
            if (list.get(at).at(member).asText().equals(changed.at(member).asText())) {
                var row = list.get(at).asFields();
                for (var each : changed.asFields().fields().entrySet()) {
                    row = row.with(each.getKey(), each.getValue());
                }
                list.set(at, row);
                changes++;
            }
        }
        return changes;
    }

    /// A reading is also the meter's last.
    private void read(Value reading) {
        change(
                "meters_list",
                "serial",
                Value.fields("serial", reading.at("serial"))
                        .with("last_data", reading.at("data").asFields().with("date", reading.at("date_reading"))));
    }

    Answer createRequest(Value body, Instant now) {
        for (var member : List.of("user_code", "description", "date_incident", "requested_by", "is_urgent")) {
            if (body.at(member).isMissing()) {
                return Envelopes.said(400, member + " is required");
            }
        }
        if (Shelf.time(body.at("date_incident").asText()).isEmpty()) {
            return Envelopes.said(400, "date_incident is not a date");
        }
        var code = body.at("code");
        if (!code.isMissing() && find("items", "code", code.asText()).isEmpty()) {
            return Envelopes.said(404, "There is no item " + code.asText());
        }
        var identifier = body.at("identifier").asText();
        if (!identifier.isEmpty()
                && find("work_requests", "identifier", identifier).isPresent()) {
            return Envelopes.said(408, "The request already exists");
        }
        next++;
        var row = body.asFields()
                .with("id", Value.of(next))
                .with("id_code", Value.of(Long.toString(next)))
                .with("id_status", Value.of(1))
                .with("date", Value.of(OUT.format(now)));
        lists.computeIfAbsent("work_requests", _ -> new ArrayList<>()).add(row);
        return Envelopes.of(
                List.of(Value.fields("id", Value.of(next), "id_company", Value.of(133))
                        .with("id_type", Value.of(44))
                        .with("is_urgent", body.at("is_urgent"))),
                1);
    }

    Answer changeRequest(Value body) {
        var found = find("work_requests", "id_code", body.at("id_code").asText());
        if (found.isEmpty()) {
            return Envelopes.said(
                    404, "There is no request " + body.at("id_code").asText());
        }
        if (!STATUSES.contains(body.at("id_status").asText())) {
            return Envelopes.said(400, "id_status must be 1, 2, 4, 5 or 12");
        }
        if (!CHANGEABLE.contains(found.get().at("id_status").asText())) {
            return Envelopes.said(400, "The request is closed");
        }
        change("work_requests", "id_code", body);
        return Envelopes.of(List.of(body), 1);
    }

    Answer changeOrder(String folio, Value body) {
        if (body.at("note").isMissing() || body.at("account_code").isMissing()) {
            return Envelopes.said(400, "note and account_code are required");
        }
        var changed = Value.fields("wo_folio", Value.of(folio), "note", body.at("note"));
        return change("work_orders", "wo_folio", changed) == 0
                ? Envelopes.said(404, "There is no work order " + folio)
                : Envelopes.of(List.of(changed), 1);
    }

    Answer writeReading(String asset, Value body) {
        var meter = find("meters_list", "serial", body.at("serial").asText());
        if (meter.isEmpty() || !meter.get().at("code").asText().equals(asset)) {
            return Envelopes.said(404, "There is no such meter at " + asset);
        }
        if (!(body.at("value") instanceof Value.Decimal)
                || Shelf.time(body.at("date").asText()).isEmpty()) {
            return Envelopes.said(400, "date and value are required");
        }
        var data = Value.fields("date", body.at("date"), "value", body.at("value"));
        var reading = Value.fields("serial", body.at("serial"), "code", Value.of(asset))
                .with("date_reading", body.at("date"))
                .with("data", data)
                .with("units_code", meter.get().at("units_code"))
                .with("trigger_run", Value.of(false))
                .with("source", Value.of("API"));
        add("meters_reading_list", reading, Instant.EPOCH);
        return Envelopes.of(List.of(reading), 1);
    }

    Optional<Value> find(String path, String member, String wanted) {
        return lists.getOrDefault(path, List.of()).stream()
                .filter(row -> row.at(member).asText().equals(wanted))
                .findFirst();
    }
}
