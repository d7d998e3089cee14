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
        return switch (entry.submodule()) {
            case "work_orders" -> ofWorkOrder(entry.event());
            case "pending_tasks" -> task(entry.event().equals("task_overdue"));
            case "budgets" -> budget(entry.event());
            case "my_requests" ->
                entry.module().equals("purchase_requests") ? movement(entry.event()) : request(entry.event());
            case "meters" -> ofMeter(entry.event());
            case "stock" ->
                stock(
                        switch (entry.event()) {
                            case "above_maximum" -> 24;
                            case "below_reorder_level" -> 5;
                            default -> 2;
                        });
            case "entries", "outgoings", "material_requisitions", "purchase_orders" -> movement(entry.event());
            case "locations" -> asset(entry.event(), 1, "LINE-2", "Line 2 { LINE-2 }");
            case "equipment" -> asset(entry.event(), 2, "PMP-014", "Pump 14 { PMP-014 }");
            case "documents" -> document(entry.event().equals("warranty_expires"));
            case "schedule" -> scheduled(entry.event().equals("rescheduled"));
            case "messages" -> message();
            default -> workOrder(1);
        };
    }

    private static Value.Fields ofWorkOrder(String event) {
        return switch (event) {
            case "wo_in_process" -> workOrder(1).with("initial_date", Value.of("2026-11-21T14:30:00+00:00"));
            case "wo_under_review" -> workOrder(2);
            case "wo_completed" -> workOrder(3).with("wo_final_date", Value.of("2026-11-21T17:45:00+00:00"));
            case "wo_cancelled" -> workOrder(4);
            case "label_added", "label_removed" -> workOrder(1).with("labels", Value.items(Value.of("Urgent")));
            default -> workOrder(1);
        };
    }

    private static Value.Fields ofMeter(String event) {
        return switch (event) {
            case "reading_out_of_range" -> reading("92.4", false);
            case "reading_triggered_task" -> reading("61.0", true).with("wo_folio", Value.of("OT-1497"));
            case "no_reading" -> reading("48.1", false).with("days_without_reading", Value.of(7));
            default -> reading("48.1", false);
        };
    }

    private static Value.Fields task(boolean overdue) {
        return Value.fields("id_work_orders_tasks", Value.of(3), "description", Value.of("Lubricate chain"))
                .with("code", Value.of("CNV-002"))
                .with("items_log_description", Value.of("Conveyor 2 { CNV-002 }"))
                .with("parent_description", Value.of("// Plant A / Line 1 /"))
                .with("tasks_log_task_type_main", Value.of("Preventive"))
                .with("trigger_description", Value.of("DATE$EVERY$6$MONTHS"))
                .with("priorities_description", Value.of("MEDIUM"))
                .with("cal_date_maintenance", Value.of("2026-11-20T08:00:00+00:00"))
                .with("overdue", Value.of(overdue));
    }

    private static Value.Fields budget(String event) {
        return Value.fields("description", Value.of("Overhaul of line 2"), "wo_folio", Value.of("OT-1496"))
                .with("enable_budget", Value.of(true))
                .with("costs_center_description", Value.of("Plant A"))
                .with("budget", Value.of(4000))
                .with("total_cost_task", Value.of(event.equals("budget_exceeded") ? 4620 : 0))
                .with("created_by", Value.of("Ana Souza"));
    }

    private static Value.Fields movement(String event) {
        return Value.fields("code", Value.of("MV-88"), "description", Value.of("Bearings for line 2"))
                .with("warehouse_description", Value.of("Main store"))
                .with("status", Value.of(event))
                .with("created_by", Value.of("João Lima"))
                .with("date", Value.of("2026-11-21T14:03:11+00:00"))
                .with("items", Value.items(Value.fields("code", Value.of("BRG-6205"), "quantity", Value.of(2))));
    }

    private static Value.Fields document(boolean warranty) {
        return Value.fields("description", Value.of(warranty ? "Warranty of pump 14" : "Forklift licence"))
                .with("code", Value.of(warranty ? "PMP-014" : "HR-22"))
                .with("name", Value.of(warranty ? "warranty.pdf" : "licence.pdf"))
                .with("version", Value.of("1"))
                .with("valid_from", Value.of("2024-12-01"))
                .with("valid_through", Value.of("2026-12-01"))
                .with("is_warranty", Value.of(warranty))
                .with("status", Value.of("Valid"));
    }

    private static Value.Fields scheduled(boolean again) {
        var task = task(false)
                .with("wo_folio", Value.of("OT-1496"))
                .with("personnel_description", Value.of("Marta Jaramillo"))
                .with("code_responsible", Value.of("HR-22"))
                .with("date_maintenance", Value.of("2026-11-24T08:00:00+00:00"));
        return again ? task.with("before", Value.of("2026-11-23T08:00:00+00:00")) : task;
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

    private static Value.Fields request(String event) {
        var request = Value.fields("id_code", Value.of("REQ-310"), "date", Value.of("2026-11-21T13:40:00+00:00"))
                .with("is_urgent", Value.of(true))
                .with("description", Value.of("Oil under the press"))
                .with("items_description", Value.of("Press 3 { PRS-003 }"))
                .with("parent_description", Value.of("// Plant A / Line 1 /"))
                .with("requested_by", Value.of("João Lima"))
                .with("accounts_email", Value.of("joao.lima@example.com"))
                .with("id_status", Value.of(event.equals("new_request") || event.equals("urgent_request") ? 1 : 6));
        return event.equals("request_rated") ? request.with("rating", Value.of(2)) : request;
    }

    private static Value.Fields reading(String value, boolean triggered) {
        var measured = new Value.Decimal(new BigDecimal(value));
        var reading = Value.fields("date_reading", Value.of("2026-11-21T13:59:00+00:00"))
                .with("data", Value.fields("value", measured, "accumulated_value", measured))
                .with("units_code", Value.of("C"))
                .with("trigger_run", Value.of(triggered));
        var meter = Value.fields("serial", Value.of("T-112"), "description", Value.of("Bearing temperature"))
                .with("min_value", Value.of(10))
                .with("max_value", Value.of(70))
                .with("code", Value.of("PMP-014"));
        return Value.fields("reading", reading, "meter", meter);
    }

    private static Value.Fields stock(int stock) {
        return Value.fields("code", Value.of("BRG-6205"), "description", Value.of("Bearing 6205"))
                .with("warehouse_description", Value.of("Main store"))
                .with("id_warehouse", Value.of(1))
                .with("stock", Value.of(stock))
                .with("min_stock_level", Value.of(4))
                .with("reorder_level", Value.of(6))
                .with("max_stock_level", Value.of(20))
                .with("location", Value.of("A-03"))
                .with("units_description", Value.of("pieces"));
    }

    private static Value.Fields asset(String event, int kind, String code, String description) {
        return Value.fields("code", Value.of(code), "description", Value.of(description))
                .with("item_type", Value.of(kind))
                .with("parent_description", Value.of("// Plant A / Line 2 /"))
                .with("active", Value.of(true))
                .with("available", Value.of(!event.equals("out_of_service")))
                .with("event_date", Value.of("2026-11-21T14:03:11+00:00"));
    }

    private static Value.Fields message() {
        return Value.fields("from", Value.of("5511999991234"), "type", Value.of("text"))
                .with("timestamp", Value.of("1795269791"))
                .with("text", Value.fields("body", Value.of("Is OT-1496 done?")));
    }
}
