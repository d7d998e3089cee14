package io.signalbox.connector;

import io.signalbox.flow.Expression;
import io.signalbox.flow.Problem.Severity;
import java.util.List;
import java.util.Optional;

/// What a connector has against a [Draft].
///
/// @param field `settings.<key>`, `fields.<row>` from 0, `fields` or `connection`
/// @param key of the sentence in the connector's bundle; `<key>.fix` says what to do
/// @param mend what sets it right; empty when only a person can say
public record Finding(Severity severity, String field, String key, List<String> arguments, Optional<Mend> mend) {
    /// A change that needs no further question.
    public sealed interface Mend {
        /// @param value of the setting from then on
        record Put(String setting, Expression value) implements Mend {}

        /// Another action of the service.
        record Use(String operation) implements Mend {}

        /// The row fills another place.
        record Rename(int row, String to) implements Mend {}

        /// @param value of the row from then on
        record Fill(int row, Expression value) implements Mend {}
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding error(String field, String key, String... arguments) {
        return new Finding(Severity.ERROR, field, key, List.of(arguments), Optional.empty());
    }

    public static Finding warning(String field, String key, String... arguments) {
        return new Finding(Severity.WARNING, field, key, List.of(arguments), Optional.empty());
    }

    public Finding mended(Mend by) {
        return new Finding(severity, field, key, arguments, Optional.of(by));
    }
}
