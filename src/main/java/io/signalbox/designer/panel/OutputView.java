package io.signalbox.designer.panel;

import io.signalbox.engine.NodeTrace;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the node hands on for the sample, and what it would send.
final class OutputView extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final HBox state = new HBox(8);
    private final ConnectionFacts facts;
    private final JsonView text;
    private final VBox requestAt = new VBox(8);
    private final RequestView request;
    private final Closing closing = new Closing();

    OutputView(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("payload-view");
        text = new JsonView(bench, bench.text("inspector.output"));
        closing.add(text::close);
        request = new RequestView(bench);
        closing.add(request::close);
        requestAt.getChildren().addAll(Wording.strong(bench.text("preview.request")), request);
        facts = new ConnectionFacts(bench);
        facts.managedProperty().bind(facts.visibleProperty());
        getChildren().addAll(state, facts, text, requestAt);
        draw();
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void draw() {
        var model = bench.preview().model();
        var trace = model.trace(id);
        state.getChildren()
                .setAll(trace.map(visit -> new StepWords(bench).state(visit))
                        .orElseGet(() -> Wording.caption(bench.text("condition.no-sample"))));
        state.getChildren().add(Stamp.of(bench));
        state.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var value = trace.map(visit -> visit.output())
                .filter(output -> !output.isMissing())
                .orElseGet(() -> model.outputs().getOrDefault(id, Value.nothing()));
        var filled = ConnectionFacts.filledElsewhere(bench, id).filter(_ -> value.isMissing());
        filled.ifPresent(facts::show);
        facts.setVisible(filled.isPresent());
        text.show(value);
        text.setVisible(!value.isMissing());
        text.setManaged(!value.isMissing());
        var sent = trace.map(NodeTrace::step).flatMap(model::request);
        requestAt.setVisible(sent.isPresent());
        requestAt.setManaged(sent.isPresent());
        sent.ifPresent(request::show);
    }
}
