package io.signalbox.designer.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.ToggleSwitch;

/// One thing that can be chosen: its name, what it does, and the control. Shows what is true, also when it was changed
/// elsewhere.
final class SettingLine extends HBox implements AutoCloseable {
    private final String key;
    private final String name;
    private final Label hint;
    private Subscription watching = Subscription.EMPTY;
    private boolean showing;

    SettingLine(String key, String name, String hint) {
        this.key = key;
        this.name = name;
        this.hint = new Label(hint);
        getStyleClass().add("setting-line");
        var title = new Label(name);
        title.getStyleClass().add("strong");
        this.hint.getStyleClass().addAll("caption", "muted");
        this.hint.setWrapText(true);
        this.hint.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(title, this.hint);
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
    }

    SettingLine hint(String text) {
        hint.setText(text);
        return this;
    }

    /// A list to choose from.
    <T> SettingLine choice(List<T> all, Function<T, String> named, ObservableValue<T> now, Consumer<T> chosen) {
        var box = new ComboBox<T>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : named.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into: " + text);
            }
        });
        watching = now.subscribe(value -> show(() -> box.setValue(value)));
        box.setOnAction(_ -> {
            if (!showing) {
                chosen.accept(box.getValue());
            }
        });
        return with(box);
    }

    SettingLine truth(ObservableValue<Boolean> now, Consumer<Boolean> chosen) {
        var toggle = new ToggleSwitch();
        watching = now.subscribe(value -> show(() -> toggle.setSelected(value)))
                .and(toggle.selectedProperty().subscribe((_, on) -> {
                    if (!showing) {
                        chosen.accept(on);
                    }
                }));
        return with(toggle);
    }

    private SettingLine with(Control control) {
        control.setId("setting-" + key);
        control.getStyleClass().add("setting-control");
        control.setAccessibleText(name);
        control.setAccessibleHelp(hint.getText());
        getChildren().add(control);
        return this;
    }

    private void show(Runnable change) {
        showing = true;
        try {
            change.run();
        } finally {
            showing = false;
        }
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
