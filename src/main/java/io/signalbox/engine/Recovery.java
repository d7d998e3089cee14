package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is set right in the stored runs when a process starts or a machine wakes. Each method is one transaction.
public interface Recovery {
    /// The reason of a run that killed the program too often.
    String POISON = "poison";

    /// From now on nobody knows what became of the calls that these runs had under way. For each suspect that has not
    /// ended one crash is counted. Those that have `most` now are dead: the next start must not die of them again.
    ///
    /// @return flows of which `most` runs have died so since they were last stopped for it
    List<String> crashed(AtWork.Left left, int most, Instant at);

    /// Spreads runs that are overdue over a time, so that they do not all begin at once.
    ///
    /// @return how many
    int spread(Instant now, Duration over, RandomGenerator random);

    /// What is accepted and not finished.
    ///
    /// @param bytes of the events
    record Backlog(long runs, long bytes) {}

    Backlog backlog();
}
