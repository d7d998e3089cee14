package io.signalbox.designer.panel;

import io.signalbox.designer.telling.ConditionReading;
import io.signalbox.designer.telling.PathReading;
import io.signalbox.flow.Condition;
import io.signalbox.flow.RowWords;
import io.signalbox.flow.Value;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”.
final class ConditionWords {
    /// More of a text is not to be read beside a comparison.
    private static final int LONGEST = 120;

    private final Bench bench;

    ConditionWords(Bench bench) {
        this.bench = bench;
    }

    private ConditionReading reading() {
        return new ConditionReading(new PathReading(bench.words(), bench.flow()), bench.texts());
    }

    String of(Condition.Row row) {
        return reading().of(row);
    }

    String field(Condition.Row row) {
        return reading().field(row);
    }

    /// What a field holds, as a person writes it; `nothing` when it is empty or not there.
    String actual(Value value) {
        return value instanceof Value.Text && !value.isMissing() && !PathWords.isDate(value)
                ? bench.flowText("quoted", plain(value))
                : plain(value);
    }

    /// The same without quotation marks.
    String plain(Value value) {
        if (value.isMissing()) {
            return bench.text("condition.nothing");
        }
        var told = value instanceof Value.Truth(var truth)
                ? bench.text(truth ? "condition.yes" : "condition.no")
                : new RowWords(bench.words().flowTexts())
                        .actual(value, bench.flow().zone());
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…";
    }
}
