package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The rules of the workspace: what happens, under which conditions, which flows it runs. A rule is no thing of its
/// own:
/// it is the trigger of the flow that it runs. A rule that runs several flows is the same trigger in each of them, so
/// that every flow says by itself what starts it, can be exported alone, and goes live or back by itself. Two triggers
/// are the same rule when type, settings and conditions are equal. FX thread only; stores off it.
public final class RuleBook {
    private static final double BELOW = 120;

    private final FlowStore flows;
    private final Background background;
    private final Consumer<StoredFlow> open;

    /// A flow that a rule runs, or would.
    ///
    /// @param same false when only the event is the same, on other conditions
    record Runs(StoredFlow stored, Node.Trigger trigger, boolean same) {}

    /// @param open shows a flow on the canvas
    public RuleBook(FlowStore flows, Background background, Consumer<StoredFlow> open) {
        this.flows = flows;
        this.background = background;
        this.open = open;
    }

    void open(StoredFlow flow) {
        open.accept(flow);
    }

    void read(Consumer<List<StoredFlow>> done, Consumer<Exception> failed) {
        background.run(flows::all, done, failed);
    }

    /// The triggers of other flows that hear of the same event.
    static List<Runs> beside(Node.Trigger rule, String flow, List<StoredFlow> all) {
        var found = new ArrayList<Runs>();
        for (var stored : all) {
            if (!stored.flow().id().equals(flow)) {
                stored.flow().triggers().stream()
                        .filter(each -> isSameEvent(rule, each))
                        .map(each -> new Runs(stored, each, each.when().equals(rule.when())))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isSameEvent(Node.Trigger one, Node.Trigger other) {
        return one.type().equals(other.type()) && one.settings().equals(other.settings());
    }

    /// Lets the rule run one more flow: puts the same trigger beside those it has, wired as the first of them.
    void add(String flow, Node.Trigger rule, Runnable done, Consumer<Exception> failed) {
        change(flow, before -> with(before, rule), done, failed);
    }

    /// A new event for a flow, still to be chosen.
    void begin(String flow, Consumer<NodeId> done, Consumer<Exception> failed) {
        var rule = new Node.Trigger(
                new NodeId("trigger"), "", "event", Settings.empty(), Condition.always(), false, Value.Fields.empty());
        background.run(
                () -> {
                    var stored = flows.find(flow).orElseThrow();
                    var id = stored.flow().freeId("trigger");
                    flows.save(with(stored.flow(), rule), stored.revision());
                    return id;
                },
                done,
                failed);
    }

    static Flow with(Flow flow, Node.Trigger rule) {
        var id = flow.freeId("trigger");
        var first = flow.triggers().stream().findFirst();
        var wires = new ArrayList<>(flow.wires());
        first.ifPresentOrElse(
                trigger -> flow.wiresFrom(trigger.id())
                        .forEach(wire -> wires.add(Wire.of(id, wire.to()).withWhen(wire.when()))),
                () -> flow.nodes().values().stream()
                        .filter(node -> flow.wiresTo(node.id()).isEmpty())
                        .findFirst()
                        .ifPresent(node -> wires.add(Wire.of(id, node.id()))));
        var placed = first.flatMap(trigger -> flow.layout().of(trigger.id()))
                .map(point -> flow.layout()
                        .with(
                                id,
                                new Point(
                                        point.x(),
                                        point.y() + BELOW * flow.triggers().size())))
                .orElse(flow.layout());
        return flow.withNode(new Node.Trigger(
                        id, rule.name(), rule.type(), rule.settings(), rule.when(), false, Value.Fields.empty()))
                .withWires(wires)
                .withLayout(placed);
    }

    /// Gives another flow's trigger the conditions of the rule.
    void align(Runs other, Node.Trigger rule, Runnable done, Consumer<Exception> failed) {
        change(
                other.stored().flow().id(),
                before -> before.node(other.trigger().id()).orElse(null) instanceof Node.Trigger there
                        ? before.withNode(there.withWhen(rule.when()))
                        : before,
                done,
                failed);
    }

    /// The rule no longer runs the other flow. A flow's only trigger stays: without one it could never run.
    void leave(Runs other, Runnable done, Consumer<Exception> failed) {
        change(
                other.stored().flow().id(),
                before -> without(before, other.trigger().id()),
                done,
                failed);
    }

    private static Flow without(Flow flow, NodeId trigger) {
        if (flow.triggers().size() < 2 || !flow.nodes().containsKey(trigger)) {
            return flow;
        }
        var nodes = new LinkedHashMap<>(flow.nodes());
        nodes.remove(trigger);
        return flow.withNodes(nodes)
                .withWires(flow.wires().stream()
                        .filter(wire -> !wire.from().equals(trigger))
                        .toList())
                .withLayout(flow.layout().without(trigger));
    }

    /// A flow without one of its rules.
    ///
    /// @param before as it was
    /// @param revision under which it is stored now
    record Removed(StoredFlow before, long revision) {}

    /// Deletes the rule from its flow.
    ///
    /// @param done told nothing where it is the flow's only one, which stays
    void remove(String flow, NodeId trigger, Consumer<Optional<Removed>> done, Consumer<Exception> failed) {
        background.run(
                () -> {
                    var stored = flows.find(flow).orElseThrow();
                    var without = without(stored.flow(), trigger);
                    return without.equals(stored.flow())
                            ? Optional.<Removed>empty()
                            : Optional.of(new Removed(stored, flows.save(without, stored.revision())));
                },
                done,
                failed);
    }

    /// The way back; fails with [FlowChangedElsewhere] where somebody changed the flow since.
    void restore(Removed removed, Runnable done, Consumer<Exception> failed) {
        background.run(() -> flows.save(removed.before().flow(), removed.revision()), _ -> done.run(), failed);
    }

    private void change(String flow, UnaryOperator<Flow> how, Runnable done, Consumer<Exception> failed) {
        background.run(() -> saved(flow, how), _ -> done.run(), failed);
    }

    private Optional<Long> saved(String flow, UnaryOperator<Flow> how) throws FlowChangedElsewhere {
        var stored = flows.find(flow);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var changed = how.apply(stored.get().flow());
        return changed.equals(stored.get().flow())
                ? Optional.empty()
                : Optional.of(flows.save(changed, stored.get().revision()));
    }
}
