package io.signalbox.designer.panel;

import io.signalbox.engine.Iteration;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.StepId;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a flow would do with one sample: the value that panels and canvas badges read. May be a moment older than the
/// flow on screen.
///
/// @param sample what it was tried with; empty when the flow has none
/// @param event the sample as an event; empty when it cannot be read as one
/// @param result empty without an event
/// @param outputs what each node hands on, by node: from the run, else from the sample, else the service's own example
/// @param problems of the flow, whether or not there is a sample
/// @param past the run that is shown in place of a preview, with the flow as it was then; empty for a preview
public record PreviewModel(
        Flow flow,
        Optional<Sample> sample,
        Optional<Event> event,
        Optional<Preview.Result> result,
        SequencedMap<NodeId, Value> outputs,
        List<Problem> problems,
        Optional<RunRecord> past) {
    public PreviewModel {
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
        problems = List.copyOf(problems);
    }

    static PreviewModel empty(Flow flow) {
        return new PreviewModel(
                flow,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                List.of(),
                Optional.empty());
    }

    /// The first visit to the node.
    public Optional<NodeTrace> trace(NodeId node) {
        return result.stream()
                .flatMap(run -> run.trace().stream())
                .filter(visit -> visit.step().node().equals(node))
                .findFirst();
    }

    /// The messages that this node would send.
    public List<Preview.Message> messages(NodeId node) {
        return result.stream()
                .flatMap(run -> run.messages().stream())
                .filter(message -> message.effect().step().node().equals(node))
                .toList();
    }

    /// The request of a step as it went out, or as it would; nothing for a step that makes no call.
    public Optional<Value> request(StepId step) {
        var stored = past.stream()
                .flatMap(run -> run.steps().stream())
                .filter(record ->
                        record.step().equals(step) && !record.request().isMissing())
                .map(RunRecord.StepRecord::request)
                .findFirst();
        return stored.or(() -> result.stream()
                .flatMap(run -> Stream.concat(run.messages().stream(), run.fetches().stream()))
                .filter(message -> message.effect().step().equals(step))
                .<Value>map(message -> io.signalbox.engine.RequestView.of(message.outgoing()))
                .findFirst());
    }

    /// True when the node's reply is the flow's own sample, not what its service gives as an example.
    public boolean isPinned(NodeId node) {
        return past.isEmpty()
                && sample.map(each -> each.replies().containsKey(node)).orElse(false);
    }

    /// What went over a wire, one value a visit; empty when nothing did.
    public List<Value> passed(Wire wire) {
        return result.stream()
                .flatMap(run -> run.wires().stream())
                .filter(decision -> decision.followed() && decision.wire().joins(wire.from(), wire.to()))
                .map(decision -> handedOn(decision.wire().from(), decision.items()))
                .toList();
    }

    private Value handedOn(NodeId from, List<Integer> items) {
        var visit = result.stream()
                .flatMap(run -> run.trace().stream())
                .filter(each -> each.step().node().equals(from))
                .filter(each -> each.step().items().size() <= items.size()
                        && items.subList(0, each.step().items().size())
                                .equals(each.step().items()))
                .findFirst();
        if (visit.isEmpty()) {
            return Value.nothing();
        }
        var output = visit.get().output();
        if (flow.node(from).orElse(null) instanceof Node.Source source
                && source.isIterating()
                && items.size() > visit.get().step().items().size()) {
            return Iteration.items(source, output).get(items.getLast());
        }
        if (flow.node(from).orElse(null) instanceof Node.Trigger) {
            return output.at("data");
        }
        return output.isMissing() ? visit.get().input() : output;
    }

    public List<Problem> problems(NodeId node) {
        return problems.stream()
                .filter(problem -> problem.node().equals(Optional.of(node)))
                .toList();
    }

    /// What a path means in this sample. Knows nodes that have not run, so that a value shows while the flow is built.
    ///
    /// @param current the flow on screen, for its language, clock and tables
    public Optional<Scope> scope(Flow current) {
        return event.map(happened -> new SampleScope(current, happened, outputs));
    }

    /// True when the node did not get to work because the trigger or a wire ended the branch before it.
    public boolean isReached(NodeId node) {
        return trace(node)
                .map(visit -> visit.state() != NodeTrace.State.SKIPPED && visit.state() != NodeTrace.State.STOPPED)
                .orElse(false);
    }

    private record SampleScope(Flow current, Event event, Map<NodeId, Value> outputs) implements Scope {
        @Override
        public Value at(Path path) {
            return path.from(root(path.root()));
        }

        private Value root(NodeId id) {
            boolean trigger = id.equals(Path.TRIGGER)
                    || current.triggers().stream().anyMatch(node -> node.id().equals(id));
            return trigger ? event.asValue() : outputs.getOrDefault(id, Value.nothing());
        }

        @Override
        public io.signalbox.flow.Locality locality() {
            return current.locality();
        }

        @Override
        public java.time.Instant now() {
            return event.receivedAt();
        }
    }
}
