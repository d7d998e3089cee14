package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A connection in the list: its service's mark, its name, who uses it, how it is.
record ConnectionLine(Bench bench) {

    MasterList.Line of(ConnectionRow row) {
        var account = row.account();
        var health = row.health(bench);
        var below = switch (health) {
            case FAILED, LACKING, GROUPLESS -> bench.text(health.key());
            case UNTRIED, FINE, SHUT -> used(row);
        };
        var mark = Icon.of(health.icon(), "icon-16", health.tone().isEmpty() ? "tone-muted" : "tone-" + health.tone());
        var spoken = Stream.of(
                        account.name(),
                        bench.service(account.type()),
                        account.group().isEmpty() ? "" : bench.text("connection.group") + " " + account.group(),
                        used(row),
                        bench.text(health.key()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        return new MasterList.Line(
                ConnectionForm.tile(bench, account.type()), account.name(), below, spoken, Optional.of(mark));
    }

    private String used(ConnectionRow row) {
        if (row.users().isEmpty()) {
            return bench.service(row.account().type()) + " · " + bench.text("connections.unused");
        }
        var flows = bench.counted("connections.users", row.users().size());
        var says = new FlowRowWords(bench.words(), bench.zone());
        return row.lastUsed().map(at -> flows + ", " + says.when(at)).orElse(flows);
    }
}
