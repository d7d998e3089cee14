package io.signalbox.engine;

import io.signalbox.connector.Address;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.List;

/// Settings and map rows with their values in place. A value that is missing stops the call, so that no half message
/// reaches a person; only a recipient may be missing, which the send gate turns into a suppressed message.
final class Evaluation {
    private Evaluation() {}

    static Value.Fields settings(Settings settings, Operation operation, Scope scope) throws CallProblem {
        var values = new Value.Gathering();
        for (var setting : settings.values().entrySet()) {
            var key = setting.getKey();
            var expression = setting.getValue();
            var field = operation.field(key);
            if (field.isEmpty() || expression.isBlank()) {
                continue;
            }
            var value = field.get() instanceof Field.UrlPath ? path(expression, scope) : expression.evaluate(scope);
            if (value.isMissing() && !(field.get() instanceof Field.Recipient)) {
                throw new CallProblem("value.missing", key);
            }
            values.with(key, value);
        }
        for (var field : operation.fields()) {
            if (field.required() && !values.has(field.key()) && !(field instanceof Field.Recipient)) {
                throw new CallProblem("value.missing", field.key());
            }
        }
        return values.fields();
    }

    static Value.Fields rows(List<MapRow> rows, Scope scope) throws CallProblem {
        var values = new Value.Gathering();
        for (var row : rows) {
            var value = row.evaluate(scope);
            if (value.isMissing()) {
                throw new CallProblem("value.missing", row.to());
            }
            values.with(row.to(), value);
        }
        return values.fields();
    }

    /// Every mapped value becomes exactly one segment of the address, whatever characters it holds.
    private static Value path(Expression expression, Scope scope) throws CallProblem {
        if (expression instanceof Expression.Literal) {
            return expression.evaluate(scope);
        }
        if (!(expression instanceof Expression.Filled filled) || !filled.apply().isEmpty()) {
            var value = expression.evaluate(scope);
            return value.isMissing() ? value : Value.of("/" + Address.encoded(value.asText()));
        }
        var text = new StringBuilder();
        for (var part : filled.template().parts()) {
            switch (part) {
                case Template.Plain(var plain) -> text.append(plain);
                case Template.Slot slot -> {
                    var value = slot.evaluate(scope);
                    if (value.isMissing()) {
                        return Value.nothing();
                    }
                    text.append(Address.encoded(value.asText()));
                }
            }
        }
        return Value.of(text.toString());
    }
}
