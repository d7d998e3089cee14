package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import java.util.stream.Collectors;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”.
final class ConditionWords {
    private final Bench bench;

    ConditionWords(Bench bench) {
        this.bench = bench;
    }

    String of(Condition.Row row) {
        var operator = bench.flowText("operator." + row.operator().key());
        var value = row.operator().operand() == Operator.Operand.NONE ? "" : value(row);
        var said = operator.contains("…") ? operator.replace("…", value) : operator + " " + value;
        return (field(row) + " " + said).strip();
    }

    String field(Condition.Row row) {
        return row.isWithoutField() ? bench.text("condition.field.none") : new PathWords(bench).rest(row.path());
    }

    private String value(Condition.Row row) {
        var values = row.value().asItems();
        return values.stream()
                .map(this::words)
                .collect(Collectors.joining(
                        row.operator().operand() == Operator.Operand.TWO
                                ? " " + bench.text("condition.and") + " "
                                : ", "));
    }

    /// What a person reads for a value that was chosen or typed.
    String words(Value value) {
        if (value.equals(OperandEditor.TODAY)) {
            return bench.text("condition.today");
        }
        return value instanceof Value.Fields reference && reference.has("label")
                ? reference.at("label").asText()
                : value.asText();
    }

    static String quoted(Value value) {
        return value instanceof Value.Text(var text) ? "“" + text + "”" : value.asText();
    }

    /// What a field holds; `nothing` when it is empty or not there.
    String actual(Value value) {
        return value.isMissing() ? bench.text("condition.nothing") : quoted(value);
    }
}
