package io.signalbox.designer.panel;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Event;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

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

    void edit() {
        var name = bench.preview().model().sample().map(Sample::name).orElse("");
        var form = bench.preview().model().sample().map(Sample::event).orElse(Value.Fields.empty());
        var editor = new JsonEditor(bench, bench.text("condition.test.edit"));
        Runnable dismiss = () -> {
            editor.close();
            bench.overlay().dismiss();
        };
        var card = new DialogCard(
                bench, "pencil", bench.text("condition.test.edit"), bench.text("condition.test.edit.hint"), dismiss);
        editor.setId("condition-test-json");
        card.add(editor);
        var save = Press.primary(bench.text("condition.test.save"), "", () -> {
            if (editor.valueProperty().get().orElse(Value.nothing()) instanceof Value.Fields event) {
                dismiss.run();
                keep(name, event);
            }
        });
        save.setId("condition-test-save");
        // What is wrong, the editor says itself.
        save.disableProperty()
                .bind(editor.valueProperty().map(value -> !(value.orElse(Value.nothing()) instanceof Value.Fields)));
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", dismiss), save);
        bench.overlay().show(card);
        editor.show(() -> Json.pretty(form));
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
