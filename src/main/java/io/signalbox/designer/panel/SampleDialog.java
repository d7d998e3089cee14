package io.signalbox.designer.panel;

import io.signalbox.designer.panel.TabBar.Tab;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The sample that a flow is tried with, to be written or changed: the event as it would be posted and what every
/// source would answer, each as JSON.
public final class SampleDialog {
    private static final String EVENT = "event";

    private final Bench bench;
    private final Optional<Sample> before;
    private final DialogCard card;
    private final TextField name = new TextField();
    private final TabBar tabs = new TabBar(this::choose);
    private final JsonEditor editor;
    private final Button save;
    private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private String page = EVENT;

    /// @param sample its name; one that the flow does not have begins a new sample
    public SampleDialog(Bench bench, String sample) {
        this.bench = bench;
        before = bench.flow().samples().stream()
                .filter(each -> each.name().equals(sample))
                .findFirst();
        card = new DialogCard(bench, "pin", bench.text("sample.title"), bench.text("sample.subtitle"), this::dismiss);
        name.setText(before.map(Sample::name).orElse(sample));
        name.setId("sample-name");
        name.setAccessibleText(bench.text("sample.name"));
        editor = new JsonEditor(bench, bench.text("sample.json"));
        save = Press.primary(bench.text("sample.save"), "", this::save);
        save.setId("sample-save");
        var event = before.map(Sample::event).orElseGet(SampleDialog::blank);
        part(EVENT, event);
        for (var node : bench.flow().nodes().values()) {
            if (node instanceof Node.Source) {
                part(
                        node.id().value(),
                        before.map(each -> each.replies().getOrDefault(node.id(), Value.nothing()))
                                .filter(value -> !value.isMissing())
                                .orElse(bench.preview().model().outputs().getOrDefault(node.id(), Value.nothing())));
            }
        }
        editor.valueProperty().subscribe(this::typed);
        card.add(new VBox(4, Wording.strong(bench.text("sample.name")), name), new VBox(8, tabs, editor));
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::dismiss), save);
        draw();
        editor.show(texts.getOrDefault(page, () -> ""));
    }

    public void open() {
        bench.overlay().show(card);
    }

    private void part(String key, Value value) {
        texts.put(key, () -> value.isMissing() ? "" : Json.pretty(value));
        values.put(key, value);
    }

    private static Value.Fields blank() {
        return Value.fields("module", Value.of(""), "submodule", Value.of(""))
                .with("event", Value.of(""))
                .with("data", Value.Fields.empty());
    }

    private void draw() {
        var shown = new ArrayList<Tab>();
        for (var key : texts.keySet()) {
            var title = key.equals(EVENT) ? bench.flowText("path.event") : bench.title(new NodeId(key));
            shown.add(new Tab(key, title, ""));
        }
        tabs.show(shown, page);
    }

    private void choose(String key) {
        editor.edited().ifPresent(text -> texts.put(page, () -> text));
        page = key;
        draw();
        editor.show(texts.getOrDefault(key, () -> ""));
    }

    /// A part that cannot be read keeps the whole from being saved.
    private void typed(Optional<Value> read) {
        if (read.isPresent()) {
            values.put(page, read.get());
        } else if (editor.text().isBlank() && !page.equals(EVENT)) {
            // A source without a reply is one that has none in the sample.
            values.put(page, Value.nothing());
        } else {
            values.remove(page);
        }
        boolean event = values.get(EVENT) instanceof Value.Fields;
        save.setDisable(!event || values.size() < texts.size());
    }

    private void save() {
        var replies =
                new LinkedHashMap<NodeId, Value>(before.map(Sample::replies).orElseGet(LinkedHashMap::new));
        values.forEach((key, value) -> {
            if (!key.equals(EVENT)) {
                replies.put(new NodeId(key), value);
            }
        });
        replies.values().removeIf(Value::isMissing);
        var title = name.getText().isBlank()
                ? bench.text("sample.new")
                : name.getText().strip();
        var made = new Sample(
                title,
                values.getOrDefault(EVENT, Value.nothing()).asFields(),
                replies,
                before.map(Sample::extra).orElseGet(Value.Fields::empty));
        var samples = new ArrayList<Sample>();
        bench.flow()
                .samples()
                .forEach(each -> samples.add(before.filter(each::equals).isPresent() ? made : each));
        if (before.isEmpty()) {
            samples.add(made);
        }
        dismiss();
        bench.preview().use(title);
        bench.session().perform(new Edit.ChangeSamples(List.copyOf(samples)), "");
    }

    private void dismiss() {
        editor.close();
        bench.overlay().dismiss();
    }
}
