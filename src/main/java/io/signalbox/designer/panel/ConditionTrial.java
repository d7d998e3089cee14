package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.engine.Matcher;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Event;
import io.signalbox.flow.Path;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a condition is tried with, and what it would have decided about the last events that its trigger waits for.
public final class ConditionTrial extends VBox implements Closes {
    private static final int LAST = 10;

    private final Bench bench;
    private final ConditionPlace place;
    private final Closing closing = new Closing();
    private final TestPicker picker;
    private final HBox marks = new HBox(4);
    private final Label count = Wording.wrapped(Wording.caption(""));
    private final Button why;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private boolean open;

    /// @param event as it came in
    /// @param against the first row that kept it back; empty when it would have run
    private record Tried(Event event, boolean holds, Optional<Verdict.OfRow> against) {}

    public ConditionTrial(Bench bench, ConditionPlace place) {
        this.bench = bench;
        this.place = place;
        getStyleClass().add("condition-trial");
        picker = new TestPicker(bench, this::recent);
        HBox.setHgrow(picker, Priority.ALWAYS);
        var test = new HBox(8, fixed(Wording.strong(bench.text("condition.test"))), picker);
        test.setAlignment(Pos.CENTER_LEFT);
        count.setId("condition-last-count");
        count.setMinWidth(0);
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        why = Press.link("", this::toggle);
        why.setId("condition-last-why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        var foot = new HBox(8, count, why);
        foot.setAlignment(Pos.CENTER_LEFT);
        marks.setId("condition-last-marks");
        list.setId("condition-last");
        list.getStyleClass().add("condition-last");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "panel-scroll", "condition-last-scroll");
        getChildren().addAll(test, marks, foot, scroll);
        bench.recent().refresh();
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        var recent = bench.recent().allProperty().subscribe((_, _) -> draw());
        closing.add(recent::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void toggle() {
        open = !open;
        draw();
    }

    /// The last events that a trigger of the flow waits for.
    private List<Event> recent() {
        return bench.recent().allProperty().get().stream()
                .filter(event -> bench.flow().triggers().stream().anyMatch(trigger -> Matcher.fits(trigger, event)))
                .limit(LAST)
                .toList();
    }

    private void draw() {
        picker.draw();
        var condition = place.reads().apply(bench.flow());
        var events = recent();
        boolean known = condition.paths().stream().allMatch(path -> path.root().equals(Path.TRIGGER));
        marks.getChildren().clear();
        list.getChildren().clear();
        show(why, false);
        if (events.isEmpty()) {
            count.setText(bench.text("condition.last.none"));
        } else if (!known) {
            count.setText(bench.text("condition.last.replies"));
        } else {
            show(events.stream().map(event -> tried(condition, event)).toList());
        }
        show(marks, !marks.getChildren().isEmpty());
        show(scroll, open && !list.getChildren().isEmpty());
    }

    private Tried tried(Condition condition, Event event) {
        var verdict = condition.explain(Matcher.scope(event, bench.flow().locality()));
        return new Tried(event, verdict.holds(), verdict.firstAgainst());
    }

    private void show(List<Tried> all) {
        long passed = all.stream().filter(Tried::holds).count();
        long stopped = all.size() - passed;
        count.setText(
                all.size() == 1
                        ? bench.text("condition.last.only." + (passed == 1 ? "yes" : "no"))
                        : bench.text(place.sentence() + ".last", passed, all.size()));
        why.setText(
                open
                        ? bench.text("condition.last.less")
                        : stopped == 0
                                ? bench.text("condition.last.more")
                                : bench.counted("condition.last.why", stopped));
        why.setAccessibleText(why.getText());
        show(why, true);
        for (var tried : all) {
            marks.getChildren().add(mark(tried));
            list.getChildren().add(row(tried));
        }
    }

    private Button mark(Tried tried) {
        var button = Press.icon(tried.holds() ? "check" : "cross", spoken(tried), () -> use(tried.event()));
        button.setGraphic(Icon.of(tried.holds() ? "check" : "cross", "icon-14"));
        button.getStyleClass().addAll("condition-mark", tried.holds() ? "passes" : "stops");
        button.setTooltip(new Tip(spoken(tried)));
        return button;
    }

    private Button row(Tried tried) {
        var decision = Wording.verdict(tried.holds(), decision(tried));
        var why = new VBox(decision);
        tried.against().map(this::rule).map(Wording::caption).ifPresent(why.getChildren()::add);
        var line = new HBox(
                8,
                fixed(Wording.caption(time(tried.event()))),
                fixed(Wording.strong(tried.event().subject())),
                why);
        line.setAlignment(Pos.BASELINE_LEFT);
        var button = new Button();
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("flat", "condition-last-row");
        button.setAccessibleText(spoken(tried));
        button.setTooltip(new Tip(spoken(tried) + "\n" + bench.text("condition.last.use")));
        button.setOnAction(_ -> use(tried.event()));
        return button;
    }

    private String decision(Tried tried) {
        return tried.against()
                .map(row -> new ConditionWords(bench).field(row.row())
                        + " = "
                        + new ConditionWords(bench).actual(row.row().path(), row.actual()))
                .orElse(bench.text(tried.holds() ? place.sentence() + ".would" : "condition.last.stopped"));
    }

    private String spoken(Tried tried) {
        return time(tried.event()) + " " + tried.event().subject() + ": " + decision(tried)
                + tried.against().map(row -> " · " + rule(row)).orElse("");
    }

    private String rule(Verdict.OfRow against) {
        return bench.text("condition.last.rule", new ConditionWords(bench).of(against.row()));
    }

    private String time(Event event) {
        return clock(bench).format(event.receivedAt().atZone(bench.zone()));
    }

    static DateTimeFormatter clock(Bench bench) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(bench.words().language().locale());
    }

    private void use(Event event) {
        bench.preview().use(sampleOf(bench, event));
    }

    /// The event in the form in which it would be posted again, called by its time and what it is about.
    static Sample sampleOf(Bench bench, Event event) {
        var form = Value.fields("module", Value.of(event.module()), "submodule", Value.of(event.submodule()))
                .with("event", Value.of(event.event()))
                .with("entity", Value.of(event.entity()))
                .with("occurredAt", Value.of(event.occurredAt().toString()))
                .with("data", event.data());
        for (var attribute : event.attributes().fields().entrySet()) {
            form = form.with(attribute.getKey(), attribute.getValue());
        }
        var time = clock(bench).format(event.receivedAt().atZone(bench.zone()));
        return new Sample(
                (time + " " + event.subject()).strip(), form, new java.util.LinkedHashMap<>(), Value.Fields.empty());
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void show(Region part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }
}
