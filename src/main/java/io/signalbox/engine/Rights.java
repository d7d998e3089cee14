package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The rights that a flow needs of one connection, set beside those that the connection's permission group gives. An
/// event is told to nobody who may not see its module: what it needs counts for the first connection with a group.
///
/// @param connection its name; blank when the flow needs rights and names no connection yet
/// @param group of the connection; empty when it names none, or one that is not there: then nothing is missing, for
/// nothing is known
/// @param needed each with the node that first needs it
public record Rights(String connection, Optional<PermissionGroup> group, SortedMap<Permission, NodeId> needed) {
    /// Of every connection of the flow whose service has permission groups, in the order of the nodes.
    public static List<Rights> of(
            Flow flow,
            Connectors connectors,
            Function<String, Optional<Account>> accounts,
            Function<String, Optional<PermissionGroup>> groups) {
        var needs = needs(flow, connectors);
        var all = new ArrayList<Rights>();
        needs.forEach((connection, needed) -> all.add(new Rights(
                connection,
                accounts.apply(connection)
                        .map(Account::group)
                        .filter(group -> !group.isEmpty())
                        .flatMap(groups),
                needed)));
        return List.copyOf(all);
    }

    /// True when a connection to the vendor itself names no permission group, or one that is not there, though its
    /// service keeps groups: nobody knows then what it may do. A stand-in keeps none.
    public static boolean lacksGroup(
            Account account, Connectors connectors, Function<String, Optional<PermissionGroup>> groups) {
        return connectors
                        .find(account.type())
                        .map(Connector::spec)
                        .filter(spec -> spec.hasGroups() && spec.isAtVendor(account))
                        .isPresent()
                && groups.apply(account.group()).isEmpty();
    }

    /// All that the flow needs, whatever connection gives it.
    public static SortedSet<Permission> needed(Flow flow, Connectors connectors) {
        var all = new TreeSet<Permission>();
        needs(flow, connectors).values().forEach(needed -> all.addAll(needed.keySet()));
        return all;
    }

    private static SequencedMap<String, SortedMap<Permission, NodeId>> needs(Flow flow, Connectors connectors) {
        var needs = new LinkedHashMap<String, SortedMap<Permission, NodeId>>();
        for (var node : flow.nodes().values()) {
            switch (node) {
                case Node.Trigger trigger -> {
                    if (trigger.type().equals("poll")) {
                        need(
                                trigger,
                                trigger.settings().text("service"),
                                trigger.settings().text("operation"),
                                connectors,
                                needs);
                    }
                }
                case Node.Source _, Node.Connection _ -> need(node, node.type(), node.operation(), connectors, needs);
                case Node.Configuration _ -> {}
            }
        }
        for (var trigger : flow.triggers()) {
            if (trigger.type().equals("event")) {
                Permission.ofEvent(
                                trigger.settings().text("module"),
                                trigger.settings().text("submodule"))
                        .ifPresent(seen -> {
                            var first =
                                    needs.isEmpty() ? "" : needs.firstEntry().getKey();
                            needs.computeIfAbsent(first, _ -> new TreeMap<>()).putIfAbsent(seen, trigger.id());
                        });
            }
        }
        return needs;
    }

    private static void need(
            Node node,
            String service,
            String operation,
            Connectors connectors,
            Map<String, SortedMap<Permission, NodeId>> needs) {
        boolean grouped = connectors
                .find(service)
                .map(Connector::spec)
                .filter(spec -> spec.hasGroups())
                .isPresent();
        if (grouped && !node.connection().isEmpty()) {
            var needed = needs.computeIfAbsent(node.connection(), _ -> new TreeMap<>());
            connectors
                    .operation(service, operation)
                    .ifPresent(asked -> asked.needs()
                            .forEach(need ->
                                    Permission.parse(need).ifPresent(right -> needed.putIfAbsent(right, node.id()))));
        }
    }

    /// What the flow needs and the group does not give.
    public SortedSet<Permission> missing() {
        var missing = new TreeSet<Permission>();
        group.ifPresent(given -> {
            missing.addAll(needed.keySet());
            missing.removeAll(given.permissions());
        });
        return missing;
    }

    /// What the group gives and this flow does not need.
    public SortedSet<Permission> surplus() {
        var surplus = new TreeSet<Permission>();
        group.ifPresent(given -> {
            surplus.addAll(given.permissions());
            surplus.removeAll(needed.keySet());
        });
        return surplus;
    }
}
