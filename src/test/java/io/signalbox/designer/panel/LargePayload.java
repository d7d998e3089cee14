package io.signalbox.designer.panel;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Preview;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.engine.gate.Memory;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The panels with a large payload behind them. Made off the FX thread, used on it.
final class LargePayload {
    private final Bench bench;
    private final Value value;
    private Optional<Stage> stage = Optional.empty();
    private Optional<FieldTree> tree = Optional.empty();

    LargePayload(int size) throws Exception {
        var flow = flow(size);
        value = payload(size);
        var session = new FlowSession(flow);
        var connectors = Connectors.found();
        var accounts = new MemoryAccounts();
        var background = new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
        var made = new ArrayList<LivePreview>();
        onScreen(() -> made.add(new LivePreview(
                session,
                new Preview(connectors, accounts::find),
                FlowCheck.ofWorkspace(connectors, accounts::find),
                connectors,
                InstantSource.system(),
                background)));
        bench = new Bench(
                session,
                new Words(Language.EN),
                Shortcuts.standard(),
                connectors,
                made.getFirst(),
                new AccountList(accounts, background),
                new GroupList(new MemoryGroups(), background),
                (_, _) -> {},
                new RuleBook(MemoryFlows.three(), background, _ -> {}),
                new RecentEvents(_ -> List.of(), background),
                Templates.of(PanelBench::templates),
                Suggestions.none(background),
                LastRuns.none(),
                SandboxPost.none(),
                new LiveRules(new Memory(), InstantSource.system()),
                background,
                new SecureRandom(),
                new Overlay(),
                java.time.ZoneOffset.UTC);
        onScreen(() -> {
            var shown = new Stage();
            shown.setScene(new Scene(new StackPane(), 1200, 900));
            new Theme(Theme.Choice.LIGHT).dress(shown.getScene());
            shown.show();
            stage = Optional.of(shown);
        });
    }

    /// About so many bytes of records as a maintenance system sends them.
    private static Value.Fields payload(int size) {
        var items = new ArrayList<Value>();
        for (int made = 0; made < size; made += 200) {
            items.add(
                    Value.fields("wo_folio", Value.of("OS-" + made), "description", Value.of("Replace bearing " + made))
                            .with("asset", Value.of("Plant A / Line " + made % 9 + " / Pump " + made))
                            .with("hours", Value.of(made))
                            .with("stopped", Value.of(made % 3 == 0))
                            .with("note", Value.nothing()));
        }
        return Value.fields("wo_folio", Value.of("OS-1496"), "tasks", new Value.Items(items));
    }

    private static Flow flow(int size) {
        var sample = PanelFlow.sample();
        var event = sample.event().with("data", payload(size).with("priority", Value.of("Very high")));
        return PanelFlow.flow(Condition.always(), PanelFlow.rows())
                .withSamples(List.of(new Sample("large", event, sample.replies(), Value.Fields.empty())));
    }

    private StackPane root() {
        return (StackPane) stage.orElseThrow().getScene().getRoot();
    }

    void map() {
        bench.session().select(new LinkedHashSet<>(List.of(PanelFlow.FIELDS)));
        fill(new Inspector(bench, () -> {}));
        bench.preview().refresh();
    }

    /// Types a letter and waits for the frame that shows what the flow then does.
    void stroke(String letter, CountDownLatch shown, AtomicLong took) {
        var field = (TextField) root().lookup("#map-value-0 .text-field");
        field.requestFocus();
        long begun = System.nanoTime();
        field.replaceText(
                0, field.getLength(), field.getText().substring(Math.max(0, field.getLength() - 20)) + letter);
        var scene = stage.orElseThrow().getScene();
        var frame = new ArrayList<Runnable>();
        frame.add(() -> {
            var result = (Label) root().lookup("#map-result-0 .label");
            if (result != null && result.getText().startsWith(field.getText())) {
                took.set(System.nanoTime() - begun);
                scene.removePostLayoutPulseListener(frame.getFirst());
                shown.countDown();
            }
        });
        scene.addPostLayoutPulseListener(frame.getFirst());
        Platform.requestNextPulse();
    }

    void tree() {
        bench.preview().refresh();
        var fields = new FieldTree(bench, _ -> {});
        fields.show(FieldChoice.rootsBefore(bench.flow(), PanelFlow.FIELDS));
        fill(fields);
        tree = Optional.of(fields);
        open(fields.tree().getRoot());
    }

    private static void open(TreeItem<FieldLine> item) {
        item.setExpanded(true);
        for (var child : List.copyOf(item.getChildren())) {
            if (child.getValue() instanceof FieldLine.Entry entry
                    && List.of("trigger", "trigger.data", "trigger.data.tasks")
                            .contains(entry.path().toString())) {
                open(child);
            }
        }
    }

    void search() {
        tree.ifPresent(fields -> {
            fill(fields);
            fields.narrow("pump " + System.nanoTime() % 1000);
        });
    }

    void json() {
        var view = new JsonView(bench, "Payload");
        fill(view);
        view.show(value);
    }

    void onScreen(Runnable work) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    /// Shows it in place of what was there, which is closed: a payload that is still held would be the collector's.
    void fill(javafx.scene.Node shown) {
        var before = List.copyOf(root().getChildren());
        root().getChildren().setAll(shown);
        before.forEach(each -> {
            switch (each) {
                case Inspector inspector -> inspector.close();
                case Closes panel -> panel.close();
                default -> {}
            }
        });
    }

    void output() {
        select(PanelFlow.TRIGGER);
        fill(new OutputView(bench, PanelFlow.TRIGGER));
    }

    void preview() {
        select(PanelFlow.TRIGGER);
        fill(new PreviewPanel(bench));
    }

    /// What passed over the wire from the trigger, on one of the card's pages.
    void wire(String page) {
        var card = new PayloadCard(bench, Wire.of(PanelFlow.TRIGGER, PanelFlow.WO));
        fill(card);
        card.choose(page);
    }

    void sample() {
        fill(bench.overlay());
        new SampleDialog(bench, "large").open();
    }

    void test() {
        fill(bench.overlay());
        new TestPicker(bench, List::of).edit();
    }

    private void select(NodeId id) {
        bench.session().select(new LinkedHashSet<>(List.of(id)));
    }

    void close() {
        bench.preview().close();
        stage.ifPresent(Stage::close);
    }
}
