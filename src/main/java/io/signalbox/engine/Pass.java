package io.signalbox.engine;

import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Operation;
import io.signalbox.engine.NodeTrace.State;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Event;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One pass of the [Planner] over a flow, from the trigger as far as the results reach.
final class Pass {
    private final Planner planner;
    private final NodeId trigger;
    private final Event event;
    private final Telling telling;
    private final Map<StepId, StepResult> results;
    private final Map<StepId, Effect> known;
    private final Map<StepId, Visit> visits = new HashMap<>();
    private final Map<Decision, Boolean> decisions = new HashMap<>();
    private final List<NodeTrace> trace = new ArrayList<>();
    private final List<Plan.WireTrace> wires = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    /// How much is said of what happened.
    enum Telling {
        /// Values and verdicts, for people.
        ALL,
        /// States alone, for a run that goes on.
        STATES
    }

    /// @param items of an iterating source; empty for every other node
    record Visit(State state, Value output, List<Value> items) {}

    private record Decision(Wire wire, List<Integer> items) {
        /// A wire's own hash goes through all of its condition.
        @Override
        public int hashCode() {
            return 31 * wire.from().hashCode() + wire.to().hashCode() + items.hashCode();
        }
    }

    /// @param known effects that need not be worked out again
    Pass(
            Planner planner,
            NodeId trigger,
            Event event,
            Map<StepId, StepResult> results,
            Map<StepId, Effect> known,
            Telling telling) {
        this.planner = planner;
        this.trigger = trigger;
        this.event = event;
        this.telling = telling;
        this.results = results;
        this.known = known;
    }

    Plan plan() {
        for (var id : planner.order()) {
            var node = planner.flow().nodes().get(id);
            if (node == null) {
                continue;
            }
            for (var items : instances(planner.chain(id), List.of())) {
                visit(node, items);
            }
        }
        return new Plan(trace, wires, effects);
    }

    /// Every combination of items for which a node below these sources is visited. Where a source failed and a wire
    /// takes its failure over there are no items, so what follows is visited once, with the items before it.
    private List<List<Integer>> instances(List<NodeId> chain, List<Integer> items) {
        if (items.size() == chain.size()) {
            return List.of(items);
        }
        var iterating = chain.get(items.size());
        var source = visits.get(new StepId(iterating, items));
        if (source != null && source.state() == State.FAILED && planner.takesFailureOver(iterating)) {
            return List.of(items);
        }
        var all = new ArrayList<List<Integer>>();
        int count = source == null ? 0 : source.items().size();
        for (int item = 0; item < count; item++) {
            var deeper = new ArrayList<>(items);
            deeper.add(item);
            all.addAll(instances(chain, deeper));
        }
        return all;
    }

    private void visit(Node node, List<Integer> items) {
        var step = new StepId(node.id(), items);
        if (node instanceof Node.Trigger fired) {
            visitTrigger(fired, step);
            return;
        }
        boolean reached = false;
        for (var wire : planner.into(node.id())) {
            if (!planner.goesAlong(wire)) {
                continue;
            }
            var at = first(items, planner.chainOver(wire).size());
            var decision = decide(wire, at);
            if (decision.isEmpty()) {
                return; // Something before it still waits; so does it.
            }
            reached |= decision.get();
        }
        if (!reached) {
            end(step, State.SKIPPED, "", "");
        } else if (node.off()) {
            end(step, State.OFF, "", "");
        } else {
            run(node, step);
        }
    }

    private void visitTrigger(Node.Trigger node, StepId step) {
        if (!node.id().equals(trigger)) {
            end(step, State.SKIPPED, "", "");
            return;
        }
        var ruling = ruling(node.when(), scope(step.items(), List.of()));
        var state = node.off() ? State.OFF : ruling.holds() ? State.DONE : State.STOPPED;
        // Paths to the trigger lead to the event itself.
        visits.put(step, new Visit(state, Value.nothing(), List.of()));
        var value = telling == Telling.ALL ? event.asValue() : Value.nothing();
        trace.add(new NodeTrace(step, state, value, value, ruling.verdict(), "", ""));
    }

    private void run(Node node, StepId step) {
        var scope = scope(step.items(), planner.chain(node.id()));
        var ruling = ruling(node.when(), scope);
        var verdict = ruling.verdict();
        if (!ruling.holds()) {
            note(step, State.STOPPED, Value.nothing(), verdict, "", "");
            return;
        }
        switch (node) {
            case Node.Trigger _ -> throw new IllegalStateException("a trigger is visited elsewhere");
            case Node.Source source -> call(source, source, step, scope, verdict);
            case Node.Connection connection
            when planner.leadsToConfiguration(connection.id()) ->
                note(step, State.DONE, Value.nothing(), verdict, "", "");
            case Node.Connection connection -> call(connection, connection, step, scope, verdict);
            case Node.Configuration configuration -> {
                var service = planner.into(configuration.id()).stream()
                        .map(wire -> planner.flow().nodes().get(wire.from()))
                        .filter(Node.Connection.class::isInstance)
                        .findFirst();
                if (service.isEmpty()) {
                    end(step, State.FAILED, "no-connector", "");
                } else {
                    call(configuration, service.get(), step, scope, verdict);
                }
            }
        }
    }

    /// @param service the node that names service, account and operation; itself but for a configuration
    private void call(Node node, Node service, StepId step, Scope scope, Optional<Verdict> verdict) {
        var operation = planner.connectors().operation(service.type(), service.operation());
        if (operation.isEmpty()) {
            end(step, State.FAILED, "no-connector", service.type() + " " + service.operation());
            return;
        }
        var result = results.get(step);
        if (result != null && telling == Telling.STATES) {
            // Its values were worked out when it was called, and are what they were.
            ended(node, step, result, Value.nothing(), verdict);
            return;
        }
        Effect effect;
        try {
            var same = known.get(step);
            effect = same == null ? effect(node, service, step, scope, operation.get()) : same;
        } catch (CallProblem problem) {
            end(step, State.FAILED, problem.key(), String.join(", ", problem.arguments()));
            return;
        }
        var input = Value.fields("settings", effect.settings(), "fields", effect.fields());
        if (result != null) {
            ended(node, step, result, input, verdict);
            return;
        }
        effects.add(effect);
        note(step, State.WAITING, input, verdict, "", "");
    }

    private void ended(Node node, StepId step, StepResult result, Value input, Optional<Verdict> verdict) {
        switch (result) {
            case StepResult.Answered(var output, var _) -> {
                var items = node instanceof Node.Source source && source.isIterating()
                        ? Iteration.items(source, output)
                        : List.<Value>of();
                visits.put(step, new Visit(State.DONE, output, items));
                trace.add(new NodeTrace(step, State.DONE, input, output, verdict, "", ""));
            }
            case StepResult.Failed(var reason, var detail) -> note(step, State.FAILED, input, verdict, reason, detail);
            case StepResult.GivenUp(var reason, var detail) -> note(step, State.FAILED, input, verdict, reason, detail);
            case StepResult.Suppressed(var rule, var detail) ->
                note(step, State.SUPPRESSED, input, verdict, rule, detail);
        }
    }

    private Effect effect(Node node, Node service, StepId step, Scope scope, Operation operation) throws CallProblem {
        // A configuration reads the connection's settings with what is known at its own place: the same, or more.
        var settings = Evaluation.settings(service.settings(), operation, scope);
        var fields = node instanceof Node.Configuration configuration
                ? Evaluation.rows(configuration.fields(), scope)
                : Value.Fields.empty();
        return new Effect(
                step,
                service.type(),
                service.connection(),
                operation,
                !(node instanceof Node.Source),
                settings,
                fields);
    }

    /// Whether the wire is followed for these items; empty while its start still waits.
    private Optional<Boolean> decide(Wire wire, List<Integer> items) {
        var known = decisions.get(new Decision(wire, items));
        if (known != null) {
            return Optional.of(known);
        }
        var from =
                new StepId(wire.from(), first(items, planner.chain(wire.from()).size()));
        var visit = visits.get(from);
        if (visit == null || visit.state() == State.WAITING) {
            return Optional.empty();
        }
        var scope = scope(items, planner.chainOver(wire));
        var ruling = visit.state() == State.DONE ? ruling(wire.when(), scope) : Ruling.NONE;
        boolean followed = switch (visit.state()) {
            case DONE -> !wire.onError() && (wire.otherwise() ? noSiblingHolds(wire, scope) : ruling.holds());
            case FAILED -> wire.onError();
            case STOPPED, SUPPRESSED, SKIPPED, OFF, WAITING -> false;
        };
        decisions.put(new Decision(wire, items), followed);
        wires.add(new Plan.WireTrace(wire, items, followed, ruling.verdict()));
        return Optional.of(followed);
    }

    /// Behind a failure that was taken over there are fewer items than the list would have given.
    static List<Integer> first(List<Integer> items, int most) {
        return items.subList(0, Math.min(most, items.size()));
    }

    private boolean noSiblingHolds(Wire wire, Scope scope) {
        return planner.from(wire.from()).stream()
                .filter(sibling -> !sibling.otherwise()
                        && !sibling.onError()
                        && !sibling.when().isAlways())
                .noneMatch(sibling -> sibling.when().holdsFor(scope));
    }

    private Ruling ruling(Condition condition, Scope scope) {
        return telling == Telling.ALL ? Ruling.told(condition, scope) : Ruling.alone(condition, scope);
    }

    private void end(StepId step, State state, String reason, String detail) {
        note(step, state, Value.nothing(), Optional.empty(), reason, detail);
    }

    /// A visit without output.
    private void note(StepId step, State state, Value input, Optional<Verdict> verdict, String reason, String detail) {
        visits.put(step, new Visit(state, Value.nothing(), List.of()));
        trace.add(new NodeTrace(step, state, input, Value.nothing(), verdict, reason, detail));
    }

    private Scope scope(List<Integer> items, List<NodeId> chain) {
        return new VisitScope(planner, trigger, event, visits, items, chain);
    }
}
