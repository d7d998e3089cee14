package io.signalbox.store;

import io.signalbox.flow.Value;
import java.util.Locale;

/// A text that is looked for in values, in capitals or not.
final class Mention {
    private final String wanted;

    Mention(String wanted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    /// True when a text, a number or a truth in it holds the words; the names of fields are not looked at.
    boolean isIn(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items.stream().anyMatch(this::isIn);
            case Value.Fields(var fields) -> fields.values().stream().anyMatch(this::isIn);
            case Value.Text _, Value.Decimal _, Value.Truth _ ->
                value.asText().toLowerCase(Locale.ROOT).contains(wanted);
            case Value.Nothing _ -> false;
        };
    }
}
