package io.signalbox.designer.telling;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.stream.Collectors;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”.
///
/// @param texts has `condition.and`, `condition.today` and `condition.field.none`
public record ConditionReading(PathReading paths, Texts texts) {
    /// What a condition compares with that asks for the day on which the event comes in.
    public static final Value TODAY = Value.of("today");

    public String of(Condition.Row row) {
        var operator =
                paths.words().flowTexts().text("operator." + row.operator().key());
        var value = row.operator().operand() == Operator.Operand.NONE ? "" : value(row);
        var said = operator.contains("…") ? operator.replace("…", value) : operator + " " + value;
        return (field(row) + " " + said).strip();
    }

    public String field(Condition.Row row) {
        return row.isWithoutField() ? texts.text("condition.field.none") : paths.rest(row.path());
    }

    private String value(Condition.Row row) {
        var between = row.operator().operand() == Operator.Operand.TWO ? " " + texts.text("condition.and") + " " : ", ";
        return row.value().asItems().stream().map(this::words).collect(Collectors.joining(between));
    }

    /// What a person reads for a value that was chosen or typed.
    public String words(Value value) {
        if (value.equals(TODAY)) {
            return texts.text("condition.today");
        }
        return value instanceof Value.Fields reference && reference.has("label")
                ? reference.at("label").asText()
                : value.asText();
    }
}
