package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.MessageRules;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.Optional;

/// How a row of a field map stands for the sample.
sealed interface RowStatus {
    /// What will be sent.
    record Good(String text) implements RowStatus {}

    /// Empty in the sample: `fallback` is sent, or without one the message stops.
    record Empty(Optional<String> fallback) implements RowStatus {}

    record Unmapped(boolean required) implements RowStatus {}

    /// The flow has no sample to tell by.
    record Untried() implements RowStatus {}

    record Unreadable(SyntaxException problem) implements RowStatus {}

    /// A record, or a list of records, where a text belongs.
    record WrongType(Value value) implements RowStatus {}

    /// The service would refuse the text.
    ///
    /// @param key of the connector's sentence, without `error.`
    record Refused(String key) implements RowStatus {}

    /// @param unreadable what is wrong with the text as typed
    /// @param template true when the row fills a place of a message template, which has its own rules
    static RowStatus of(
            MapRow row,
            Optional<SyntaxException> unreadable,
            Optional<Value> evaluated,
            boolean required,
            boolean template) {
        if (unreadable.isPresent()) {
            return new Unreadable(unreadable.get());
        }
        if (row.from().isBlank() && row.fallback().isEmpty()) {
            return new Unmapped(required);
        }
        if (evaluated.isEmpty()) {
            return new Untried();
        }
        var value = evaluated.get();
        if (value.isMissing()) {
            return new Empty(row.fallback());
        }
        if (template && isNoText(value)) {
            return new WrongType(value);
        }
        return template
                ? MessageRules.parameterFault(value.asText())
                        .<RowStatus>map(Refused::new)
                        .orElseGet(() -> new Good(value.asText()))
                : new Good(value.asText());
    }

    private static boolean isNoText(Value value) {
        return switch (value) {
            case Value.Fields _ -> true;
            case Value.Items(var items) -> items.stream().anyMatch(RowStatus::isNoText);
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> false;
        };
    }

    /// True when the message would not go out as meant.
    default boolean isProblem() {
        return switch (this) {
            case Good _, Untried _ -> false;
            case Empty(var fallback) -> fallback.isEmpty();
            case Unmapped(var required) -> required;
            case Unreadable _, WrongType _, Refused _ -> true;
        };
    }
}
