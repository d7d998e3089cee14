package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookItem;
import io.signalbox.flow.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes what services report of messages: kept beside the runs that sent them, and the answer that a run may be
/// waiting for. Thread-safe; blocks for the disk.
public final class Deliveries {
    /// Under this name a report says which run sent what it is about.
    public static final String RUN = "run";

    private final DeliveryStore store;
    private final RunStore runs;
    private final RunDesk desk;
    private final Connectors connectors;
    private final InstantSource clock;

    public Deliveries(
            DeliveryStore store, RunStore runs, RunDesk desk, Connectors connectors, InstantSource clock) {
        this.store = store;
        this.runs = runs;
        this.desk = desk;
        this.connectors = connectors;
        this.clock = clock;
    }

    /// To be called before the service is answered: what was acknowledged is not told again.
    ///
    /// @param account whose service told it
    public void told(Account account, List<HookItem> items) {
        var reports = items.stream()
                .map(item -> report(account, item))
                .flatMap(Optional::stream)
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

    private Optional<DeliveryStatus> report(Account account, HookItem item) {
        return connectors
                .find(account.type())
                .flatMap(Connector::deliveries)
                .flatMap(teller -> teller.in(item))
                .filter(report -> !report.externalId().isEmpty());
    }

    /// The same, a report together with the run whose message it is about: `{"id", "flow", "step", "key", "event"}`,
    /// the last one with what had happened. As it came when it is no report, and when the service does not give back
    /// the key of a step that sent something here.
    public HookItem withRun(Account account, HookItem item) {
        return report(account, item)
                .flatMap(report -> store.sender(report.key())
                        .flatMap(sender -> runs.find(sender.run()).map(run -> told(run, sender, report.key()))))
                .map(run -> new HookItem(
                        item.identity(),
                        item.kind(),
                        item.occurredAt(),
                        item.data().asFields().with(RUN, run)))
                .orElse(item);
    }

    private static Value told(RunRecord run, DeliveryStore.Sender sender, String key) {
        var event = run.event();
        // What a report started would otherwise hold the one before it, and so on.
        var data = event.data() instanceof Value.Fields fields ? fields.without(RUN) : event.data();
        return Value.fields("id", Value.of(run.summary().id()), "flow", Value.of(run.summary().flow()))
                .with("step", Value.of(sender.step().toString()))
                .with("key", Value.of(key))
                .with(
                        "event",
                        Value.fields("id", Value.of(event.id()), "type", Value.of(event.type()))
                                .withPresent("entity", Value.of(event.entity()))
                                .with("data", data));
    }
}
