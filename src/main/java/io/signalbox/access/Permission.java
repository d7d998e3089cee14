package io.signalbox.access;

import io.signalbox.flow.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One right at a service that keeps permission groups: something that may be done in one of its modules. Written
/// `work_orders:see`.
///
/// An operation names what it needs by `Operation.needing("work_orders:see", "human_resources:see")`. Only what
/// [#parse] knows is compared with a connection's group; other names, such as the scopes of a chat service, are shown
/// and not compared. A service has permission groups when one of its operations needs such a right. What an event needs
/// says [#ofEvent].
///
/// @param module one of [#MODULES]; its words stand in the flow package's bundle under `rights.module.<module>`
public record Permission(String module, Action action) implements Comparable<Permission> {
    /// In the order of the matrix.
    public static final List<String> MODULES = List.of(
            "work_orders",
            "pending_tasks",
            "work_requests",
            "assets",
            "meters",
            "human_resources",
            "third_parties",
            "warehouses",
            "material_requisitions",
            "purchase_orders",
            "purchase_requests",
            "budgets",
            "documents",
            "schedule");

    private static final Comparator<Permission> IN_ORDER = Comparator.comparingInt(
                    (Permission each) -> MODULES.indexOf(each.module()))
            .thenComparing(Permission::action);

    /// What may be done; its word stands in the flow package's bundle under `rights.<key>`.
    public enum Action {
        SEE("see"),
        CREATE("create"),
        EDIT("edit"),
        DELETE("delete");

        private final String key;

        Action(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// @throws IllegalArgumentException when there is no such module
    public Permission {
        if (!MODULES.contains(module)) {
            throw new IllegalArgumentException("no module " + module);
        }
    }

    /// Empty when it is no right of this vocabulary.
    public static Optional<Permission> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !MODULES.contains(text.substring(0, colon))) {
            return Optional.empty();
        }
        return Arrays.stream(Action.values())
                .filter(action -> action.key().equals(text.substring(colon + 1)))
                .findFirst()
                .map(action -> new Permission(text.substring(0, colon), action));
    }

    /// What must be seen for an event to be told; empty for events of other services.
    ///
    /// @param module and submodule as in the catalogue of events
    public static Optional<Permission> ofEvent(String module, String submodule) {
        var seen = switch (module + "." + submodule) {
            case "tasks.work_orders" -> "work_orders";
            case "tasks.pending_tasks" -> "pending_tasks";
            case "tasks.budgets" -> "budgets";
            case "work_requests.my_requests" -> "work_requests";
            case "monitoring.meters" -> "meters";
            case "warehouses.stock", "warehouses.entries", "warehouses.outgoings" -> "warehouses";
            case "warehouses.material_requisitions" -> "material_requisitions";
            case "warehouses.purchase_orders" -> "purchase_orders";
            case "purchase_requests.my_requests" -> "purchase_requests";
            case "assets.equipment", "assets.locations" -> "assets";
            case "settings.documents" -> "documents";
            case "teams.schedule" -> "schedule";
            default -> "";
        };
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Permission(seen, Action.SEE));
    }

    /// For a person: “Work orders: See”.
    ///
    /// @param texts of the flow package
    public String text(Texts texts) {
        return texts.text("rights.of", texts.text("rights.module." + module), texts.text("rights." + action.key()));
    }

    @Override
    public int compareTo(Permission other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return module + ":" + action.key();
    }
}
