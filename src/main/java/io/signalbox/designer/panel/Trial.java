package io.signalbox.designer.panel;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Iteration;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Works out what a flow does with an event, or did in a run, as the panels show it. Nothing is sent. Any thread.
record Trial(Preview preview, FlowCheck check, Connectors connectors) {

    /// What is tried.
    sealed interface With {
        /// @param event the sample as an event; empty where there is none or it is no event
        /// @param upTo the node at which to stop
        record Sampled(Optional<Sample> sample, Optional<Event> event, Optional<NodeId> upTo) implements With {}

        /// A stored run, in place of a trial.
        ///
        /// @param flow as it was when the run was accepted
        /// @param masked whether phone numbers are hidden
        record Past(Flow flow, RunRecord run, boolean masked) implements With {}
    }

    PreviewModel of(Flow flow, With with) {
        return switch (with) {
            case With.Sampled(var sample, var event, var upTo) -> sampled(flow, sample, event, upTo);
            case With.Past(var then, var run, var masked) ->
                masked
                        ? past(flow, then, PhoneVeil.over(run), PhoneVeil.over(preview.of(then, run)))
                        : past(flow, then, run, preview.of(then, run));
        };
    }

    private PreviewModel past(Flow flow, Flow then, RunRecord run, Preview.Result result) {
        return new PreviewModel(
                then,
                Optional.empty(),
                Optional.of(run.event()),
                Optional.of(result),
                outputs(then, Optional.empty(), Optional.of(result)),
                check.in(flow),
                Optional.of(run));
    }

    private PreviewModel sampled(Flow flow, Optional<Sample> sample, Optional<Event> event, Optional<NodeId> upTo) {
        var result = event.map(happened -> preview.of(flow, happened, replies(flow, sample)));
        return new PreviewModel(
                flow,
                sample,
                event,
                result.map(whole -> upTo.filter(flow.nodes()::containsKey)
                        .map(end -> whole.upTo(flow, end))
                        .orElse(whole)),
                outputs(flow, sample, result),
                problems(flow, result),
                Optional.empty());
    }

    /// Of the flow, and with this sample of what it would send.
    private List<Problem> problems(Flow flow, Optional<Preview.Result> result) {
        return Stream.concat(
                        check.in(flow).stream(), result.stream().flatMap(run -> run.remarks(flow, connectors).stream()))
                .distinct()
                .toList();
    }

    /// What the sample says each source answers. One it is silent on answers as its service's own example does, so that
    /// a source just added shows at once what it gives.
    private SequencedMap<NodeId, Value> replies(Flow flow, Optional<Sample> sample) {
        var replies = new LinkedHashMap<NodeId, Value>();
        for (var node : flow.nodes().values()) {
            example(node).filter(value -> !value.isMissing()).ifPresent(value -> replies.put(node.id(), value));
        }
        sample.ifPresent(each -> replies.putAll(each.replies()));
        return replies;
    }

    private Optional<Value> example(Node node) {
        return node instanceof Node.Source
                ? connectors.operation(node.type(), node.operation()).map(Operation::example)
                : Optional.empty();
    }

    private SequencedMap<NodeId, Value> outputs(Flow flow, Optional<Sample> sample, Optional<Preview.Result> result) {
        var outputs = new LinkedHashMap<NodeId, Value>();
        for (var node : flow.nodes().values()) {
            var output = result.flatMap(run -> run.trace().stream()
                            .filter(visit -> visit.step().node().equals(node.id()))
                            .filter(visit -> visit.state() == NodeTrace.State.DONE)
                            .map(NodeTrace::output)
                            .filter(value -> !value.isMissing())
                            .findFirst())
                    .or(() -> sample.map(each -> each.replies().getOrDefault(node.id(), Value.nothing()))
                            .filter(value -> !value.isMissing()))
                    .or(() -> example(node));
            output.map(value -> item(node, value)).ifPresent(value -> outputs.put(node.id(), value));
        }
        return outputs;
    }

    /// Below an iterating source its id means one item: the first stands for all.
    private static Value item(Node node, Value output) {
        if (!(node instanceof Node.Source source) || !source.isIterating()) {
            return output;
        }
        var items = Iteration.items(source, output);
        return items.isEmpty() ? Value.nothing() : items.getFirst();
    }
}
