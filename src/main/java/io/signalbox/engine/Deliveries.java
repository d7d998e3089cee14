package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes what services report of messages: kept beside the runs that sent them, and the answer that a run may be
/// waiting for. Thread-safe; blocks for the disk.
public final class Deliveries {
    private final DeliveryStore store;
    private final RunDesk desk;
    private final Connectors connectors;
    private final InstantSource clock;

    public Deliveries(DeliveryStore store, RunDesk desk, Connectors connectors, InstantSource clock) {
        this.store = store;
        this.desk = desk;
        this.connectors = connectors;
        this.clock = clock;
    }

    /// To be called before the service is answered: what was acknowledged is not told again.
    ///
    /// @param account whose service told it
    public void told(Account account, List<HookItem> items) {
        var teller = connectors.find(account.type()).flatMap(Connector::deliveries);
        if (teller.isEmpty()) {
            return;
        }
        var reports = items.stream()
                .map(teller.get()::in)
                .flatMap(Optional::stream)
                .filter(report -> !report.externalId().isEmpty())
                .toList();
        if (reports.isEmpty()) {
            return;
        }
        store.note(reports, clock.instant());
        for (DeliveryStatus report : reports) {
            if (!report.key().isEmpty()) {
                desk.settle(report);
            }
        }
    }
}
