package io.signalbox.designer.panel;

import io.signalbox.designer.telling.ConditionReading;
import io.signalbox.designer.telling.PathReading;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Value;

/// A comparison as a sentence: “Responsible is equal to Ana Souza”.
final class ConditionWords {
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

    /// What a field holds; `nothing` when it is empty or not there.
    String actual(Value value) {
        if (value.isMissing()) {
            return bench.text("condition.nothing");
        }
        return value instanceof Value.Text(var text) ? bench.flowText("quoted", text) : value.asText();
    }
}
