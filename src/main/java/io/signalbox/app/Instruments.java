package io.signalbox.app;

import io.signalbox.engine.RunState;
import io.signalbox.engine.Vitals;
import io.signalbox.metrics.Prometheus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the executor's page of metrics asks the workspace for. Asked at most every fifteen seconds, so that a reader in
/// a hurry costs the store nothing.
final class Instruments {
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration AUDIT_FRESH = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final Prometheus meters;
    private final InstantSource clock;
    private final Vitals vitals;
    private Instant readAt = Instant.MIN;
    private Instant auditedAt = Instant.MIN;
    private Optional<Long> brokenAudit = Optional.empty();
    private volatile Reading reading = new Reading(new Vitals.Backlog(0, 0), Map.of(), Duration.ZERO, 0, true);

    /// @param ledgerGood false while the ledger does not add up
    private record Reading(
            Vitals.Backlog backlog, Map<RunState, Long> runs, Duration overdue, long free, boolean ledgerGood) {}

    Instruments(Workspace workspace, Prometheus meters, InstantSource clock) {
        this.workspace = workspace;
        this.meters = meters;
        this.clock = clock;
        this.vitals = workspace.vitals();
        workspace.onSync(nanos -> meters.synced(Duration.ofNanos(nanos)));
        meters.gauge(
                "signalbox.queue.runs",
                "",
                "Runs that are not finished",
                () -> reading.backlog().runs());
        meters.gauge(
                "signalbox.queue",
                "bytes",
                "Size of the events that unfinished runs are about",
                () -> reading.backlog().bytes());
        meters.gauge(
                "signalbox.queue.overdue",
                "seconds",
                "Age of the oldest run that could go on",
                () -> reading.overdue().toSeconds());
        meters.gauge("signalbox.disk.free", "bytes", "Room left for the store", () -> reading.free());
        meters.gauge(
                "signalbox.ledger.balanced",
                "",
                "1 when every event is in exactly one class",
                () -> reading.ledgerGood() ? 1 : 0);
        Arrays.stream(RunState.values())
                .forEach(state -> meters.gauge(
                        "signalbox.runs." + state.name().toLowerCase(Locale.ROOT),
                        "",
                        "Runs in this state",
                        () -> reading.runs().getOrDefault(state, 0L)));
    }

    /// The page for Prometheus.
    ///
    /// @param ledgerFault what is wrong with the ledger
    synchronized String page(Optional<String> ledgerFault) {
        var now = clock.instant();
        if (now.isBefore(readAt) || !now.isBefore(readAt.plus(FRESH))) {
            reading = new Reading(
                    vitals.backlog(),
                    vitals.runs(),
                    vitals.oldestOverdue(now)
                            .map(since -> Duration.between(since, now))
                            .filter(age -> !age.isNegative())
                            .orElse(Duration.ZERO),
                    vitals.freeBytes(),
                    ledgerFault.isEmpty());
            readAt = now;
        }
        return meters.page();
    }

    /// The first entry of the audit trail that is not as it was written. Looked for every ten minutes.
    synchronized Optional<Long> brokenAudit() {
        var now = clock.instant();
        if (now.isBefore(auditedAt) || !now.isBefore(auditedAt.plus(AUDIT_FRESH))) {
            brokenAudit = workspace.audit().firstBroken();
            auditedAt = now;
        }
        return brokenAudit;
    }
}
