package io.signalbox.designer.telling;

import io.signalbox.flow.Condition;
import io.signalbox.flow.RowWords;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”.
///
/// @param texts has `condition.field.none`
public record ConditionReading(PathReading paths, Texts texts) {
    /// What a condition compares with that asks for the day on which the event comes in.
    public static final Value TODAY = Value.of("today");

    public String of(Condition.Row row) {
        return new RowWords(paths.words().flowTexts()).of(row, field(row));
    }

    public String field(Condition.Row row) {
        return row.isWithoutField() ? texts.text("condition.field.none") : paths.rest(row.path());
    }
}
