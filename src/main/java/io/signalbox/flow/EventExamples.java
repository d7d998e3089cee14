package io.signalbox.flow;

import java.math.BigDecimal;
import java.util.Optional;

/// One invented event for each entry of the catalogue, with the field names that the service documents: what a new flow
/// is tried with before anything has happened. Names marked in the catalogue as ours carry our reading of them.
public final class EventExamples {
    private EventExamples() {}

    /// As it would be posted to `/events`.
    public static Value.Fields of(EventCatalogue.Entry entry) {
        return Value.fields("module", Value.of(entry.module()), "submodule", Value.of(entry.submodule()))
                .with("event", Value.of(entry.event()))
                .with("data", data(entry));
    }

    /// The same for a trigger that no sender posts events for; empty for the kind that they do.
    public static Optional<Value.Fields> of(String kind) {
        return switch (kind) {
            case "webhook" -> Optional.of(kind(kind, workOrder(1)));
            case "schedule" ->
                Optional.of(kind(
                        kind, Value.fields("scheduledAt", Value.of("2026-11-23T07:00:00Z"), "late", Value.of(false))));
            case "poll" -> Optional.of(kind(kind, workOrder(1)));
            case "manual" -> Optional.of(kind(kind, Value.fields("wo_folio", Value.of("OT-1496"))));
            default -> Optional.empty();
        };
    }

    private static Value.Fields kind(String kind, Value.Fields data) {
        return Value.fields("type", Value.of(kind), "data", data);
    }

    private static Value.Fields data(EventCatalogue.Entry entry) {
        return switch (entry.event()) {
            case "wo_in_process" -> workOrder(1).with("initial_date", Value.of("2026-11-21T14:30:00+00:00"));
            case "wo_under_review" -> workOrder(2);
            case "wo_completed" -> workOrder(3).with("wo_final_date", Value.of("2026-11-21T17:45:00+00:00"));
            case "wo_cancelled" -> workOrder(4);
            case "label_added", "label_removed" -> workOrder(1).with("labels", Value.items(Value.of("Urgent")));
            case "new_request", "request_status_changed" -> request();
            case "new_reading" -> reading("48.1");
            case "reading_out_of_range" -> reading("92.4");
            case "stock_below_minimum" -> stock();
            case "out_of_service" -> equipment(false);
            case "back_in_service" -> equipment(true);
            case "message_received" -> message();
            default -> workOrder(1);
        };
    }

    private static Value.Fields workOrder(int status) {
        return Value.fields("wo_folio", Value.of("OT-1496"), "id_work_order", Value.of(9001))
                .with("id_work_orders_tasks", Value.of(1))
                .with("id_status_work_order", Value.of(status))
                .with("description", Value.of("Replace bearing"))
                .with("code", Value.of("PMP-014"))
                .with("items_log_description", Value.of("Pump 14 { PMP-014 }"))
                .with("parent_description", Value.of("// Plant A / Line 2 /"))
                .with("personnel_description", Value.of("Marta Jaramillo"))
                .with("code_responsible", Value.of("HR-22"))
                .with("priorities_description", Value.of("VERY_HIGH"))
                .with("creation_date", Value.of("2026-11-21T14:03:11+00:00"))
                .with("cal_date_maintenance", Value.of("2026-11-22T08:00:00+00:00"));
    }

    private static Value.Fields request() {
        return Value.fields("id_code", Value.of("REQ-310"), "date", Value.of("2026-11-21T13:40:00+00:00"))
                .with("is_urgent", Value.of(true))
                .with("description", Value.of("Oil under the press"))
                .with("items_description", Value.of("Press 3 { PRS-003 }"))
                .with("parent_description", Value.of("// Plant A / Line 1 /"))
                .with("requested_by", Value.of("João Lima"))
                .with("accounts_email", Value.of("joao.lima@example.com"))
                .with("id_status", Value.of(1));
    }

    private static Value.Fields reading(String value) {
        var measured = new Value.Decimal(new BigDecimal(value));
        var reading = Value.fields("date_reading", Value.of("2026-11-21T13:59:00+00:00"))
                .with("data", Value.fields("value", measured, "accumulated_value", measured))
                .with("units_code", Value.of("C"))
                .with("trigger_run", Value.of(false));
        var meter = Value.fields("serial", Value.of("T-112"), "description", Value.of("Bearing temperature"))
                .with("min_value", Value.of(10))
                .with("max_value", Value.of(70))
                .with("code", Value.of("PMP-014"));
        return Value.fields("reading", reading, "meter", meter);
    }

    private static Value.Fields stock() {
        return Value.fields("code", Value.of("BRG-6205"), "description", Value.of("Bearing 6205"))
                .with("warehouse_description", Value.of("Main store"))
                .with("stock", Value.of(2))
                .with("min_stock", Value.of(5))
                .with("units_description", Value.of("pieces"));
    }

    private static Value.Fields equipment(boolean available) {
        return Value.fields("code", Value.of("PMP-014"), "description", Value.of("Pump 14 { PMP-014 }"))
                .with("parent_description", Value.of("// Plant A / Line 2 /"))
                .with("available", Value.of(available))
                .with("event_date", Value.of("2026-11-21T14:03:11+00:00"));
    }

    private static Value.Fields message() {
        return Value.fields("from", Value.of("5511999991234"), "type", Value.of("text"))
                .with("timestamp", Value.of("1795269791"))
                .with("text", Value.fields("body", Value.of("Is OT-1496 done?")));
    }
}
