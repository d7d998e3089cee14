package io.signalbox.designer.panel;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.edit.FlowChanges;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Iteration;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.animation.Animation;
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
    private Optional<NodeId> upTo = Optional.empty();
    private Optional<Past> past = Optional.empty();
    private Optional<Sample> lent = Optional.empty();
    private long asked;
    private boolean computing;

    /// @param flow as it was when the run was accepted
    private record Past(Flow flow, RunRecord run) {}

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
        watching = session.historyProperty().subscribe((before, after) -> {
            if (!FlowChanges.between(before.present(), after.present()).isEmpty()) {
                // Whoever changes the flow wants to see what it does now, not what it did then.
                past = Optional.empty();
            }
            pause.playFromStart();
        });
        pause.playFromStart();
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
        past = Optional.empty();
        lent = Optional.empty();
        pause.playFromStart();
    }

    /// Tries the flow with something that is none of its samples, such as a past event, until another is chosen.
    public void use(Sample other) {
        lent = Optional.of(other);
        past = Optional.empty();
        pause.playFromStart();
    }

    /// Tries the whole flow, or what leads to one node.
    public void run(Optional<NodeId> node) {
        upTo = node;
        past = Optional.empty();
        compute();
    }

    /// Shows what a stored run did in place of a preview, until the flow is changed or a sample is chosen.
    ///
    /// @param flow the version that the run was accepted for
    public void look(Flow flow, RunRecord run) {
        past = Optional.of(new Past(flow, run));
        compute();
    }

    /// Back from a run to the sample.
    public void leave() {
        past = Optional.empty();
        compute();
    }

    /// Gives up the preview under way: what is shown stays.
    ///
    /// @return false when none was under way
    public boolean stop() {
        boolean busy = computing || pause.getStatus() == Animation.Status.RUNNING;
        pause.stop();
        asked++;
        computing = false;
        return busy;
    }

    /// Computes again though the flow is the same: an account was added, say.
    public void refresh() {
        pause.playFromStart();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        stop();
    }

    private void compute() {
        var flow = session.flow();
        var name = sample;
        var foreign = lent;
        var now = clock.instant();
        long turn = ++asked;
        computing = true;
        var shown = past;
        var node = upTo;
        background.run(
                () -> shown.map(run -> of(flow, run)).orElseGet(() -> of(flow, foreign, name, node, now)),
                computed -> {
                    // An older answer that comes late would show what is no longer on screen.
                    if (turn == asked) {
                        computing = false;
                        model.set(computed);
                    }
                },
                failure -> {
                    throw new IllegalStateException("previewing " + flow.id(), failure);
                });
    }

    private PreviewModel of(Flow flow, Past shown) {
        var result = preview.of(shown.flow(), shown.run());
        return new PreviewModel(
                shown.flow(),
                Optional.empty(),
                Optional.of(shown.run().event()),
                Optional.of(result),
                outputs(shown.flow(), Optional.empty(), Optional.of(result)),
                check.in(flow),
                Optional.of(shown.run()));
    }

    private PreviewModel of(Flow flow, Optional<Sample> foreign, String name, Optional<NodeId> node, Instant now) {
        var chosen = foreign.or(() -> flow.samples().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .or(() -> flow.samples().stream().findFirst());
        var event = chosen.flatMap(each -> event(each, now));
        var result = event.map(happened -> preview.of(flow, happened, replies(flow, chosen)));
        return new PreviewModel(
                flow,
                chosen,
                event,
                result.map(whole -> node.filter(flow.nodes()::containsKey)
                        .map(end -> whole.upTo(flow, end))
                        .orElse(whole)),
                outputs(flow, chosen, result),
                check.in(flow),
                Optional.empty());
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
        var items = Iteration.items(source, output);
        return items.isEmpty() ? Value.nothing() : items.getFirst();
    }
}
