package io.signalbox.flow;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything wrong with a flow that can be seen without knowing any service.
public final class Problems {
    /// How a call at a webhook's address can be shown to be genuine.
    public static final Set<String> VERIFIERS =
            Set.of("bearer", "header", "standard-webhooks", "meta", "twilio", "slack", "okta", "sns");

    private final Flow flow;
    private final Map<NodeId, Set<NodeId>> before;
    private final List<Problem> found = new ArrayList<>();

    private Problems(Flow flow) {
        this.flow = flow;
        this.before = ranBefore(flow);
    }

    public static List<Problem> in(Flow flow) {
        var problems = new Problems(flow);
        problems.check();
        return List.copyOf(problems.found);
    }

    /// For every node, the nodes that have run before it on every way there. Empty sets inside a circle.
    public static Map<NodeId, Set<NodeId>> ranBefore(Flow flow) {
        var order = inOrder(flow);
        var places = new HashMap<NodeId, Integer>();
        order.forEach(id -> places.put(id, places.size()));
        var before = new LinkedHashMap<NodeId, Set<NodeId>>();
        var bits = new HashMap<NodeId, BitSet>();
        for (var id : order) {
            var common = new BitSet();
            boolean first = true;
            for (var wire : flow.wiresTo(id)) {
                var ways = (BitSet) bits.getOrDefault(wire.from(), new BitSet()).clone();
                Optional.ofNullable(places.get(wire.from())).ifPresent(ways::set);
                if (first) {
                    common = ways;
                    first = false;
                } else {
                    common.and(ways);
                }
            }
            bits.put(id, common);
            before.put(id, new SomeNodes(order, places, common));
        }
        return before;
    }

    /// The nodes so that every wire points onwards; nodes of a circle are left out. Stable: file order where free.
    public static List<NodeId> inOrder(Flow flow) {
        var waiting = new LinkedHashMap<NodeId, Integer>();
        flow.nodes().keySet().forEach(id -> waiting.put(id, flow.wiresTo(id).size()));
        var order = new ArrayList<NodeId>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var id : List.copyOf(waiting.keySet())) {
                if (waiting.getOrDefault(id, 1) == 0) {
                    waiting.remove(id);
                    order.add(id);
                    flow.wiresFrom(id).forEach(wire -> waiting.computeIfPresent(wire.to(), (_, n) -> n - 1));
                    moved = true;
                }
            }
        }
        return order;
    }

    private void check() {
        if (flow.triggers().isEmpty()) {
            found.add(Problem.error("problem.trigger.none"));
        }
        flow.nodes().values().forEach(this::checkNode);
        flow.wires().forEach(this::checkWire);
    }

    private void checkNode(Node node) {
        if (!before.containsKey(node.id())) {
            // Behind a circle nothing can be said about what has run before, and its own boxes are not to blame.
            if (flow.reachableFrom(node.id()).contains(node.id())) {
                found.add(Problem.error(node.id(), "", "problem.circle", title(node)));
            }
            return;
        }
        switch (node) {
            case Node.Trigger trigger -> checkTrigger(trigger);
            case Node.Source source -> {
                checkService(source);
                source.each().ifPresent(path -> checkOwn(source, "each", path));
                source.groupBy().ifPresent(path -> checkOwn(source, "groupBy", path));
            }
            case Node.Connection connection -> checkService(connection);
            case Node.Configuration configuration -> checkConfiguration(configuration);
        }
        if (!(node instanceof Node.Trigger) && flow.wiresTo(node.id()).isEmpty()) {
            found.add(Problem.warning(node.id(), "", "problem.unreached", title(node)));
        }
        node.settings().values().forEach((key, value) -> checkExpression(node, "settings." + key, value));
        checkCondition(node.id(), "when", node.when(), before.getOrDefault(node.id(), Set.of()));
    }

    private void checkTrigger(Node.Trigger trigger) {
        if (!flow.wiresTo(trigger.id()).isEmpty()) {
            found.add(Problem.error(trigger.id(), "", "problem.trigger.entered", title(trigger)));
        }
        switch (trigger.type()) {
            case "event" -> {
                for (var key : List.of("module", "submodule", "event")) {
                    if (trigger.settings().text(key).isEmpty()) {
                        found.add(Problem.error(
                                trigger.id(), "settings." + key, "problem.trigger.event", title(trigger)));
                        break;
                    }
                }
            }
            case "webhook" -> {
                if (trigger.settings().text("hook").length() < 22) {
                    found.add(Problem.error(trigger.id(), "settings.hook", "problem.trigger.hook", title(trigger)));
                }
                if (!VERIFIERS.contains(trigger.settings().text("verifier"))) {
                    found.add(Problem.error(
                            trigger.id(),
                            "settings.verifier",
                            "problem.trigger.verifier",
                            trigger.settings().text("verifier")));
                }
            }
            // What their settings mean is known where services and clocks are.
            case "schedule", "poll", "manual" -> {}
            default ->
                found.add(Problem.error(trigger.id(), "type", "problem.trigger.type", title(trigger), trigger.type()));
        }
    }

    private void checkService(Node node) {
        if (node.type().isEmpty()) {
            found.add(Problem.error(node.id(), "type", "problem.service.none", title(node)));
            return;
        }
        if (node.operation().isEmpty()) {
            found.add(Problem.error(node.id(), "operation", "problem.operation.none", title(node)));
        }
        if (node.connection().isEmpty()) {
            found.add(Problem.error(node.id(), "connection", "problem.connection.none", title(node)));
        }
    }

    private void checkConfiguration(Node.Configuration configuration) {
        var incoming = flow.wiresTo(configuration.id());
        boolean fromConnection =
                incoming.size() == 1 && flow.node(incoming.getFirst().from()).orElse(null) instanceof Node.Connection;
        if (!fromConnection && !incoming.isEmpty()) {
            found.add(Problem.error(configuration.id(), "", "problem.configuration.entry", title(configuration)));
        }
        var targets = new HashSet<String>();
        for (int row = 0; row < configuration.fields().size(); row++) {
            var field = configuration.fields().get(row);
            var where = "fields." + row;
            if (field.to().isBlank()) {
                found.add(Problem.error(configuration.id(), where, "problem.row.target"));
            } else if (!targets.add(field.to())) {
                found.add(Problem.error(configuration.id(), where, "problem.row.twice", field.to()));
            }
            if (field.from().isBlank() && field.fallback().isEmpty()) {
                found.add(Problem.error(configuration.id(), where, "problem.row.empty", field.to()));
            }
            checkExpression(configuration, where, field.from());
        }
    }

    private void checkWire(Wire wire) {
        var known = new HashSet<>(before.getOrDefault(wire.from(), Set.of()));
        known.add(wire.from());
        checkCondition(wire.from(), "wire." + wire.to(), wire.when(), known);
    }

    private void checkExpression(Node node, String field, Expression expression) {
        expression.paths().forEach(path -> checkPath(node.id(), field, path, before.getOrDefault(node.id(), Set.of())));
        var calls = new ArrayList<>(expression.apply());
        if (expression instanceof Expression.Filled filled) {
            for (var part : filled.template().parts()) {
                if (part instanceof Template.Slot slot) {
                    calls.addAll(slot.apply());
                }
            }
        }
        calls.forEach(call -> checkCall(node.id(), field, call));
    }

    private void checkCall(NodeId node, String field, FunctionCall call) {
        switch (call.function()) {
            case LOOKUP -> {
                if (!flow.tables().containsKey(call.arguments().getFirst())) {
                    found.add(Problem.error(
                            node, field, "problem.table", call.arguments().getFirst()));
                }
            }
            case DATE -> {
                if (!isDateFormat(call.arguments())) {
                    found.add(Problem.error(
                            node, field, "problem.date", call.arguments().getFirst()));
                }
            }
            default -> {}
        }
    }

    private static boolean isDateFormat(List<String> arguments) {
        try {
            return Moment.pattern(arguments.getFirst(), Locale.ROOT).isPresent()
                    && (arguments.size() < 2
                            || !ZoneId.of(arguments.get(1)).getId().isEmpty());
        } catch (DateTimeException _) {
            return false;
        }
    }

    private void checkPath(NodeId node, String field, Path path, Set<NodeId> known) {
        if (path.root().equals(Path.TRIGGER)) {
            return;
        }
        if (!flow.nodes().containsKey(path.root())) {
            found.add(Problem.error(
                    node,
                    field,
                    "problem.path.unknown",
                    path.toString(),
                    path.root().value()));
        } else if (!known.contains(path.root())) {
            found.add(Problem.error(node, field, "problem.path.later", path.toString(), title(path.root())));
        }
    }

    /// A source's own `each` and `groupBy` read its own output.
    private void checkOwn(Node.Source source, String field, Path path) {
        if (!path.root().equals(source.id())) {
            found.add(Problem.error(source.id(), field, "problem.each", path.toString(), title(source.id())));
        }
    }

    private void checkCondition(NodeId node, String field, Condition condition, Set<NodeId> known) {
        found.addAll(ConditionCheck.of(flow, node, field, condition));
        checkRows(node, field, condition, known);
    }

    private void checkRows(NodeId node, String field, Condition condition, Set<NodeId> known) {
        switch (condition) {
            case Condition.Group(var _, var of, var _) -> {
                for (int row = 0; row < of.size(); row++) {
                    checkRows(node, field + "." + row, of.get(row), known);
                }
            }
            case Condition.Row row -> checkPath(node, field, row.path(), known);
        }
    }

    private String title(NodeId id) {
        return flow.node(id).map(Problems::title).orElse(id.value());
    }

    private static String title(Node node) {
        return node.name().isBlank() ? node.id().value() : node.name();
    }
}
