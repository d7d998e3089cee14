package io.signalbox.designer.panel;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Keeps a [PreviewModel] in step with the flow on screen: computed off the FX thread, one at a time, and what changes
/// meanwhile is computed once when that is done. FX thread only.
public final class LivePreview implements AutoCloseable {
    private final FlowSession session;
    private final Preview preview;
    private final FlowCheck check;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Background background;
    private final ReadOnlyObjectWrapper<PreviewModel> model;
    private final Subscription watching;
    private String sample = "";
    private Optional<Sample> passing = Optional.empty();
    private ReadSample read = new ReadSample(Optional.empty(), Optional.empty());
    private boolean queued;
    private boolean computing;
    private boolean again;
    private boolean closed;

    public LivePreview(
            FlowSession session,
            Preview preview,
            FlowCheck check,
            Connectors connectors,
            InstantSource clock,
            Background background) {
        this.session = session;
        this.preview = preview;
        this.check = check;
        this.connectors = connectors;
        this.clock = clock;
        this.background = background;
        model = new ReadOnlyObjectWrapper<>(PreviewModel.empty(session.flow()));
        watching = session.historyProperty().subscribe(_ -> soon());
    }

    public ReadOnlyObjectProperty<PreviewModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public PreviewModel model() {
        return model.get();
    }

    /// Tries the flow with the sample of that name from now on; with the first one when there is none of that name.
    public void use(String name) {
        sample = name;
        passing = Optional.empty();
        soon();
    }

    /// Tries the flow with an event that is no sample of it, such as one that really came in.
    public void use(Sample event) {
        passing = Optional.of(event);
        soon();
    }

    /// Computes again though the flow is the same: an account was added, say.
    public void refresh() {
        soon();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        closed = true;
    }

    /// Several changes of one moment, such as undoing a drag, are one.
    private void soon() {
        if (!queued) {
            queued = true;
            Platform.runLater(this::next);
        }
    }

    private void next() {
        queued = false;
        if (computing) {
            again = true;
        } else if (!closed) {
            compute();
        }
    }

    private void compute() {
        computing = true;
        again = false;
        var flow = session.flow();
        var chosen = chosen(flow);
        if (!chosen.equals(read.sample())) {
            read = new ReadSample(chosen, chosen.flatMap(each -> event(each, clock.instant())));
        }
        var tried = read;
        background.run(() -> of(flow, tried), this::computed, failure -> {
            computing = false;
            throw new IllegalStateException("previewing " + flow.id(), failure);
        });
    }

    private void computed(PreviewModel result) {
        computing = false;
        if (closed) {
            return;
        }
        model.set(result);
        if (again) {
            soon();
        }
    }

    private Optional<Sample> chosen(Flow flow) {
        return passing.or(() -> flow.samples().stream()
                        .filter(each -> each.name().equals(sample))
                        .findFirst())
                .or(() -> flow.samples().stream().findFirst());
    }

    /// A sample as an event: read once, not for every letter that is typed.
    private record ReadSample(Optional<Sample> sample, Optional<Event> event) {}

    private PreviewModel of(Flow flow, ReadSample tried) {
        var chosen = tried.sample();
        var event = tried.event();
        var result = event.map(happened -> preview.of(flow, happened, replies(flow, chosen)));
        return new PreviewModel(flow, chosen, event, result, outputs(flow, chosen, result), check.in(flow));
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

    private static Optional<Event> event(Sample sample, Instant now) {
        try {
            return Optional.of(EventForms.read(sample.event()).accepted("sample", now));
        } catch (EventProblem _) {
            return Optional.empty();
        }
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
        List<Value> rows =
                source.each().map(path -> path.from(output)).orElse(output).asItems();
        if (rows.isEmpty()) {
            return Value.nothing();
        }
        var first = rows.getFirst();
        return source.groupBy()
                .<Value>map(by -> first.asFields()
                        .with(
                                "rows",
                                new Value.Items(rows.stream()
                                        .filter(row -> by.from(row).equals(by.from(first)))
                                        .toList())))
                .orElse(first);
    }
}
