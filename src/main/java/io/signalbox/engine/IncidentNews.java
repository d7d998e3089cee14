package io.signalbox.engine;

import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.Incidents.Noted;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a person was not told yet of what happened to the program.
///
/// @param all what matters most first, else newest first
public record IncidentNews(List<Noted> all) {
    private static final Comparator<Noted> ORDER = Comparator.comparing(
                    (Noted noted) -> noted.incident().kind() != Kind.POISON)
            .thenComparing(Comparator.comparingLong(Noted::number).reversed());

    public IncidentNews {
        all = List.copyOf(all);
    }

    /// @param known the number of the newest one the person was told
    public static IncidentNews of(List<Noted> noted, long known) {
        return new IncidentNews(noted.stream()
                .filter(one -> one.number() > known && !isToldByWaking(one, noted))
                .sorted(ORDER)
                .toList());
    }

    /// A clock that is found further on than time went by is noted twice: as a jump, and as what follows from it.
    private static boolean isToldByWaking(Noted one, List<Noted> all) {
        return one.incident().kind() == Kind.CLOCK_FORWARD
                && all.stream()
                        .map(Noted::incident)
                        .anyMatch(other -> other.kind() == Kind.WOKE
                                && other.at().equals(one.incident().at()));
    }

    public Optional<Noted> first() {
        return all.stream().findFirst();
    }

    /// What is known once all of it was told.
    public long newest() {
        return all.stream().mapToLong(Noted::number).max().orElse(0);
    }
}
