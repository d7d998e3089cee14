package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import io.signalbox.designer.WholeTip;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.designer.panel.TabBar.Tab;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What every step would do with the sample: a table of steps, and for the chosen one its input, its output and the
/// request exactly as it would go out.
public final class PreviewPanel extends HBox implements Closes {
    /// At 100 %, in pixels.
    private static final double ROOMY = 840;
    private static final Function<Value, String> AS_TEXT = Value::asText;
    private static final Function<Value, String> REQUEST = RequestView::asText;

    private final Bench bench;
    private final Closing closing = new Closing();
    private final TableView<NodeTrace> table = new TableView<>();
    private final TabBar tabs = new TabBar(this::choose);
    private final StepWords words;
    private final ConnectionFacts facts;
    private final Label nothing = Wording.wrapped(Wording.caption(""));
    /// In the place of values where there are none.
    private final VBox told = new VBox();
    private final ScrollPane toldAt = Sheets.scrolled(told);
    private final VBox side = new VBox(tabs, toldAt);
    /// How often each step was called: of a past run alone.
    private final TableColumn<NodeTrace, NodeTrace> attempts;
    /// Made once there is room for it, after the steps are drawn: to dress both at once takes twice as long.
    private Optional<JsonView> detail = Optional.empty();
    private boolean closed;
    private final OptionPicker sample;
    private final HBox tools = new HBox(8);
    private final HBox stamp = new HBox();
    private final Yardstick yardstick = new Yardstick();
    private String page = "input";
    private boolean filling;

    public PreviewPanel(Bench bench) {
        this.bench = bench;
        words = new StepWords(bench);
        facts = new ConnectionFacts(bench);
        told.setId("preview-told");
        told.getStyleClass().add("preview-told");
        toldAt.managedProperty().bind(toldAt.visibleProperty());
        attempts = Columns.of(bench.text("preview.attempts"), 88, visit -> Wording.caption(words.attempts(visit)));
        getStyleClass().add("preview-panel");
        PanelSheet.dress(this);
        sample = new OptionPicker(bench.text("preview.sample"), bench.preview()::use);
        sample.setId("preview-sample");
        sample.setPrefWidth(304);
        sample.setMaxWidth(304);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setFillHeight(false);
        var unsent = Wording.pill(bench.text("preview.nothing-sent"), "", "lock");
        unsent.setTooltip(new Tip(unsent.getText()));
        tools.getChildren().addAll(stamp, unsent, sample);
        table.setId("preview-steps");
        table.setAccessibleText(bench.text("preview.steps"));
        table.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("preview.no-sample"))));
        table.getColumns().add(Columns.of(bench.text("preview.step"), 112, 232, this::step));
        table.getColumns().add(Columns.of(bench.text("preview.state"), 112, 136, words::state));
        table.getColumns()
                .add(Columns.of(bench.text("preview.result"), 320, visit -> Wording.caption(words.result(visit))));
        attempts.setVisible(false);
        table.getColumns().add(2, attempts);
        Columns.fit(table);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, visit) -> chosen(visit));
        setHgrow(table, Priority.ALWAYS);
        side.getStyleClass().add("preview-side");
        getChildren().addAll(table, side, yardstick);
        widthProperty().subscribe(_ -> part());
        yardstick.onChange(this::part);
        draw();
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        var selection = bench.session().selectionProperty().subscribe((_, _) -> follow());
        closing.add(selection::unsubscribe);
    }

    /// The picker of the sample and the note that nothing is sent, for the drawer's row of tabs.
    public javafx.scene.Node tools() {
        return tools;
    }

    @Override
    public void close() {
        closed = true;
        closing.close();
        detail.ifPresent(JsonView::close);
    }

    /// In a narrow drawer the steps need the room; the sample is chosen in the bar above the canvas.
    private void part() {
        boolean roomy = getWidth() >= ROOMY * yardstick.scale();
        side.setVisible(roomy);
        side.setManaged(roomy);
        sample.setVisible(roomy);
        sample.setManaged(roomy);
        if (roomy) {
            Platform.runLater(this::furnish);
        }
    }

    private void furnish() {
        if (detail.isEmpty() && !closed) {
            var made = new JsonView(bench, bench.text("preview.detail"));
            made.setId("preview-detail");
            made.managedProperty().bind(made.visibleProperty());
            VBox.setVgrow(made, Priority.ALWAYS);
            detail = Optional.of(made);
            side.getChildren().add(made);
            show();
        }
    }

    private void draw() {
        filling = true;
        var model = bench.preview().model();
        sample.show(
                bench.flow().samples().stream()
                        .map(Sample::name)
                        .map(name -> new Option(name, name))
                        .toList(),
                model.sample().map(Sample::name).orElse(""));
        stamp.getChildren().setAll(Stamp.of(bench));
        tools.getChildren().get(1).setVisible(model.past().isEmpty());
        tools.getChildren().get(1).setManaged(model.past().isEmpty());
        attempts.setVisible(model.past().isPresent());
        var steps = model.result().map(Preview.Result::trace).orElse(List.of());
        if (!table.getItems().equals(steps)) {
            var before = Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                    .map(NodeTrace::step);
            table.getItems().setAll(steps);
            steps.stream()
                    .filter(visit -> before.filter(visit.step()::equals).isPresent())
                    .findFirst()
                    .ifPresent(visit -> table.getSelectionModel().select(visit));
        }
        filling = false;
        follow();
        show();
    }

    /// The step of the node that is chosen on the canvas.
    private void follow() {
        var selected = bench.session().selectionProperty().get();
        if (selected.size() != 1) {
            return;
        }
        var current = table.getSelectionModel().getSelectedItem();
        if (current != null && current.step().node().equals(selected.getFirst())) {
            return;
        }
        filling = true;
        table.getItems().stream()
                .filter(visit -> visit.step().node().equals(selected.getFirst()))
                .findFirst()
                .ifPresent(visit -> table.getSelectionModel().select(visit));
        filling = false;
        show();
    }

    private void chosen(@Nullable NodeTrace visit) {
        if (!filling && visit != null) {
            var nodes = new LinkedHashSet<NodeId>();
            nodes.add(visit.step().node());
            bench.session().select(nodes);
        }
        show();
    }

    private void choose(String key) {
        page = key;
        show();
    }

    private void show() {
        var visit = table.getSelectionModel().getSelectedItem();
        var request = Optional.ofNullable(visit).flatMap(this::request);
        var rules = Optional.ofNullable(visit).map(this::rules).orElse("");
        if ((page.equals("request") && request.isEmpty()) || (page.equals("rules") && rules.isEmpty())) {
            page = "output";
        }
        tabs.show(
                Stream.of("input", "output", "request", "rules")
                        .filter(key -> !key.equals("request") || request.isPresent())
                        .filter(key -> !key.equals("rules") || !rules.isEmpty())
                        .map(key -> new Tab(key, bench.text("preview." + key), ""))
                        .toList(),
                page);
        var shown = Optional.ofNullable(visit)
                .map(each -> switch (page) {
                    case "input" -> each.input();
                    case "output" -> each.output();
                    case "rules" -> Value.of(rules);
                    default -> request.orElse(Value.nothing());
                })
                .orElse(Value.nothing());
        toldAt.setVisible(shown.isMissing());
        told.getChildren().clear();
        if (shown.isMissing()) {
            told.getChildren().add(instead(visit));
        }
        detail.ifPresent(view -> {
            view.setVisible(!shown.isMissing());
            switch (page) {
                case "rules" -> view.show(shown, AS_TEXT);
                case "request" -> view.show(shown, REQUEST);
                default -> view.show(shown);
            }
        });
    }

    /// What can be said of a step that has no values to show.
    private javafx.scene.Node instead(@Nullable NodeTrace visit) {
        var connection = Optional.ofNullable(visit)
                .flatMap(each ->
                        ConnectionFacts.filledElsewhere(bench, each.step().node()));
        if (connection.isPresent()) {
            facts.show(connection.get());
            return facts;
        }
        nothing.setText(visit == null ? bench.text("preview.no-step") : words.result(visit));
        return nothing;
    }

    private Optional<Value> request(NodeTrace visit) {
        return bench.preview().model().request(visit.step());
    }

    /// Each clause of the step's condition and of the wires from it, with what it was compared with.
    private String rules(NodeTrace visit) {
        var own = visit.verdict().stream();
        var wires = bench.preview().model().result().stream()
                .flatMap(run -> run.wires().stream())
                .filter(wire -> wire.wire().from().equals(visit.step().node()))
                .flatMap(wire -> wire.verdict().stream());
        return Stream.concat(own, wires)
                .flatMap(Verdict::rows)
                .map(words::clause)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private HBox step(NodeTrace visit) {
        var node = bench.flow().node(visit.step().node());
        var items = visit.step().items().isEmpty()
                ? ""
                : " #" + (visit.step().items().getLast() + 1);
        var line = new HBox(
                8,
                WholeTip.on(new Label(
                        node.map(bench::title).orElse(visit.step().node().value()) + items)));
        node.map((Node each) -> new KindTile(each, false))
                .ifPresent(tile -> line.getChildren().addFirst(tile));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
