package io.signalbox.designer.panel;

import io.signalbox.designer.telling.PathReading;
import io.signalbox.flow.FieldWords;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Node;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;

/// How a path reads to a person: “WO › Number”.
final class PathWords {
    private final Bench bench;

    PathWords(Bench bench) {
        this.bench = bench;
    }

    private PathReading reading() {
        return new PathReading(bench.words(), bench.flow());
    }

    /// The node it starts at.
    String root(Path path) {
        return reading().root(path);
    }

    /// The steps below the root; the event's `data` goes without saying.
    String rest(Path path) {
        return reading().rest(path);
    }

    String whole(Path path) {
        return reading().whole(path);
    }

    /// What a member of a record is called.
    String field(String member) {
        return new FieldWords(bench.words().flowTexts()).of(new Path.Member(member));
    }

    /// The kind of the node it starts at, for its colour.
    String kind(Path path) {
        return isEvent(path)
                ? "trigger"
                : bench.flow().node(path.root()).map(Node::kind).orElse("note");
    }

    String icon(Path path) {
        return bench.flow().node(path.root()).map(KindTile::icon).orElse(isEvent(path) ? "bolt" : "warning");
    }

    /// “date format “dd/MM/yyyy””, in the midst of a line.
    String call(FunctionCall call) {
        return reading().call(call);
    }

    /// “Date format “dd/MM/yyyy””.
    String quoted(FunctionCall call) {
        return reading().quoted(call);
    }

    private boolean isEvent(Path path) {
        return reading().isEvent(path);
    }

    /// The icon of a type, seen from a sample value.
    static String typeIcon(Value value) {
        return switch (value) {
            case Value.Text _ -> isDate(value) ? "calendar" : "text";
            case Value.Decimal _ -> "hash";
            case Value.Truth _ -> "check";
            case Value.Items _ -> "layers";
            case Value.Fields _ -> "tree";
            case Value.Nothing _ -> "minus";
        };
    }

    static boolean isDate(Value value) {
        return value instanceof Value.Text && Operator.forValue(value).contains(Operator.BEFORE);
    }
}
