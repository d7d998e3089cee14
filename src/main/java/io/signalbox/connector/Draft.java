package io.signalbox.connector;

import io.signalbox.access.Account;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Settings;
import java.util.List;
import java.util.Optional;

/// One use of a service as it is being drawn: nothing is evaluated yet.
///
/// @param account empty while none is chosen, or where none is known
/// @param operation blank for what the service tells us
/// @param rows of the configuration; empty without one
public record Draft(Optional<Account> account, String operation, Settings settings, List<MapRow> rows) {
    public Draft {
        rows = List.copyOf(rows);
    }

    /// The setting as it was typed; blank when missing, or when it comes from elsewhere.
    public String typed(String setting) {
        return settings.text(setting);
    }

    /// True when something goes there, wherever it comes from.
    public boolean fills(String setting) {
        return settings.get(setting).filter(value -> !value.isBlank()).isPresent();
    }

    /// The value as it was typed; blank when it comes from elsewhere.
    public static String typed(Expression value) {
        return value instanceof Expression.Literal literal ? literal.value().asText() : "";
    }
}
