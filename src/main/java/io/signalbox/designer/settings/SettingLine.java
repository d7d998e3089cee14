package io.signalbox.designer.settings;

import io.signalbox.designer.WholeTip;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.ToggleSwitch;

/// One thing that can be chosen: its name, what it does, and the control. Shows what is true, also when it was changed
/// elsewhere.
final class SettingLine extends FlowPane implements AutoCloseable {
    private final String key;
    private final String name;
    /// Of the words beside a control, in widths of an m.
    private static final double LEAST = 11;

    private final VBox words = new VBox();
    private final Label title = new Label();
    private final Label hint;
    private Subscription watching = Subscription.EMPTY;
    private boolean showing;

    SettingLine(String key, String name, String hint) {
        this.key = key;
        this.name = name;
        this.hint = new Label(hint);
        getStyleClass().add("setting-line");
        // Its own wish follows from its width, and must not keep it from becoming narrower.
        setMinWidth(0);
        title.setText(name);
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        this.hint.getStyleClass().addAll("caption", "muted");
        this.hint.setWrapText(true);
        this.hint.setMinHeight(Region.USE_PREF_SIZE);
        words.getChildren().addAll(title, this.hint);
        words.setMinWidth(0);
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
        box.setButtonCell(WholeTip.on(new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? "" : named.apply(value));
            }
        }));
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
        widthProperty().subscribe(() -> share(control));
        control.widthProperty().subscribe(() -> share(control));
        return this;
    }

    /// The words have what the control leaves; where that is too little, the control goes below them.
    private void share(Control control) {
        double whole = getWidth() - snappedLeftInset() - snappedRightInset();
        double rest = whole - control.getWidth() - getHgap();
        words.setPrefWidth(rest < LEAST * title.getFont().getSize() ? whole : rest);
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
