package io.signalbox.designer.panel;

import io.signalbox.flow.FieldWords;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Node;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How a path reads to a person: “WO › Number”.
final class PathWords {
    private final Bench bench;
    private final FieldWords fields;

    PathWords(Bench bench) {
        this.bench = bench;
        this.fields = new FieldWords(bench.words().flowTexts());
    }

    /// The node it starts at.
    String root(Path path) {
        return isEvent(path) ? bench.flowText("path.event") : bench.title(path.root());
    }

    /// The steps below the root; the event's `data` goes without saying.
    String rest(Path path) {
        return steps(path).stream().map(fields::of).collect(Collectors.joining(" › "));
    }

    String whole(Path path) {
        var rest = rest(path);
        return rest.isEmpty() ? root(path) : root(path) + " › " + rest;
    }

    /// What a member of a record is called.
    String field(String member) {
        return fields.of(new Path.Member(member));
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
        var named = quoted(call);
        return named.substring(0, 1).toLowerCase(bench.words().language().locale()) + named.substring(1);
    }

    /// “Date format “dd/MM/yyyy””.
    String quoted(FunctionCall call) {
        var name = bench.flowText("function." + call.function().key()).replace(" …", "");
        var arguments = call.arguments().stream()
                .map(argument -> bench.text("quoted", argument))
                .collect(Collectors.joining(" "));
        return arguments.isEmpty() ? name : name + " " + arguments;
    }

    private boolean isEvent(Path path) {
        return path.root().equals(Path.TRIGGER)
                || bench.flow().node(path.root()).orElse(null) instanceof Node.Trigger;
    }

    private List<Path.Step> steps(Path path) {
        var steps = new ArrayList<>(path.steps());
        if (isEvent(path) && steps.size() > 1 && steps.getFirst().equals(new Path.Member("data"))) {
            steps.removeFirst();
        }
        return steps;
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
