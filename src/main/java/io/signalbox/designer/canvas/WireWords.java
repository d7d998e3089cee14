package io.signalbox.designer.canvas;

import io.signalbox.designer.Speech;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.stream.Collectors;

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
            case Condition.Group group -> words.text("canvas.node.conditions.many", group.countRows());
        };
    }

    private String row(Condition.Row row) {
        if (row.operator() == Operator.EQ) {
            return words.text("canvas.wire.is", field(row.path()), value(row.value()));
        }
        var operator = words.flowTexts().text("operator." + row.operator().key());
        var value = value(row.value());
        if (operator.contains("…")) {
            return field(row.path()) + " " + operator.replace("…", value);
        }
        return (field(row.path()) + " " + operator + " " + value).strip();
    }

    /// The last step alone: the wire has little room.
    private String field(Path path) {
        return words.field(path).orElse(path.root().value());
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items.stream().map(WireWords::value).collect(Collectors.joining(", "));
            case Value.Fields fields
            when fields.has("label") -> fields.at("label").asText();
            case Value.Nothing _, Value.Text _, Value.Decimal _, Value.Truth _, Value.Fields _ -> value.asText();
        };
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
