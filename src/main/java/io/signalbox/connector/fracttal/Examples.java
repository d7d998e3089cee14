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
}
