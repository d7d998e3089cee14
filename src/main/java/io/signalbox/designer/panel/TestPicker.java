package io.signalbox.designer.panel;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Event;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;

/// Chooses what a condition is tried with: a sample of the flow, one of the last events, or the sample as JSON.
final class TestPicker extends MenuButton {
    private final Bench bench;
    private final Supplier<List<Event>> recent;

    TestPicker(Bench bench, Supplier<List<Event>> recent) {
        this.bench = bench;
        this.recent = recent;
        setId("condition-test");
        setMnemonicParsing(false);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setPrefWidth(160);
        // Made when it opens: events come in all the time.
        setOnShowing(_ -> getItems().setAll(items()));
        getItems().add(new MenuItem(bench.text("condition.test.edit")));
    }

    void draw() {
        var name = bench.preview().model().sample().map(Sample::name).orElse(bench.text("condition.no-sample"));
        setText(name);
        setAccessibleText(bench.text("condition.test") + " " + name);
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        var chosen = bench.preview().model().sample().map(Sample::name).orElse("");
        for (var sample : bench.flow().samples()) {
            boolean pinned = items.isEmpty();
            var item = new RadioMenuItem(pinned ? bench.text("condition.test.pinned", sample.name()) : sample.name());
            item.setMnemonicParsing(false);
            item.setSelected(sample.name().equals(chosen));
            item.setOnAction(_ -> bench.preview().use(sample.name()));
            items.add(item);
        }
        var events = recent.get();
        if (!events.isEmpty()) {
            items.add(new SeparatorMenuItem());
            var head = new MenuItem(bench.text("condition.test.events"));
            head.setDisable(true);
            items.add(head);
        }
        for (var event : events) {
            var sample = ConditionTrial.sampleOf(bench, event);
            var item = new RadioMenuItem(sample.name());
            item.setMnemonicParsing(false);
            item.setSelected(sample.name().equals(chosen));
            item.setOnAction(_ -> bench.preview().use(sample));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        var edit = new MenuItem(bench.text("condition.test.edit"));
        edit.setOnAction(_ -> edit());
        items.add(edit);
        return items;
    }

    private void edit() {
        var name = bench.preview().model().sample().map(Sample::name).orElse("");
        var form = bench.preview().model().sample().map(Sample::event).orElse(Value.Fields.empty());
        var card = new DialogCard(
                bench,
                "pencil",
                bench.text("condition.test.edit"),
                bench.text("condition.test.edit.hint"),
                () -> bench.overlay().dismiss());
        var area = new TextArea(Json.pretty(form));
        area.setId("condition-test-json");
        area.getStyleClass().add("code-area");
        area.setPrefRowCount(20);
        area.setAccessibleText(bench.text("condition.test.edit"));
        var refusal = Wording.wrapped(Wording.danger(""));
        refusal.setVisible(false);
        refusal.setManaged(false);
        card.add(area, refusal);
        var save = Press.primary(bench.text("condition.test.save"), "", () -> {
            int wrong = keep(name, area.getText());
            refusal.setText(bench.text("condition.test.wrong", wrong));
            refusal.setVisible(wrong > 0);
            refusal.setManaged(wrong > 0);
            if (wrong == 0) {
                bench.overlay().dismiss();
            }
        });
        save.setId("condition-test-save");
        card.buttons(
                Press.plain(
                        bench.text("dialog.cancel"), "", () -> bench.overlay().dismiss()),
                save);
        bench.overlay().show(card);
    }

    /// The line that cannot be read; 0 when it was kept.
    private int keep(String name, String text) {
        try {
            if (Json.parse(text) instanceof Value.Fields event) {
                keep(name, event);
                return 0;
            }
            return 1;
        } catch (JsonProblem problem) {
            return Math.max(1, problem.line());
        }
    }

    /// Into the flow's sample of that name; what is none of the flow's samples becomes one.
    private void keep(String name, Value.Fields event) {
        var samples = new ArrayList<>(bench.flow().samples());
        boolean known = false;
        for (int at = 0; at < samples.size(); at++) {
            var sample = samples.get(at);
            if (sample.name().equals(name)) {
                known = true;
                samples.set(at, new Sample(name, event, sample.replies(), sample.extra()));
            }
        }
        var called = name.isEmpty() ? bench.text("condition.test.own") : name;
        if (!known) {
            samples.add(new Sample(called, event, new java.util.LinkedHashMap<>(), Value.Fields.empty()));
        }
        bench.session().perform(new Edit.ChangeSamples(samples), "");
        bench.preview().use(called);
    }
}
