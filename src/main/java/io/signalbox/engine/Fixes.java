package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what sets a problem right: offered only where there is one answer that a person would give. Pure.
public final class Fixes {
    private final Connectors connectors;
    private final Known known;

    public Fixes(Connectors connectors, Known known) {
        this.connectors = connectors;
        this.known = known;
    }

    /// Empty when only a person can say what is meant, or when the flow no longer has the problem's node.
    public Optional<Fix> of(Flow flow, Problem problem) {
        if (problem.node().isEmpty()) {
            return problem.key().equals("problem.trigger.none") ? Optional.of(trigger(flow)) : Optional.empty();
        }
        return flow.node(problem.node().get()).flatMap(node -> of(flow, node, problem));
    }

    private Optional<Fix> of(Flow flow, Node node, Problem problem) {
        return switch (problem.key()) {
            case "problem.trigger.entered" -> cut(flow, flow.wiresTo(node.id()));
            case "problem.trigger.event" -> event(flow, node);
            case "problem.trigger.hook" ->
                known.freshHook()
                        .map(hook -> Fix.node(node.withSettings(node.settings().with("hook", hook)), "fix.hook"));
            case "problem.trigger.verifier" ->
                Optional.of(Fix.node(node.withSettings(node.settings().with("verifier", "bearer")), "fix.verifier"));
            case "problem.circle" -> cut(flow, closing(flow, node));
            case "problem.lists" -> {
                var planner = new Planner(flow, connectors);
                yield cut(
                        flow,
                        flow.wiresTo(node.id()).stream()
                                .filter(wire -> !planner.goesAlong(wire))
                                .limit(1)
                                .toList());
            }
            case "problem.unreached" -> Optional.of(reached(flow, node));
            case "problem.configuration.entry" -> entered(flow, node);
            case "problem.service.none" -> service(node);
            case "problem.operation.none", "problem.operation.unknown", "problem.operation.kind" -> operation(node);
            case "problem.connection.none" -> account(flow, node);
            // Only where accounts are known is one found missing; then one that is there is needed.
            case "problem.account.unknown" -> known.accounts().isEmpty() ? Optional.empty() : account(flow, node);
            case "problem.template.elsewhere" ->
                elsewhere(node, problem.arguments().get(1));
            case "problem.setting.unknown" -> withoutSetting(node, problem);
            case "problem.rights" -> {
                var group = problem.arguments().getLast();
                var allow = new Fix.Change.Allow(group, problem.arguments().getFirst());
                yield Optional.of(new Fix(allow, "fix.rights", List.of(group)));
            }
            case "problem.account.hub" -> {
                var open = new Fix.Change.OpenHub(problem.arguments().getFirst());
                yield Optional.of(new Fix(open, "fix.hub", problem.arguments()));
            }
            case "problem.account.group", "problem.account.group.gone" -> {
                var name = problem.arguments().getFirst();
                yield Optional.of(new Fix(new Fix.Change.ShowConnection(name), "fix.connection", List.of(name)));
            }
            case "problem.condition.group",
                    "problem.condition.value",
                    "problem.condition.range",
                    "problem.condition.text",
                    "problem.condition.number",
                    "problem.condition.deep" -> new ConditionFixes(flow, known).of(node, problem);
            case "problem.path.unknown", "problem.path.later" ->
                problem.field().startsWith("when") || problem.field().startsWith("wire.")
                        ? new ConditionFixes(flow, known).of(node, problem)
                        : new ValueFixes(flow, known).of(node, problem);
            default -> serviced(flow, node, problem).or(() -> new ValueFixes(flow, known).of(node, problem));
        };
    }

    private Optional<Fix> serviced(Flow flow, Node node, Problem problem) {
        return problem.service().isEmpty()
                ? Optional.empty()
                : new ServiceCheck(
                                flow,
                                connectors,
                                name -> known.accounts().stream()
                                        .filter(account -> account.name().equals(name))
                                        .findFirst())
                        .mend(node, problem);
    }

    private static Fix trigger(Flow flow) {
        var id = flow.freeId("trigger");
        return Fix.node(
                new Node.Trigger(
                        id,
                        "",
                        "event",
                        Settings.empty(),
                        io.signalbox.flow.Condition.always(),
                        false,
                        Value.Fields.empty()),
                "fix.trigger");
    }

    /// The event that the sample is.
    private static Optional<Fix> event(Flow flow, Node node) {
        return flow.samples().stream()
                .flatMap(sample -> parts(sample.event()).stream())
                .findFirst()
                .map(parts -> Fix.node(
                        node.withSettings(node.settings()
                                .with("module", parts.get(0))
                                .with("submodule", parts.get(1))
                                .with("event", parts.get(2))),
                        "fix.event",
                        String.join(".", parts)));
    }

    private static Optional<List<String>> parts(Value.Fields event) {
        try {
            var read = EventForms.read(event);
            return Optional.of(List.of(read.module(), read.submodule(), read.event()));
        } catch (EventProblem _) {
            return Optional.empty();
        }
    }

    private static Optional<Fix> cut(Flow flow, List<Wire> wires) {
        if (wires.isEmpty()) {
            return Optional.empty();
        }
        var wire = wires.getFirst();
        return Optional.of(Fix.wires(wires, List.of(), "fix.cut", title(flow, wire.from()), title(flow, wire.to())));
    }

    /// The wire drawn last of those in the circle is the one too many.
    private static List<Wire> closing(Flow flow, Node node) {
        var round = flow.reachableFrom(node.id());
        return flow.wires().reversed().stream()
                .filter(wire -> round.contains(wire.from()) && round.contains(wire.to()))
                .filter(wire -> flow.reachableFrom(wire.to()).contains(wire.from())
                        || wire.to().equals(wire.from()))
                .limit(1)
                .toList();
    }

    /// Wired behind the last node before it that leads nowhere yet; deleted when nothing could lead to it.
    private static Fix reached(Flow flow, Node node) {
        var candidates = Problems.inOrder(flow).reversed().stream()
                .flatMap(id -> flow.node(id).stream())
                .filter(from -> mayLead(flow, from, node))
                .toList();
        return candidates.stream()
                .filter(from -> flow.wiresFrom(from.id()).isEmpty())
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(from -> Fix.wires(
                        List.of(), List.of(Wire.of(from.id(), node.id())), "fix.wire", title(flow, from.id())))
                .orElseGet(
                        () -> new Fix(new Fix.Change.DropNode(node.id()), "fix.drop", List.of(title(flow, node.id()))));
    }

    private static boolean mayLead(Flow flow, Node from, Node to) {
        return !from.equals(to)
                && (to instanceof Node.Configuration) == (from instanceof Node.Connection)
                && !(from instanceof Node.Configuration)
                && !flow.wouldLoop(from.id(), to.id());
    }

    /// One wire from one connection: the one it has, else from the connection nearest before it.
    private static Optional<Fix> entered(Flow flow, Node node) {
        var wires = flow.wiresTo(node.id());
        var kept = wires.stream()
                .filter(wire -> flow.node(wire.from()).orElse(null) instanceof Node.Connection)
                .findFirst();
        if (kept.isPresent()) {
            return cut(
                    flow,
                    wires.stream().filter(wire -> !wire.equals(kept.get())).toList());
        }
        return Problems.inOrder(flow).reversed().stream()
                .flatMap(id -> flow.node(id).stream())
                .filter(from -> mayLead(flow, from, node))
                .findFirst()
                .map(from ->
                        Fix.wires(wires, List.of(Wire.of(from.id(), node.id())), "fix.wire", title(flow, from.id())));
    }

    private Optional<Fix> service(Node node) {
        var fitting = known.accounts().stream()
                .filter(account -> !operations(node, account.type()).isEmpty())
                .toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        var account = fitting.getFirst();
        return Optional.of(Fix.node(
                node.withService(account.type(), account.name(), only(operations(node, account.type()), node)),
                "fix.account",
                account.name()));
    }

    private Optional<Fix> operation(Node node) {
        var only = only(operations(node, node.type()), node);
        return only.isEmpty() || only.equals(node.operation())
                ? Optional.empty()
                : Optional.of(Fix.node(node.withService(node.type(), node.connection(), only), "fix.operation", only));
    }

    private static String only(List<Operation> operations, Node node) {
        return operations.size() == 1 ? operations.getFirst().id() : node.operation();
    }

    private List<Operation> operations(Node node, String type) {
        var kind = node instanceof Node.Source ? Operation.Kind.READ : Operation.Kind.SEND;
        return connectors.find(type).map(connector -> connector.spec().operations()).orElse(List.of()).stream()
                .filter(operation -> operation.kind() == kind)
                .toList();
    }

    /// The only one of its type, else the one that the flow uses elsewhere.
    private Optional<Fix> account(Flow flow, Node node) {
        boolean webhook = node instanceof Node.Trigger;
        var fitting = known.accounts().stream()
                .filter(account -> webhook || account.type().equals(node.type()))
                .map(Account::name)
                .toList();
        var used = flow.nodes().values().stream()
                .filter(other -> other.type().equals(node.type()) && !other.id().equals(node.id()))
                .map(Node::connection)
                .filter(name -> fitting.contains(name) || (known.accounts().isEmpty() && !name.isEmpty()))
                .distinct()
                .toList();
        var only = fitting.size() == 1 ? fitting : used;
        if (only.size() != 1) {
            return Optional.empty();
        }
        var name = only.getFirst();
        var changed = webhook
                ? node.withSettings(node.settings().with("connection", name))
                : node.withService(node.type(), name, node.operation());
        return Optional.of(Fix.node(changed, "fix.account", name));
    }

    /// Through the only connection of the service that the template belongs to.
    private Optional<Fix> elsewhere(Node node, String service) {
        var fitting = known.accounts().stream()
                .filter(account -> account.type().equals(service))
                .map(Account::name)
                .toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        var there = node.withService(service, fitting.getFirst(), node.operation());
        return Optional.of(Fix.node(
                connectors.operation(service, node.operation()).stream()
                                .flatMap(operation -> operation.fields().stream())
                                .anyMatch(field -> field.key().equals("language"))
                        ? there
                        : there.withSettings(there.settings().without("language")),
                "fix.switch",
                fitting.getFirst()));
    }

    private static Optional<Fix> withoutSetting(Node node, Problem problem) {
        var key = problem.field().substring("settings.".length());
        return Optional.of(Fix.node(node.withSettings(node.settings().without(key)), "fix.setting", key));
    }

    static String title(Flow flow, NodeId id) {
        return flow.node(id).map(Node::name).filter(name -> !name.isBlank()).orElse(id.value());
    }

    /// Where a path that leads nowhere may have been meant to lead: the same steps from a node that has run before.
    static Optional<io.signalbox.flow.Path> meant(Known known, Set<NodeId> before, io.signalbox.flow.Path path) {
        for (var root : before) {
            var there = new io.signalbox.flow.Path(root, path.steps());
            if (!there.equals(path) && !known.at(there).isMissing()) {
                return Optional.of(there);
            }
        }
        return Optional.empty();
    }
}
