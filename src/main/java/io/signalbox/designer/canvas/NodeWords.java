package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.designer.Drawings;
import io.signalbox.designer.Speech;
import io.signalbox.flow.Flow;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a node says about itself, in the chosen language.
final class NodeWords {
    /// What a node's second line holds; beyond it the place goes before what happens there does: the service's name
    /// before the action, the submodule before the event.
    private static final int LONGEST = 25;

    private final Speech words;
    private final Connectors connectors;
    private List<Wire> wires = List.of();
    private Set<NodeId> nodes = Set.of();
    private List<NodeId> order = List.of();

    /// The third line.
    ///
    /// @param icon by name
    /// @param tone style class that colours the icon; blank for none
    record Detail(String icon, String text, String tone) {}

    NodeWords(Speech words, Connectors connectors) {
        this.words = words;
        this.connectors = connectors;
    }

    /// True when it has a third line. Known without words, since the node's height hangs on it.
    static boolean hasDetail(Node node) {
        return switch (node) {
            case Node.Trigger trigger -> isUnset(trigger) || trigger.when().countRows() > 0;
            case Node.Source source -> isUnset(source) || source.isIterating();
            case Node.Connection connection -> isUnset(connection);
            case Node.Configuration _ -> true;
        };
    }

    /// True while the one choice is missing without which it does nothing at all.
    static boolean isUnset(Node node) {
        return switch (node) {
            case Node.Trigger trigger ->
                trigger.type().equals("event")
                        && trigger.settings().text("event").isEmpty();
            case Node.Source source ->
                source.type().isEmpty()
                        || source.operation().isEmpty()
                        || source.connection().isEmpty();
            case Node.Connection connection ->
                connection.type().isEmpty()
                        || connection.operation().isEmpty()
                        || connection.connection().isEmpty();
            case Node.Configuration configuration -> configuration.fields().isEmpty();
        };
    }

    /// The name of the drawing in its tile.
    static String icon(Node node) {
        return switch (node) {
            case Node.Trigger trigger -> Drawings.nameOfTrigger(trigger.type());
            case Node.Source _ -> "data";
            case Node.Connection _ -> "plug";
            case Node.Configuration _ -> "message";
        };
    }

    String kind(Node node) {
        return words.flowTexts().text("kind." + node.kind());
    }

    String title(Node node) {
        return node.name().isBlank() ? kind(node) : node.name();
    }

    String title(Flow flow, NodeId id) {
        return flow.node(id).map(this::title).orElse(id.value());
    }

    String subtitle(Flow flow, Node node) {
        return switch (node) {
            case Node.Trigger trigger -> startedBy(trigger);
            case Node.Source _, Node.Connection _ -> service(node);
            case Node.Configuration configuration -> message(flow, configuration);
        };
    }

    /// The second line on as many lines as it takes to name the place in any case.
    List<String> subtitles(Flow flow, Node node) {
        var subtitle = subtitle(flow, node);
        return place(node)
                .filter(place -> !subtitle.startsWith(place))
                .map(place -> List.of(place, subtitle))
                .orElse(List.of(subtitle));
    }

    /// The service, or the submodule whose event is chosen.
    private Optional<String> place(Node node) {
        if (node instanceof Node.Trigger trigger) {
            return trigger.type().equals("event") && !isUnset(trigger)
                    ? Optional.of(submodule(trigger))
                    : Optional.empty();
        }
        return connectors
                .find(node.type())
                .map(connector -> connectors.texts(connector, words.language()).text("name"));
    }

    private String submodule(Node.Trigger trigger) {
        return words.flowTexts().text("submodule." + trigger.settings().text("submodule"));
    }

    private String startedBy(Node.Trigger trigger) {
        var texts = words.flowTexts();
        var event = trigger.settings().text("event");
        if (isUnknown(trigger)) {
            return words.text("canvas.node.unknown-service", trigger.type());
        }
        if (!trigger.type().equals("event")) {
            return texts.text("trigger." + trigger.type());
        }
        if (event.isEmpty()) {
            return words.text("canvas.node.no-event");
        }
        var happens = texts.text("event." + event);
        var both = submodule(trigger) + " › " + happens;
        return both.length() <= LONGEST ? both : happens;
    }

    private String service(Node node) {
        if (node.type().isEmpty()) {
            return words.text("canvas.node.no-service");
        }
        var connector = connectors.find(node.type());
        if (connector.isEmpty()) {
            return words.text("canvas.node.unknown-service", node.type());
        }
        var texts = connectors.texts(connector.get(), words.language());
        if (node.operation().isEmpty()) {
            return texts.text("name") + " · " + words.text("canvas.node.no-operation");
        }
        var operation = texts.text("operation." + node.operation());
        var both = texts.text("name") + " · " + operation;
        return both.length() <= LONGEST ? both : operation;
    }

    /// What the connection before it sends: the first two settings that were typed, such as template and language.
    private String message(Flow flow, Node.Configuration configuration) {
        var before = flow.wiresTo(configuration.id()).stream()
                .map(Wire::from)
                .flatMap(id -> flow.node(id).stream())
                .findFirst();
        if (before.isEmpty()) {
            return words.text("canvas.node.no-connection");
        }
        var settings = before.get().settings();
        var typed = connectors.operation(before.get().type(), before.get().operation()).stream()
                .flatMap(operation -> operation.fields().stream())
                .filter(field -> !(field instanceof Field.Recipient))
                .map(field -> settings.text(field.key()))
                .filter(text -> !text.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" · "));
        return typed.isEmpty() ? words.text("canvas.node.for", title(before.get())) : typed;
    }

    /// Only for a node that has one, see [#hasDetail].
    Detail detail(Flow flow, Node node) {
        if (isUnset(node)) {
            return new Detail("warning", words.text("canvas.node.unset"), "warning");
        }
        return switch (node) {
            case Node.Trigger trigger ->
                new Detail(
                        "filter",
                        counted("canvas.node.conditions", trigger.when().countRows()),
                        "");
            case Node.Source source -> new Detail("layers", iterates(source), "");
            case Node.Connection _ -> new Detail("", "", "");
            case Node.Configuration configuration -> fields(configuration);
        };
    }

    /// “one run per tasks”: the name of the list, or what its items are grouped by.
    private String iterates(Node.Source source) {
        var by = source.groupBy().or(source::each).flatMap(words::field);
        var key = source.groupBy().isPresent() ? "canvas.node.groups" : "canvas.node.each";
        return by.map(name -> words.text(key + "-of", name)).orElseGet(() -> words.text(key));
    }

    private Detail fields(Node.Configuration configuration) {
        long mapped =
                configuration.fields().stream().filter(NodeWords::isMapped).count();
        int all = configuration.fields().size();
        var text = words.text(words.texts().form("canvas.node.fields", all), mapped, all);
        int conditions = configuration.when().countRows();
        if (conditions > 0) {
            text += " · " + counted("canvas.node.conditions", conditions);
        }
        return mapped == all ? new Detail("check", text, "success") : new Detail("warning", text, "warning");
    }

    private static boolean isMapped(MapRow row) {
        return !row.from().isBlank() || row.fallback().isPresent();
    }

    private String counted(String key, int count) {
        return words.text(words.texts().form(key, count), count);
    }

    /// Everything about a node as a screen reader should say it.
    String spoken(Flow flow, Node node, Decorations.Mark mark) {
        var parts = new ArrayList<String>();
        parts.add(words.text(
                "canvas.spoken.node",
                kind(node),
                title(node),
                step(flow, node),
                flow.nodes().size()));
        if (mark.problems().isEmpty() && !isUnset(node)) {
            parts.add(words.text("canvas.spoken.ready"));
        }
        parts.add(subtitle(flow, node) + ".");
        if (hasDetail(node)) {
            parts.add(detail(flow, node).text() + ".");
        }
        if (node.off()) {
            parts.add(words.text("canvas.spoken.off"));
        }
        parts.add(wired(
                "canvas.spoken.from",
                flow,
                flow.wiresTo(node.id()).stream().map(Wire::from).toList()));
        parts.add(wired(
                "canvas.spoken.to",
                flow,
                flow.wiresFrom(node.id()).stream().map(Wire::to).toList()));
        if (!mark.problems().isEmpty()) {
            parts.add(counted("canvas.spoken.problems", mark.problems().size()));
        }
        if (mark.pinned()) {
            parts.add(pinned());
        }
        parts.add(run(mark));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    private int step(Flow flow, Node node) {
        // The order hangs on wires and nodes alone; a flow with moved boxes keeps both.
        if (!wires.equals(flow.wires()) || !nodes.equals(flow.nodes().keySet())) {
            wires = flow.wires();
            nodes = flow.nodes().sequencedKeySet();
            order = Problems.inOrder(flow);
        }
        return order.indexOf(node.id()) + 1;
    }

    private String wired(String key, Flow flow, List<NodeId> nodes) {
        return nodes.isEmpty()
                ? ""
                : words.text(key, nodes.stream().map(id -> title(flow, id)).collect(Collectors.joining(", ")));
    }

    String run(Decorations.Mark mark) {
        return switch (mark.run()) {
            case NONE -> "";
            case RUNNING -> words.text("canvas.run.running");
            case WAITING -> words.text("canvas.run.waiting");
            case DONE -> words.text("canvas.run.done");
            case FAILED -> words.text("canvas.run.failed");
            case SKIPPED -> words.text("canvas.run.skipped");
        };
    }

    /// How many, then each in the words of the list.
    String problems(Decorations.Mark mark) {
        var told = mark.problems().stream()
                .map(problem -> problem.text(words.flowTexts()))
                .collect(Collectors.joining("\n"));
        return counted("canvas.spoken.problems", mark.problems().size()) + "\n" + told;
    }

    String pinned() {
        return words.text("canvas.node.pinned");
    }

    /// Whole title and place, for a pointer that rests on them.
    String tip(Flow flow, Node node) {
        var tip = title(node) + "\n" + String.join("\n", subtitles(flow, node));
        return isUnknown(node) ? tip + "\n" + words.text("canvas.node.unknown") : tip;
    }

    /// True when this version has no such service; the node is kept as it is.
    boolean isUnknown(Node node) {
        return switch (node) {
            case Node.Source _, Node.Connection _ ->
                !node.type().isEmpty() && connectors.find(node.type()).isEmpty();
            case Node.Trigger trigger -> !Node.Trigger.TYPES.contains(trigger.type());
            case Node.Configuration _ -> false;
        };
    }
}
