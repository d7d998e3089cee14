package io.signalbox.designer.telling;

import io.signalbox.designer.Speech;
import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Flow;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How a path of a flow reads to a person: “WO › Number”.
public record PathReading(Speech words, Flow flow) {

    /// What the person called the node, else its kind; the id of one that is not there.
    public String title(NodeId id) {
        return flow.node(id)
                .map(node -> node.name().isBlank() ? words.flowTexts().text("kind." + node.kind()) : node.name())
                .orElse(id.value());
    }

    /// The node it starts at.
    public String root(Path path) {
        return isEvent(path) ? words.flowTexts().text("path.event") : title(path.root());
    }

    /// The steps below the root; the event's `data` goes without saying.
    public String rest(Path path) {
        return steps(path).stream().map(new FieldWords(words.flowTexts())::of).collect(Collectors.joining(" › "));
    }

    public String whole(Path path) {
        var rest = rest(path);
        return rest.isEmpty() ? root(path) : root(path) + " › " + rest;
    }

    /// “date format “dd/MM/yyyy””, in the midst of a line.
    public String call(FunctionCall call) {
        var named = quoted(call);
        return named.substring(0, 1).toLowerCase(words.language().locale()) + named.substring(1);
    }

    /// “Date format “dd/MM/yyyy””.
    public String quoted(FunctionCall call) {
        var name = words.flowTexts().text("function." + call.function().key()).replace(" …", "");
        var arguments = call.arguments().stream()
                .map(argument -> words.flowTexts().text("quoted", argument))
                .collect(Collectors.joining(" "));
        return arguments.isEmpty() ? name : name + " " + arguments;
    }

    /// True when it reads what came in, whichever trigger it came by.
    public boolean isEvent(Path path) {
        return path.root().equals(Path.TRIGGER) || flow.node(path.root()).orElse(null) instanceof Node.Trigger;
    }

    private List<Path.Step> steps(Path path) {
        var steps = new ArrayList<>(path.steps());
        if (isEvent(path) && steps.size() > 1 && steps.getFirst().equals(new Path.Member("data"))) {
            steps.removeFirst();
        }
        return steps;
    }
}
