package io.signalbox.designer.panel;

import io.signalbox.access.Permission;
import io.signalbox.access.Permission.Action;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Groups that most flows begin with. Their names stand in the bundle under `group.preset.<key>`.
enum GroupPresets {
    READ_WORK_ORDERS("read-work-orders"),
    WHATSAPP_NOTIFICATIONS("whatsapp-notifications"),
    EMPTY("empty");

    private final String key;

    GroupPresets(String key) {
        this.key = key;
    }

    /// The modules that may be seen.
    private List<String> seen() {
        return switch (this) {
            case READ_WORK_ORDERS -> List.of("work_orders");
            case WHATSAPP_NOTIFICATIONS ->
                List.of("work_orders", "pending_tasks", "work_requests", "assets", "human_resources", "third_parties");
            case EMPTY -> List.of();
        };
    }

    String key() {
        return key;
    }

    static Optional<GroupPresets> of(String key) {
        return List.of(values()).stream()
                .filter(preset -> preset.key.equals(key))
                .findFirst();
    }

    SortedSet<Permission> permissions() {
        var all = new TreeSet<Permission>();
        seen().forEach(module -> all.add(new Permission(module, Action.SEE)));
        return all;
    }

    /// The name, or the name with a number behind it when it is taken.
    static String free(String name, Collection<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + " " + number)
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElse(name);
    }
}
