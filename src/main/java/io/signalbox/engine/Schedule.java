package io.signalbox.engine;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a schedule fires: five fields as cron has them, on the clock of a place. A local time that a change of the
/// clocks skips fires once, at the first instant after it; one that comes twice fires the first time. Immutable.
public final class Schedule {
    /// Every valid line fires at least once in so many local times; a 29 February that is no leap day comes after 40.
    private static final int MOST_STEPS = 3_000;

    private static final int LONGEST_LINE = 200;

    private final ExecutionTime times;
    private final ZoneId zone;

    private Schedule(ExecutionTime times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    /// @return empty when the line cannot be read or never fires
    public static Optional<Schedule> of(String cron, ZoneId zone) {
        if (!isPlain(cron)) {
            return Optional.empty();
        }
        try {
            var line = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                    .parse(cron.strip())
                    .validate();
            var schedule = new Schedule(ExecutionTime.forCron(line), zone);
            return schedule.nextLocal(LocalDateTime.of(2024, 1, 1, 0, 0)).map(_ -> schedule);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The parser knows further signs, of which only some are ours, and stumbles over others.
    private static boolean isPlain(String cron) {
        return cron.length() <= LONGEST_LINE
                && cron.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= 'a' && c <= 'z')
                                || "*/,- ".indexOf(c) >= 0);
    }

    /// The zone of that name; empty when there is none.
    public static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The first instant after `instant` at which it fires.
    public Optional<Instant> after(Instant instant) {
        var local = instant.atZone(zone).toLocalDateTime();
        for (int step = 0; step < MOST_STEPS; step++) {
            var next = nextLocal(local);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            local = next.get();
            var fires = instant(local);
            // In the hour that comes twice the local time runs ahead of its instant.
            if (fires.isAfter(instant)) {
                return Optional.of(fires);
            }
        }
        return Optional.empty();
    }

    /// The next runs, for people to see what they have written.
    public List<Instant> next(Instant from, int count) {
        var runs = new ArrayList<Instant>();
        var last = Optional.of(from);
        while (runs.size() < count) {
            last = last.flatMap(this::after);
            if (last.isEmpty()) {
                return runs;
            }
            runs.add(last.get());
        }
        return runs;
    }

    /// Counted on a clock that never changes; what the zone does to it comes afterwards.
    private Optional<LocalDateTime> nextLocal(LocalDateTime local) {
        return times.nextExecution(local.atZone(ZoneOffset.UTC)).map(next -> next.toLocalDateTime());
    }

    private Instant instant(LocalDateTime local) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.getFirst());
    }
}
