package io.signalbox.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A condition's decision with its reasons.
public sealed interface Verdict {
    boolean holds();

    record OfGroup(Condition.Mode mode, boolean holds, List<Verdict> parts) implements Verdict {
        public OfGroup {
            parts = List.copyOf(parts);
        }
    }

    /// @param actual what the path led to
    /// @param note text key of what a person should know about this result: a field that is missing,
    /// types that clash
    record OfRow(Condition.Row row, boolean holds, Value actual, Optional<String> note) implements Verdict {}

    /// The first row that decided against, depth first; empty when it holds.
    default Optional<OfRow> firstAgainst() {
        return holds() ? Optional.empty() : decidedBy();
    }

    /// Every row that was asked, in order.
    default Stream<OfRow> rows() {
        return switch (this) {
            case OfRow row -> row.row().off() ? Stream.empty() : Stream.of(row);
            case OfGroup(var _, var _, var parts) -> parts.stream().flatMap(Verdict::rows);
        };
    }

    /// The first row because of which it is as it is; a muted one decides nothing.
    private Optional<OfRow> decidedBy() {
        return switch (this) {
            case OfRow row -> row.row().off() ? Optional.empty() : Optional.of(row);
            case OfGroup(var mode, var holds, var parts) ->
                parts.stream()
                        .filter(part -> part.holds() == (holds != (mode == Condition.Mode.NONE)))
                        .flatMap(part -> part.decidedBy().stream())
                        .findFirst();
        };
    }
}
