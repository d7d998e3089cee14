package io.signalbox.designer.panel;

import io.signalbox.designer.telling.ConditionReading;
import io.signalbox.designer.telling.PathReading;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Path;
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
    String actual(Path path, Value value) {
        var plain = plain(path, value);
        boolean text = value instanceof Value.Text && plain.equals(brief(value.asText()));
        return text && !value.isMissing() ? bench.flowText("quoted", plain) : plain;
    }

    /// The same without quotation marks.
    String plain(Path path, Value value) {
        if (value.isMissing()) {
            return bench.text("condition.nothing");
        }
        return value instanceof Value.Truth(var truth)
                ? bench.text(truth ? "condition.yes" : "condition.no")
                : brief(new RowWords(bench.words().flowTexts())
                        .actual(path, value, bench.flow().zone()));
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
