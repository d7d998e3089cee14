package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.PermissionGroup;
import io.signalbox.connector.Connectors;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether the connections of a flow have a permission group where their service keeps groups, and whether that gives
/// what the flow needs. A missing right is an error, for the call would be refused; a missing group only a warning: a
/// connection may be made by a command, and groups in the window alone.
record RightsCheck(
        Connectors connectors,
        Function<String, Optional<Account>> accounts,
        Function<String, Optional<PermissionGroup>> groups) {

    void addTo(Flow flow, List<Problem> found) {
        var first = new LinkedHashMap<String, Node>();
        flow.nodes().values().stream()
                .filter(node -> !node.connection().isEmpty())
                .forEach(node -> first.putIfAbsent(node.connection(), node));
        first.forEach((name, node) -> accounts.apply(name)
                .filter(account -> Rights.lacksGroup(account, connectors, groups))
                .ifPresent(account -> found.add(lacking(node, account))));
        for (var rights : Rights.of(flow, connectors, accounts, groups)) {
            var group = rights.group().map(PermissionGroup::name).orElse("");
            for (var right : rights.missing()) {
                var node = rights.needed().get(right);
                if (node != null) {
                    found.add(Problem.error(node, "connection", "problem.rights", right.toString(), group));
                }
            }
        }
    }

    private static Problem lacking(Node node, Account account) {
        return account.group().isEmpty()
                ? Problem.warning(node.id(), "connection", "problem.account.group", account.name())
                : Problem.warning(
                        node.id(), "connection", "problem.account.group.gone", account.name(), account.group());
    }
}
