package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.RunView;
import io.signalbox.engine.StepResult;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Where the values shown come from: a sample of the flow, its last run, or an event before that. Whatever is chosen is
/// what the whole window tries the flow with.
final class SourceChoice extends MenuButton implements Closes {
    private static final int EVENTS = 6;

    private final Bench bench;
    private final Closing closing = new Closing();
    private List<RunSummary> runs = List.of();

    SourceChoice(Bench bench) {
        this.bench = bench;
        setId("map-source");
        getStyleClass().addAll("small", "source-choice");
        setGraphic(Icon.of("pin", "icon-14"));
        setTooltip(new Tip(bench.text("source.name")));
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        var model = bench.preview().modelProperty().subscribe(_ -> draw());
        closing.add(model::unsubscribe);
        setOnShowing(_ -> ask());
        draw();
    }

    @Override
    public void close() {
        closing.close();
    }

    private void ask() {
        var flow = bench.flow().id();
        bench.background()
                .run(
                        () -> bench.runs().latest(flow, EVENTS),
                        found -> {
                            runs = found;
                            list();
                        },
                        failure -> {
                            throw new IllegalStateException("reading the last runs", failure);
                        });
    }

    private String chosen() {
        return bench.preview().model().sample().map(Sample::name).orElse("");
    }

    private void draw() {
        var name = chosen();
        setText(name.isEmpty() ? bench.text("source.none") : name);
        setAccessibleText(bench.text("source.name") + ": " + getText());
        list();
    }

    private void list() {
        var items = new ArrayList<MenuItem>();
        for (var sample : bench.flow().samples()) {
            var item = new RadioMenuItem(sample.name());
            item.setMnemonicParsing(false);
            item.setSelected(sample.name().equals(chosen()));
            item.setOnAction(_ -> bench.preview().use(sample.name()));
            items.add(item);
        }
        if (!runs.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(event(bench.text("source.last-run"), runs.getFirst()));
            runs.stream().skip(1).forEach(run -> items.add(event(bench.text("source.event", run.subject()), run)));
        }
        items.add(new SeparatorMenuItem());
        if (bench.flow().samples().stream().anyMatch(sample -> sample.name().equals(chosen()))) {
            items.add(ConditionGroup.item(bench.text("source.edit"), () -> new SampleDialog(bench, chosen()).open()));
        }
        items.add(ConditionGroup.item(
                bench.text("source.new"), () -> new SampleDialog(bench, bench.text("sample.new")).open()));
        getItems().setAll(items);
    }

    private MenuItem event(String name, RunSummary run) {
        var item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(name.equals(chosen()));
        item.setOnAction(_ -> bench.background()
                .run(
                        () -> bench.runs().find(run.id()),
                        found -> found.ifPresent(record -> use(item, name, record)),
                        failure -> {
                            throw new IllegalStateException("reading the run " + run.id(), failure);
                        }));
        return item;
    }

    private void use(MenuItem item, String name, RunRecord run) {
        if (run.event().removedAt().isPresent()) {
            item.setText(RunView.removed(run.event(), bench.words().language()));
            item.setDisable(true);
        } else {
            bench.preview().use(sample(name, run));
        }
    }

    /// What came in and what was answered then, as something to try the flow with.
    private static Sample sample(String name, RunRecord run) {
        var replies = new LinkedHashMap<NodeId, Value>();
        for (var step : run.steps()) {
            if (step.result() instanceof StepResult.Answered answered) {
                replies.putIfAbsent(step.step().node(), answered.output());
            }
        }
        return new Sample(name, posted(run.event()), replies, Value.Fields.empty());
    }

    /// As it would be posted again.
    private static Value.Fields posted(Event event) {
        var fields = Value.fields("module", Value.of(event.module()), "submodule", Value.of(event.submodule()))
                .with("event", Value.of(event.event()))
                .with("occurredAt", Value.of(event.occurredAt().toString()))
                .withPresent("entity", Value.of(event.entity()))
                .with("data", event.data());
        for (var attribute : event.attributes().fields().entrySet()) {
            fields = fields.with(attribute.getKey(), attribute.getValue());
        }
        return fields;
    }
}
