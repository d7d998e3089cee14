package io.signalbox.connector.fracttal;

import io.signalbox.flow.Value;

/// Decoded replies with the documented field names and invented values, for pickers that have no sample yet.
final class Examples {
    private Examples() {}

    /// A work order with two tasks: the service answers one row for each.
    static Value workOrder() {
        var first = row(1, "Replace bearing").with("priorities_description", Value.of("VERY_HIGH"));
        var second = row(2, "Check alignment").with("priorities_description", Value.nothing());
        return first.with("tasks", Value.items(first, second));
    }

    private static Value.Fields row(int task, String description) {
        return Value.fields("wo_folio", Value.of("OT-1496"))
                .with("id_work_order", Value.of(9001))
                .with("id_work_orders_tasks", Value.of(task))
                .with("id_status_work_order", Value.of(1))
                .with("description", Value.of(description))
                .with("code", Value.of("PMP-014"))
                .with("items_log_description", Value.of("Pump 14 { PMP-014 }"))
                .with("parent_description", Value.of("// Plant A / Line 2 /"))
                .with("personnel_description", Value.of("Marta Jaramillo"))
                .with("code_responsible", Value.of("HR-22"))
                .with("priorities_description", Value.nothing())
                .with("creation_date", Value.of("2026-11-21T14:03:11.204671+00:00"))
                .with("cal_date_maintenance", Value.of("2026-11-22T08:00:00+00:00"))
                .with("initial_date", Value.nothing())
                .with("final_date", Value.nothing());
    }

    static Value person() {
        return Value.fields("code", Value.of("HR-22"))
                .with("full_name", Value.of("Marta Jaramillo"))
                .with("first_name", Value.of("Marta"))
                .with("last_name", Value.of("Jaramillo"))
                .with("email", Value.of("marta.jaramillo@example.com"))
                .with("active", Value.of(true))
                .with("sms", Value.of("+55 11 99999-1234"))
                .with("telephone", Value.of("+55 11 3333-1234"))
                .with("telephone_2", Value.nothing())
                .with("description_work_shifts", Value.of("Morning"))
                .with("groups_1_description", Value.of("Mechanics"))
                .with("groups_2_description", Value.nothing())
                .with("phone", Value.of("+55 11 99999-1234"));
    }

    static Value recipient() {
        return person().asFields()
                .with("phone", Value.of("5511999991234"))
                .with("phone_from", Value.of("sms"))
                .with("via", Value.of("responsible"));
    }

    static Value unreachable() {
        return Value.fields("code", Value.of("HR-24"), "full_name", Value.of("Ana Souza"))
                .with("numbers", Value.items())
                .with("why", Value.of("none"))
                .with("description_work_shifts", Value.of("Morning"))
                .with("groups_1_description", Value.of("Mechanics"));
    }

    /// What a list answers.
    static Value rows(Value row) {
        return Value.fields("total", Value.of(1), "rows", Value.items(row));
    }

    static Value request() {
        return Value.fields("id_code", Value.of("1890"), "date", Value.of("2026-11-21T13:40:00+00:00"))
                .with("is_urgent", Value.of(true))
                .with("description", Value.of("Oil leak under the pump"))
                .with("date_incident", Value.of("2026-11-21T13:30:00+00:00"))
                .with("types_description", Value.of("Leak"))
                .with("items_description", Value.of("Pump 14 { PMP-014 }"))
                .with("parent_description", Value.of("// Plant A / Line 2 /"))
                .with("requested_by", Value.of("Ana Souza"))
                .with("accounts_name", Value.of("Ana Souza"))
                .with("accounts_email", Value.of("ana.souza@example.com"))
                .with("requests_x_status_description", Value.of("Open"))
                .with("requests_x_status_notes", Value.nothing())
                .with("wo_folio", Value.nothing())
                .with("rating", Value.nothing())
                .with("id_status", Value.of(1))
                .with("identifier", Value.of("run-42"))
                .with("version", Value.of("1890/1"));
    }

    static Value created() {
        return Value.fields("id", Value.of(1890), "id_company", Value.of(133))
                .with("id_type", Value.of(44))
                .with("id_item", Value.of(26161))
                .with("is_urgent", Value.of(true));
    }

    static Value asset() {
        return Value.fields("id", Value.of(26161), "code", Value.of("PMP-014"))
                .with("description", Value.of("Pump 14"))
                .with("item_type", Value.of(2))
                .with("active", Value.of(true))
                .with("available", Value.of(true))
                .with("field_1", Value.of("Pump 14"))
                .with("field_2", Value.of("Sulzer"))
                .with("field_3", Value.of("AHLSTAR A22"))
                .with("field_4", Value.of("S-20417"))
                .with("location_code", Value.of("LINE-2"))
                .with("parent_description", Value.of("// Plant A / Line 2 /"))
                .with("priorities_description", Value.of("HIGH"));
    }

    static Value meter() {
        var last = Value.fields("date", Value.of("2026-11-21T13:59:00+00:00"))
                .with("value", Value.of("92.4"))
                .with("accumulated_value", Value.of("92.4"));
        return Value.fields("description", Value.of("Bearing temperature"), "serial", Value.of("T-112"))
                .with("is_counter", Value.of(false))
                .with("last_data", last)
                .with("min_value", Value.of(10))
                .with("max_value", Value.of(70))
                .with("units_code", Value.of("C"))
                .with("units_description", Value.of("Degrees Celsius"))
                .with("code", Value.of("PMP-014"));
    }

    static Value reading() {
        var data = Value.fields("date", Value.of("2026-11-21T13:59:00+00:00"))
                .with("value", Value.of("92.4"))
                .with("accumulated_value", Value.of("92.4"));
        return Value.fields("serial", Value.of("T-112"), "date_reading", Value.of("2026-11-21T13:59:00+00:00"))
                .with("data", data)
                .with("units_code", Value.of("C"))
                .with("trigger_run", Value.of(false))
                .with("source", Value.of("API"))
                .with("version", Value.of("T-112/2026-11-21T13:59:00+00:00"));
    }

    static Value thirdParty() {
        return Value.fields("code", Value.of("TP-7"), "name", Value.of("Rodamientos del Sur"))
                .with("email", Value.of("service@example.com"))
                .with("telephone", Value.of("+57 601 555 0147"))
                .with("sms", Value.nothing())
                .with("country", Value.of("Colombia"))
                .with("active", Value.of(true))
                .with("id_third_party_type", Value.of(1));
    }

    static Value warehouse() {
        return Value.fields("id", Value.of(1), "code", Value.of("WH-1")).with("description", Value.of("Main store"));
    }

    static Value stock() {
        return Value.fields("id_item", Value.of(771), "code", Value.of("BRG-6204"))
                .with("description", Value.of("Bearing 6204"))
                .with("stock", Value.of(2))
                .with("min_stock_level", Value.of(4))
                .with("max_stock_level", Value.of(20))
                .with("reorder_level", Value.of(6))
                .with("unit_cost_stock", Value.of(11))
                .with("location", Value.of("A-03"))
                .with("id_warehouse", Value.of(1));
    }

    static Value document() {
        return Value.fields("description", Value.of("Forklift licence"), "name", Value.of("licence.pdf"))
                .with("version", Value.of("2"))
                .with("valid_from", Value.of("2024-12-01"))
                .with("valid_through", Value.of("2026-12-01"))
                .with("is_warranty", Value.of(false))
                .with("status", Value.of("Valid"));
    }
}
