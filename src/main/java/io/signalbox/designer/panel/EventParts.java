package io.signalbox.designer.panel;

import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.EventCatalogue.Entry;
import io.signalbox.flow.Node;
import io.signalbox.flow.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// An event by its three parts, each list following the one above, and as codes for one that no list knows.
final class EventParts extends VBox implements Closes {
    static final List<String> PARTS = List.of("module", "submodule", "event");

    private final Bench bench;
    private final Writing writing;
    private final Closing closing = new Closing();
    private final OptionPicker module;
    private final OptionPicker submodule;
    private final OptionPicker event;
    private final Button other;
    private final VBox codes = new VBox(16);
    private final List<TextField> fields = new ArrayList<>();
    private boolean showing;
    private boolean typing;

    /// Where the choice goes.
    ///
    /// @param choose an event of the catalogue
    record Writing(Consumer<Entry> choose, Setting set) {}

    /// Sets one part to what was typed.
    @FunctionalInterface
    interface Setting {
        void part(String key, String text, String gesture);
    }

    EventParts(Bench bench, Writing writing) {
        super(16);
        this.bench = bench;
        this.writing = writing;
        module = picker("module", chosen -> first(entry -> entry.module().equals(chosen)));
        submodule = picker(
                "submodule",
                chosen -> first(entry ->
                        entry.module().equals(code(0)) && entry.submodule().equals(chosen)));
        event = picker(
                "event",
                chosen -> first(entry -> entry.module().equals(code(0))
                        && entry.submodule().equals(code(1))
                        && entry.event().equals(chosen)));
        other = Press.link(bench.text("trigger.other"), () -> {
            typing = true;
            reveal();
        });
        other.setId("trigger-other");
        PARTS.forEach(part -> codes.getChildren().add(row(key(part), part(part))));
        getChildren()
                .addAll(
                        row("trigger.module", module),
                        row("trigger.submodule", submodule),
                        row("trigger.event.name", event),
                        other,
                        codes);
    }

    @Override
    public void close() {
        closing.close();
    }

    private OptionPicker picker(String part, Consumer<String> chosen) {
        var picker =
                new OptionPicker(bench.text(part.equals("event") ? "trigger.event.name" : "trigger." + part), chosen);
        picker.setId("trigger-" + part + "-list");
        return picker;
    }

    private VBox row(String label, javafx.scene.Node editor) {
        var row = new VBox(Wording.strong(bench.text(label)), editor);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private static String key(String part) {
        return part.equals("event") ? "trigger.event.part" : "trigger." + part + ".part";
    }

    private TextField part(String part) {
        var field = new TextField();
        field.setId("trigger-" + part + "-part");
        field.setAccessibleText(bench.text(key(part)));
        var burst = new Typing(field);
        closing.add(burst::close);
        field.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                writing.set().part(part, text.strip(), burst.gesture());
            }
        });
        fields.add(field);
        return field;
    }

    private String code(int part) {
        return fields.get(part).getText().strip();
    }

    private void first(Predicate<Entry> wanted) {
        EventCatalogue.entries().stream().filter(wanted).findFirst().ifPresent(writing.choose());
    }

    void show(Node.Trigger trigger) {
        showing = true;
        var settings = trigger.settings();
        for (int at = 0; at < PARTS.size(); at++) {
            var text = settings.text(PARTS.get(at));
            if (!fields.get(at).getText().strip().equals(text)) {
                fields.get(at).setText(text);
            }
        }
        var texts = bench.words().flowTexts();
        module.show(options(EventCatalogue.entries().stream(), Entry::module, "module.", texts), code(0));
        var inModule =
                EventCatalogue.entries().stream().filter(entry -> entry.module().equals(code(0)));
        submodule.show(options(inModule, Entry::submodule, "submodule.", texts), code(1));
        event.show(
                EventCatalogue.entries().stream()
                        .filter(entry -> entry.module().equals(code(0))
                                && entry.submodule().equals(code(1)))
                        .map(entry ->
                                new Option(entry.event(), entry.marked(texts.text("event." + entry.event()), texts)))
                        .toList(),
                code(2));
        boolean unlisted = EventCatalogue.find(code(0), code(1), code(2)).isEmpty() && !code(2).isEmpty();
        typing |= unlisted;
        reveal();
        showing = false;
    }

    private static List<Option> options(
            Stream<Entry> entries, Function<Entry, String> part, String prefix, Texts texts) {
        return entries.map(part)
                .distinct()
                .map(key -> new Option(key, texts.text(prefix + key)))
                .toList();
    }

    private void reveal() {
        other.setVisible(!typing);
        other.setManaged(!typing);
        codes.setVisible(typing);
        codes.setManaged(typing);
    }
}
