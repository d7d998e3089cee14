package io.signalbox.sandbox.fracttal;

import io.signalbox.flow.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list that can be read, and by what.
///
/// @param filters from the name in the query to the member of a row
/// @param date the member that `since` and `until` are compared with unless `type_date` names another; blank: none
/// @param said how the envelope calls its message
record Shelf(String path, Map<String, String> filters, String date, String said) {
    private static final DateTimeFormatter IN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssx");

    /// The documented examples of the warehouses alone write the envelope's member in Spanish.
    static final List<Shelf> ALL = List.of(
            new Shelf(
                    "work_orders",
                    Map.of("folio", "wo_folio", "ot_status", "id_status_work_order", "code_asset", "code"),
                    "creation_date",
                    "message"),
            new Shelf(
                    "work_requests",
                    Map.of("id_code", "id_code", "identifier", "identifier", "id_status", "id_status"),
                    "date",
                    "message"),
            new Shelf("items", Map.of("code", "code", "id_type_item", "item_type"), "", "message"),
            new Shelf("meters_list", Map.of("code", "code", "serial", "serial"), "", "message"),
            new Shelf("meters_reading_list", Map.of("code", "code", "serial", "serial"), "date_reading", "message"),
            new Shelf("personnel", Map.of("code", "code"), "", "message"),
            new Shelf("personnel_document_management", Map.of("code", "code"), "", "message"),
            new Shelf("third_parties", Map.of("id_third_party_type", "id_third_party_type"), "", "message"),
            new Shelf("warehouses", Map.of("code", "code"), "", "mensaje"),
            new Shelf("warehouses_items", Map.of("id_warehouse", "id_warehouse", "code", "code"), "", "mensaje"));

    static Optional<Shelf> of(String path) {
        return ALL.stream().filter(shelf -> shelf.path.equals(path)).findFirst();
    }

    List<Value> matching(List<Value> rows, Map<String, String> query) {
        var named = query.getOrDefault("type_date", "");
        var member = named.isEmpty() ? date : named;
        var since = time(query.getOrDefault("since", ""));
        var until = time(query.getOrDefault("until", ""));
        return rows.stream()
                .filter(row -> filters.entrySet().stream()
                        .allMatch(filter -> !query.containsKey(filter.getKey())
                                || row.at(filter.getValue()).asText().equals(query.get(filter.getKey()))))
                .filter(row -> {
                    var at = time(row.at(member).asText());
                    return since.isEmpty() || (at.isPresent() && !at.get().isBefore(since.get()));
                })
                .filter(row -> {
                    var at = time(row.at(member).asText());
                    return until.isEmpty() || (at.isPresent() && !at.get().isAfter(until.get()));
                })
                .toList();
    }

    static Optional<Instant> time(String text) {
        return parsed(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).or(() -> parsed(text, IN));
    }

    private static Optional<Instant> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(OffsetDateTime.parse(text, form).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
