package io.signalbox.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The events that a trigger can be chosen from by name: modules, submodules and events as Fracttal's Automator has
/// them. Others can be typed: the list is a help, not a limit. Words stand in this package's bundle under
/// `module.<module>`, `submodule.<submodule>` and `event.<event>`; what an event carries shows [EventExamples].
public final class EventCatalogue {
    private static final List<Entry> ENTRIES = Stream.of(
                    entries("tasks", "work_orders", Standing.FIRST, "new_wo"),
                    entries("tasks", "work_orders", Standing.NAMED, "wo_in_process", "wo_under_review"),
                    entries("tasks", "work_orders", Standing.FIRST, "wo_completed"),
                    entries(
                            "tasks",
                            "work_orders",
                            Standing.NAMED,
                            "wo_cancelled",
                            "tasks_expired",
                            "label_added",
                            "label_removed"),
                    entries("tasks", "pending_tasks", Standing.SUGGESTED, "new_pending_task", "task_overdue"),
                    entries(
                            "tasks",
                            "budgets",
                            Standing.SUGGESTED,
                            "budget_created",
                            "budget_approved",
                            "budget_exceeded"),
                    entries("work_requests", "my_requests", Standing.FIRST, "new_request"),
                    entries(
                            "work_requests",
                            "my_requests",
                            Standing.SUGGESTED,
                            "request_status_changed",
                            "urgent_request",
                            "request_rated"),
                    entries("monitoring", "meters", Standing.FIRST, "reading_out_of_range"),
                    entries(
                            "monitoring",
                            "meters",
                            Standing.SUGGESTED,
                            "new_reading",
                            "reading_triggered_task",
                            "no_reading"),
                    entries("warehouses", "stock", Standing.FIRST, "stock_below_minimum"),
                    entries("warehouses", "stock", Standing.SUGGESTED, "below_reorder_level", "above_maximum"),
                    entries(
                            "warehouses",
                            "entries",
                            Standing.SUGGESTED,
                            "created",
                            "approved",
                            "delivered",
                            "cancelled"),
                    entries(
                            "warehouses",
                            "outgoings",
                            Standing.SUGGESTED,
                            "created",
                            "approved",
                            "delivered",
                            "cancelled"),
                    entries(
                            "warehouses",
                            "material_requisitions",
                            Standing.SUGGESTED,
                            "created",
                            "approved",
                            "delivered",
                            "cancelled"),
                    entries(
                            "warehouses",
                            "purchase_orders",
                            Standing.SUGGESTED,
                            "created",
                            "approved",
                            "delivered",
                            "cancelled"),
                    entries(
                            "assets",
                            "locations",
                            Standing.SUGGESTED,
                            "created",
                            "out_of_service",
                            "back_in_service",
                            "moved"),
                    entries(
                            "assets",
                            "equipment",
                            Standing.SUGGESTED,
                            "created",
                            "out_of_service",
                            "back_in_service",
                            "moved"),
                    entries("settings", "documents", Standing.NAMED, "warranty_expires", "document_expires"),
                    entries("teams", "schedule", Standing.SUGGESTED, "scheduled", "rescheduled"),
                    entries("purchase_requests", "my_requests", Standing.SUGGESTED, "created", "approved"),
                    entries("whatsapp", "messages", Standing.NAMED, "message_received", "message_status"),
                    entries("twilio", "messages", Standing.NAMED, "message_received", "message_status"))
            .flatMap(List::stream)
            .toList();

    private EventCatalogue() {}

    private static List<Entry> entries(String module, String submodule, Standing standing, String... events) {
        return Stream.of(events)
                .map(event -> new Entry(module, submodule, event, standing))
                .toList();
    }

    /// How sure it is that the service knows the event by this name.
    public enum Standing {
        /// The service's own documents name it, and most flows begin with it.
        FIRST,
        /// The service's own documents name it.
        NAMED,
        /// The service's documents name the submodule only; the event is our suggestion.
        SUGGESTED
    }

    public record Entry(String module, String submodule, String event, Standing standing) {
        /// “Tasks › Work orders › New WO”.
        public String text(Texts texts) {
            return texts.text("module." + module) + " › " + texts.text("submodule." + submodule) + " › "
                    + texts.text("event." + event);
        }

        /// The same for a list to choose from, where a suggestion says that it is one.
        public String offered(Texts texts) {
            return marked(text(texts), texts);
        }

        /// Words for it, with “suggested” behind them where the service does not document it under this name.
        public String marked(String words, Texts texts) {
            return standing == Standing.SUGGESTED ? words + " (" + texts.text("event.suggested") + ")" : words;
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
