package io.signalbox.designer.studio;

import io.signalbox.designer.Icon;
import io.signalbox.designer.TextWidth;
import io.signalbox.designer.Tip;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Texts;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

/// Beside the preview's button: the sample that the flow is tried with, and the others to choose from.
final class SamplePicker extends MenuButton implements AutoCloseable {
    private final LivePreview preview;
    private final Texts texts;
    private final Tip whole = new Tip();
    private final Subscription watching;
    private List<String> names = List.of();
    /// All there is to say, and what is said where that does not fit.
    private String full = "";

    private String terse = "";

    SamplePicker(Words words, LivePreview preview) {
        this.preview = preview;
        this.texts = Texts.of(SamplePicker.class, words.language());
        setId("sample");
        setGraphic(Icon.of("pin"));
        getStyleClass().add("sample-picker");
        setTooltip(whole);
        watching = Subscription.combine(
                preview.modelProperty().subscribe(_ -> draw()), widthProperty().subscribe(_ -> say()));
    }

    /// As wide as all its words want it, whichever are shown.
    @Override
    protected double computePrefWidth(double height) {
        return super.computePrefWidth(height) + TextWidth.of(full, getFont()) - TextWidth.of(getText(), getFont());
    }

    private void say() {
        setText(getWidth() < prefWidth(-1) ? terse : full);
    }

    private void draw() {
        var samples =
                preview.model().flow().samples().stream().map(Sample::name).toList();
        var chosen = preview.model().sample().map(Sample::name).orElse("");
        boolean past = preview.model().past().isPresent();
        boolean named = !past && !chosen.isEmpty();
        full = named ? texts.text("sample", brief(chosen)) : texts.text(past ? "sample.past" : "sample.none");
        terse = named ? brief(chosen) : full;
        say();
        setAccessibleText(named ? texts.text("sample", chosen) : full);
        whole.setText(getAccessibleText());
        setDisable(samples.isEmpty());
        if (!samples.equals(names)) {
            names = samples;
            list();
        }
        getItems()
                .forEach(item ->
                        ((RadioMenuItem) item).setSelected(item.getText().equals(chosen)));
    }

    private void list() {
        var group = new ToggleGroup();
        getItems().clear();
        for (var name : names) {
            var item = new RadioMenuItem(name);
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setOnAction(_ -> preview.use(name));
            getItems().add(item);
        }
    }

    /// What stands before the colon names the sample well enough for a button.
    private static String brief(String name) {
        int colon = name.indexOf(':');
        return colon > 0 ? name.substring(0, colon) : name;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
