package io.signalbox.designer.telling;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Speech;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What a flow does, in sentences for whoever has to answer for it: what starts it, under which conditions, what is
/// looked up, what is sent to whom with which fields, and what happens otherwise. One numbered part for each node, in
/// the order in which they run. Made without a window.
public final class FlowTelling {
    private final Flow flow;
    private final Texts texts;
    private final PathReading paths;
    private final ConditionReading conditions;
    private final StepTelling steps;
    private final List<String> lines = new ArrayList<>();

    private FlowTelling(Flow flow, Connectors connectors, Language language) {
        this.flow = flow;
        texts = Texts.of(FlowTelling.class, language);
        paths = new PathReading(Speech.in(language), flow);
        conditions = new ConditionReading(paths, texts);
        steps = new StepTelling(paths, new ValueReading(paths, texts), connectors, texts);
    }

    /// @return plain text, every line ended
    public static String of(Flow flow, Connectors connectors, Language language) {
        var telling = new FlowTelling(flow, connectors, language);
        telling.tell();
        return telling.lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void tell() {
        lines.add(ValueReading.line(flow.name().isBlank() ? flow.id() : flow.name()));
        if (!flow.description().isBlank()) {
            lines.add("");
            lines.add(ValueReading.line(flow.description()));
        }
        if (flow.nodes().isEmpty()) {
            lines.add("");
            lines.add(texts.text("empty"));
        }
        // What stands in a circle is in no order; it is told last.
        var order = new LinkedHashSet<>(Problems.inOrder(flow));
        order.addAll(flow.nodes().keySet());
        int number = 0;
        for (var id : order) {
            number++;
            part(number, id);
        }
        for (var note : flow.layout().notes().values()) {
            lines.add("");
            lines.add(ValueReading.line(texts.text("note", note.text())));
        }
    }

    private void part(int number, NodeId id) {
        flow.node(id).ifPresent(node -> {
            lines.add("");
            lines.add(number + ". " + ValueReading.line(reached(node)));
            steps.sentences(node).forEach(this::say);
            only(node.when());
            steps.consequences(node).forEach(this::say);
            if (node.off()) {
                say(texts.text("off"));
            }
            if (!node.notes().isBlank()) {
                say(texts.text("note", node.notes()));
            }
        });
    }

    private void say(String sentence) {
        lines.add("   " + ValueReading.line(sentence));
    }

    /// When this comes to pass.
    private String reached(Node node) {
        var wires = flow.wiresTo(node.id());
        if (wires.isEmpty()) {
            return texts.text(node instanceof Node.Trigger ? "start" : "never");
        }
        var after = node instanceof Node.Configuration ? "with" : "after";
        return wires.stream()
                .map(wire -> followed(wire, after))
                .reduce((first, next) -> first + "; " + texts.text("either") + " " + within(next))
                .orElseThrow();
    }

    private String followed(Wire wire, String after) {
        var from = paths.title(wire.from());
        if (wire.onError()) {
            return texts.text("after.error", from);
        }
        if (wire.otherwise()) {
            return texts.text("after.otherwise", from);
        }
        var when = said(wire.when());
        return when.isEmpty() ? texts.text(after, from) : texts.text(after + ".if", from, when);
    }

    /// What begins a sentence, in the midst of one.
    private String within(String sentence) {
        return sentence.substring(0, 1).toLowerCase(texts.language().locale()) + sentence.substring(1);
    }

    private void only(Condition when) {
        var group =
                when instanceof Condition.Group given ? given : new Condition.Group(Condition.Mode.ALL, List.of(when));
        var parts = group.of().stream()
                .map(this::said)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() == 1 && group.mode() != Condition.Mode.NONE) {
            say(texts.text("only", parts.getFirst()));
        } else if (!parts.isEmpty()) {
            say(texts.text("only." + group.mode().key()));
            parts.forEach(part -> say("• " + part));
        }
    }

    /// A condition within a sentence; blank for one that asks nothing.
    private String said(Condition condition) {
        return switch (condition) {
            case Condition.Row row -> row.off() ? "" : conditions.of(row);
            case Condition.Group(var mode, var of, var _) -> {
                var parts = of.stream()
                        .map(part -> part instanceof Condition.Group ? inner(said(part)) : said(part))
                        .filter(part -> !part.isEmpty())
                        .toList();
                yield switch (mode) {
                    case ALL -> String.join(" " + texts.text("condition.and") + " ", parts);
                    case ANY -> String.join(" " + texts.text("either") + " ", parts);
                    case NONE -> parts.isEmpty() ? "" : texts.text("none", String.join("; ", parts));
                };
            }
        };
    }

    private static String inner(String part) {
        return part.isEmpty() ? "" : "(" + part + ")";
    }
}
