package io.signalbox.designer.canvas;

import io.signalbox.designer.Speech;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.RowWords;
import io.signalbox.flow.Wire;

/// What a wire says: when it is followed.
final class WireWords {
    private final Speech words;

    WireWords(Speech words) {
        this.words = words;
    }

    /// Blank for a wire that is always followed.
    String label(Wire wire) {
        if (wire.onError()) {
            return words.text("canvas.wire.error");
        }
        if (wire.otherwise()) {
            return words.text("canvas.wire.otherwise");
        }
        return wire.when().isAlways() ? "" : words.text("canvas.wire.if", condition(wire.when()));
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Row row -> row(row);
            case Condition.Group(var _, var of, var _)
            when of.size() == 1 && of.getFirst() instanceof Condition.Row row -> row(row);
            case Condition.Group group ->
                words.text(words.texts().form("canvas.node.conditions", group.countRows()), group.countRows());
        };
    }

    private String row(Condition.Row row) {
        var sentences = new RowWords(words.flowTexts());
        if (row.operator() == Operator.EQ) {
            return words.text("canvas.wire.is", field(row.path()), sentences.value(row.value()));
        }
        return sentences.of(row, field(row.path()));
    }

    /// The last step alone: the wire has little room.
    private String field(Path path) {
        return words.field(path).orElse(path.root().value());
    }

    /// What the pill does.
    String opens(String count) {
        return words.text("canvas.count.open", count);
    }

    /// The whole wire as a screen reader should say it.
    String spoken(Flow flow, Wire wire, NodeWords nodes, String count) {
        var sentence = words.text("canvas.spoken.wire", nodes.title(flow, wire.from()), nodes.title(flow, wire.to()));
        var parts = new StringBuilder(sentence);
        if (!label(wire).isEmpty()) {
            parts.append(' ').append(label(wire)).append('.');
        }
        if (!count.isEmpty()) {
            parts.append(' ').append(count).append('.');
        }
        return parts.toString();
    }
}
