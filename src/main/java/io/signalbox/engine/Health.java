package io.signalbox.engine;

import io.signalbox.flow.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the service can do its work now: can it write, is there room, does work stand still, does the clock run
/// forwards, does the ledger add up. Everybody may ask, so it is found out at most every two seconds.
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(15);
    private static final Duration BEHIND = Duration.ofSeconds(60);

    private final Vitals vitals;
    private final Supplier<StoreHealth> store;
    private final Supplier<Optional<String>> ledger;
    private final Supplier<Optional<Long>> audit;
    private final InstantSource clock;
    private Instant at = Instant.MIN;
    private List<Finding> found = List.of();

    /// @param key `store`, `disk`, `runs`, `clock`, `ledger` or `audit`; in words: `health.<key>`
    /// @param figure what was measured, with its unit; blank where there is none
    public record Finding(String key, boolean good, String figure) {
        public String text(Texts words) {
            return words.text(good ? "health.good" : "health." + key, figure);
        }
    }

    /// @param store how it is; while it is being opened again, nothing else is asked of it
    /// @param ledger what is wrong with it, as a text key
    /// @param audit number of the first entry that is not as it was written
    public Health(
            Vitals vitals,
            Supplier<StoreHealth> store,
            Supplier<Optional<String>> ledger,
            Supplier<Optional<Long>> audit,
            InstantSource clock) {
        this.vitals = vitals;
        this.store = store;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /// One finding for each thing looked at.
    public synchronized List<Finding> findings() {
        var now = clock.instant();
        if (now.isBefore(at) || !now.isBefore(at.plus(FRESH))) {
            found = look(now);
            at = now;
        }
        return found;
    }

    public boolean isReady() {
        return findings().stream().allMatch(Finding::good);
    }

    private List<Finding> look(Instant now) {
        return switch (store.get()) {
            case StoreHealth.Failed(var _) -> List.of(new Finding("store", false, ""));
            case StoreHealth.Full(var free) -> look(now, new Finding("disk", false, mebibytes(free)));
            case StoreHealth.Well(var free) -> look(now, new Finding("disk", true, mebibytes(free)));
        };
    }

    private static String mebibytes(long bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }

    private List<Finding> look(Instant now, Finding disk) {
        var list = new ArrayList<Finding>();
        try {
            vitals.probe();
            list.add(new Finding("store", true, ""));
            list.add(disk);
            var age = vitals.oldestOverdue(now)
                    .map(since -> Duration.between(since, now))
                    .orElse(Duration.ZERO);
            list.add(new Finding("runs", age.compareTo(LONGEST_STANDSTILL) <= 0, Math.max(0, age.toSeconds()) + " s"));
            var behind = vitals.newestEvent()
                    .map(newest -> Duration.between(now, newest))
                    .orElse(Duration.ZERO);
            list.add(new Finding("clock", behind.compareTo(BEHIND) <= 0, Math.max(0, behind.toSeconds()) + " s"));
            list.add(new Finding("ledger", ledger.get().isEmpty(), ""));
            list.add(new Finding(
                    "audit",
                    audit.get().isEmpty(),
                    audit.get().map(String::valueOf).orElse("")));
        } catch (StoreException failure) {
            LOG.error("the store does not answer; the service says it is not ready", failure);
            list.add(new Finding("store", false, ""));
        }
        return List.copyOf(list);
    }
}
