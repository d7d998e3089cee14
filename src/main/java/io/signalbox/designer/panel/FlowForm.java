package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.engine.AgeLimit;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is said about the flow as a whole; shown while no single node is chosen.
final class FlowForm extends VBox implements AutoCloseable {
    private final Bench bench;
    private final Closing closing = new Closing();
    private final TextField name = new TextField();
    private final TextArea description = new TextArea();
    private final TextField folder = new TextField();
    private final TagField tags;
    private final OptionPicker language;
    private final OptionPicker zone;
    private final TextField age = new TextField();
    private boolean showing;

    /// @param chosen how many nodes are chosen: none or several
    FlowForm(Bench bench, int chosen) {
        this.bench = bench;
        getStyleClass().add("settings-form");
        name.setId("flow-name");
        typed(
                name,
                "flow.name",
                gesture -> bench.session()
                        .perform(new Edit.RenameFlow(name.getText().strip()), gesture));
        description.setId("flow-description");
        description.setWrapText(true);
        Keyboard.leadOn(description);
        description.setPrefRowCount(4);
        typed(
                description,
                "flow.description",
                gesture -> describe(bench.flow().language(), bench.flow().zone(), gesture));
        folder.setId("flow-folder");
        typed(folder, "flow.folder", gesture -> file(bench.flow().filing().tags(), gesture));
        tags = new TagField(bench, chosenTags -> file(chosenTags, ""));
        tags.setId("flow-tags");
        tags.entry().setPromptText(bench.text("flow.tags.prompt"));
        tags.entry().setAccessibleText(bench.text("flow.tags"));
        language = new OptionPicker(
                bench.text("flow.language"),
                tag -> Language.of(tag)
                        .ifPresent(picked -> describe(picked, bench.flow().zone(), "")));
        language.setId("flow-language");
        zone = new OptionPicker(
                bench.text("flow.zone"), picked -> describe(bench.flow().language(), ZoneId.of(picked), ""));
        zone.setId("flow-zone");
        age.setId("flow-max-age");
        age.setPromptText(Long.toString(AgeLimit.USUAL.toHours()));
        age.setPrefColumnCount(5);
        age.setMaxWidth(Region.USE_PREF_SIZE);
        age.setTextFormatter(new TextFormatter<>(FlowForm::digits));
        typed(age, "flow.max-age", this::limit);
        getChildren()
                .addAll(
                        Wording.section(bench.text(chosen > 1 ? "flow.several" : "flow.title", chosen)),
                        Wording.wrapped(Wording.caption(bench.text(chosen > 1 ? "flow.several.hint" : "flow.hint"))),
                        labelled("flow.name", name, ""),
                        labelled("flow.description", description, ""),
                        labelled("flow.folder", folder, "flow.folder.hint"),
                        labelled("flow.tags", tags, "flow.tags.hint"),
                        labelled("flow.language", language, "flow.language.hint"),
                        labelled("flow.zone", zone, "flow.zone.hint"),
                        labelled("flow.max-age", age, "flow.max-age.hint"),
                        new FlowQuiet(bench));
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        // Where a flow lies is no part of its meaning.
        var filing = bench.session()
                .historyProperty()
                .map(history -> history.present().filing())
                .subscribe((_, _) -> drawFiling());
        closing.add(filing::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void typed(TextInputControl field, String key, java.util.function.Consumer<String> change) {
        field.setAccessibleText(bench.text(key));
        var typing = new Typing(field);
        closing.add(typing::close);
        field.textProperty().addListener((_, _, _) -> {
            if (!showing) {
                change.accept(typing.gesture());
            }
        });
    }

    private VBox labelled(String key, javafx.scene.Node editor, String hint) {
        var row = new VBox(Wording.wrapped(Wording.strong(bench.text(key))), editor);
        if (!hint.isEmpty()) {
            row.getChildren().add(Wording.wrapped(Wording.caption(bench.text(hint))));
        }
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void describe(Language spoken, ZoneId clock, String gesture) {
        bench.session().perform(new Edit.DescribeFlow(description.getText(), spoken, clock), gesture);
    }

    private void file(List<String> changed, String gesture) {
        bench.session().perform(new Edit.FileFlow(Filing.of(folder.getText(), changed)), gesture);
    }

    private void drawFiling() {
        boolean before = showing;
        showing = true;
        var filing = bench.flow().filing();
        if (!Filing.of(folder.getText(), List.of()).folder().equals(filing.folder())) {
            folder.setText(filing.folder());
        }
        tags.show(filing.tags());
        showing = before;
    }

    private static TextFormatter.Change digits(TextFormatter.Change change) {
        if (change.isAdded()) {
            change.setText(change.getText().replaceAll("[^0-9]", ""));
            change.selectRange(
                    change.getControlNewText().length(),
                    change.getControlNewText().length());
        }
        return change;
    }

    private void limit(String gesture) {
        var text = age.getText();
        int hours = text.isEmpty() ? 0 : text.length() > 4 ? 9_999 : Integer.parseInt(text);
        bench.session()
                .perform(
                        new Edit.ChangeMember(AgeLimit.MEMBER, hours == 0 ? Value.nothing() : Value.of(hours)),
                        gesture);
    }

    private String limited() {
        return bench.flow().extra().at(AgeLimit.MEMBER).isMissing()
                ? ""
                : Long.toString(AgeLimit.of(bench.flow()).toHours());
    }

    private void draw() {
        showing = true;
        drawFiling();
        Flow flow = bench.flow();
        if (!name.getText().strip().equals(flow.name())) {
            name.setText(flow.name());
        }
        if (!description.getText().equals(flow.description())) {
            description.setText(flow.description());
        }
        if (!age.getText().equals(limited())) {
            age.setText(limited());
        }
        language.show(
                Arrays.stream(Language.values())
                        .map(each -> new Option(each.tag(), each.ownName()))
                        .toList(),
                flow.language().tag());
        zone.show(
                ZoneId.getAvailableZoneIds().stream()
                        .filter(each ->
                                each.indexOf('/') > 0 && !each.startsWith("Etc/") && !each.startsWith("SystemV"))
                        .sorted()
                        .map(each -> new Option(each, each.replace('_', ' ')))
                        .toList(),
                flow.zone().getId());
        showing = false;
    }
}
