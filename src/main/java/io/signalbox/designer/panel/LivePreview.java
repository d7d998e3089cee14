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
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Keeps a [PreviewModel] in step with the flow on screen. A burst of changes is computed once, off the FX thread.
/// FX thread only.
public final class LivePreview implements AutoCloseable {
    private static final Duration PAUSE = Duration.millis(30);

    private final FlowSession session;
    private final Preview preview;
    private final FlowCheck check;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Background background;
    private final ReadOnlyObjectWrapper<PreviewModel> model;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Subscription watching;
    private String sample = "";
    private long asked;

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
        pause.setOnFinished(_ -> compute());
        watching = session.historyProperty().subscribe(_ -> pause.playFromStart());
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
        pause.playFromStart();
    }

    /// Computes again though the flow is the same: an account was added, say.
    public void refresh() {
        pause.playFromStart();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        pause.stop();
        asked++;
    }

    private void compute() {
        var flow = session.flow();
        var name = sample;
        var now = clock.instant();
        long turn = ++asked;
        background.run(
                () -> of(flow, name, now),
                computed -> {
                    // An older answer that comes late would show what is no longer on screen.
                    if (turn == asked) {
                        model.set(computed);
                    }
                },
                failure -> {
                    throw new IllegalStateException("previewing " + flow.id(), failure);
                });
    }

    private PreviewModel of(Flow flow, String name, Instant now) {
        var chosen = flow.samples().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .or(() -> flow.samples().stream().findFirst());
        var event = chosen.flatMap(each -> event(each, now));
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
