package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.engine.Rights;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/// What flows need of a connection, set beside what its group gives, and the way to a group that gives just that.
record ConnectionRights(Bench bench, Consumer<Exception> failed) {
    private record Needing(Flow flow, Rights rights) {}

    /// What the flow that lacks most needs; empty when none needs any right.
    ///
    /// @param users flows that use the connection
    Optional<RightsMeter> meter(Account account, List<StoredFlow> users) {
        return users.stream()
                .map(StoredFlow::flow)
                .flatMap(flow ->
                        Rights.of(flow, bench.connectors(), bench.accounts()::find, bench.groups()::find).stream()
                                .filter(rights -> rights.connection().equals(account.name()))
                                .map(rights -> new Needing(flow, rights)))
                .max(Comparator.comparingInt(each -> each.rights().missing().size()))
                .map(needing -> {
                    var shown = new RightsMeter(
                            bench,
                            new RightsMeter.Acts(
                                    rights -> create(account, needing.flow(), rights),
                                    group -> bench.groups().save(group, bench.preview()::refresh, failed)));
                    shown.show(needing.flow(), needing.rights());
                    return shown;
                });
    }

    private void create(Account account, Flow flow, SortedSet<Permission> rights) {
        var name = GroupPresets.free(
                flow.name(),
                bench.groups().allProperty().get().stream()
                        .map(PermissionGroup::name)
                        .toList());
        bench.groups()
                .save(
                        PermissionGroup.of(name, rights),
                        () -> bench.accounts()
                                .save(account.with(Account.GROUP, name), Map.of(), bench.preview()::refresh, failed),
                        failed);
    }
}
