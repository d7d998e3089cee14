package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.RowWords;
import io.signalbox.flow.Value;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”.
final class ConditionWords {
    private final Bench bench;

    ConditionWords(Bench bench) {
        this.bench = bench;
    }

    String of(Condition.Row row) {
        return new RowWords(bench.words().flowTexts()).of(row, field(row));
    }

    String field(Condition.Row row) {
        return row.isWithoutField() ? bench.text("condition.field.none") : new PathWords(bench).rest(row.path());
    }

    /// What a field holds; `nothing` when it is empty or not there.
    String actual(Value value) {
        if (value.isMissing()) {
            return bench.text("condition.nothing");
        }
        return value instanceof Value.Text(var text) ? bench.text("quoted", text) : value.asText();
    }
}
