package io.signalbox.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The events that a trigger can be chosen from by name. Others can be typed: the list is a help, not a limit.
/// Words stand in this package's bundle under `module.<module>`, `submodule.<submodule>` and `event.<event>`.
public final class EventCatalogue {
    private static final List<Entry> ENTRIES = List.of(
            new Entry("tasks", "work_orders", "new_wo", true),
            new Entry("tasks", "work_orders", "wo_in_process", false),
            new Entry("tasks", "work_orders", "wo_under_review", false),
            new Entry("tasks", "work_orders", "wo_completed", true),
            new Entry("tasks", "work_orders", "wo_cancelled", false),
            new Entry("tasks", "work_orders", "tasks_expired", false),
            new Entry("tasks", "work_orders", "label_added", false),
            new Entry("tasks", "work_orders", "label_removed", false),
            new Entry("tasks", "pending_tasks", "new_pending_task", false),
            new Entry("tasks", "pending_tasks", "task_overdue", true),
            new Entry("work_requests", "my_requests", "new_request", true),
            new Entry("work_requests", "my_requests", "request_status_changed", false),
            new Entry("monitoring", "meters", "new_reading", false),
            new Entry("monitoring", "meters", "reading_out_of_range", true),
            new Entry("warehouses", "stock", "stock_below_minimum", true),
            new Entry("assets", "equipment", "out_of_service", true),
            new Entry("assets", "equipment", "back_in_service", false),
            new Entry("whatsapp", "messages", "message_received", false));

    /// What the vendors' own pages name: `submodule.event`.
    private static final Set<String> DOCUMENTED = Set.of(
            "work_orders.new_wo",
            "work_orders.wo_in_process",
            "work_orders.wo_under_review",
            "work_orders.wo_completed",
            "work_orders.wo_cancelled",
            "work_orders.tasks_expired",
            "work_orders.label_added",
            "work_orders.label_removed",
            "my_requests.new_request",
            "stock.stock_below_minimum",
            "messages.message_received");

    private EventCatalogue() {}

    /// @param usual shown first: what most flows begin with
    public record Entry(String module, String submodule, String event, boolean usual) {
        /// False where the name is our reading only; shown as suggested.
        public boolean documented() {
            return DOCUMENTED.contains(submodule + "." + event);
        }

        /// “Tasks › Work orders › New WO”.
        public String text(Texts texts) {
            return texts.text("module." + module) + " › " + texts.text("submodule." + submodule) + " › "
                    + texts.text("event." + event);
        }
    }

    /// In the order of the modules.
    public static List<Entry> entries() {
        return ENTRIES;
    }

    public static Optional<Entry> find(String module, String submodule, String event) {
        return ENTRIES.stream()
                .filter(entry -> entry.module().equals(module)
                        && entry.submodule().equals(submodule)
                        && entry.event().equals(event))
                .findFirst();
    }
}
