package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;

/// Picks one of several named things; typing in the open list narrows it down.
final class OptionPicker extends SearchableComboBox<OptionPicker.Option> {
    /// @param id what is stored
    record Option(String id, String text) {}

    private boolean filling;
    private String current = "";
    /// What is to be shown once the list is shut.
    private Runnable later = () -> {};

    OptionPicker(String name, Consumer<String> chosen) {
        getStyleClass().add("option-picker");
        setAccessibleText(name);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Option option) {
                return option == null ? "" : option.text();
            }

            @Override
            public Option fromString(String text) {
                return getItems().stream()
                        .filter(option -> option.text().equals(text))
                        .findFirst()
                        .orElse(getValue());
            }
        });
        valueProperty().addListener((_, _, option) -> {
            if (!filling && option != null && !option.id().equals(current)) {
                chosen.accept(option.id());
            }
        });
        skinProperty().subscribe(_ -> speak(name));
        showingProperty().subscribe(open -> {
            if (!open) {
                var waiting = later;
                later = () -> {};
                waiting.run();
            }
        });
    }

    /// The control's own word for searching is English whatever the person speaks, and its picture is none of ours.
    private void speak(String name) {
        for (var child : getChildrenUnmodifiable()) {
            if (child instanceof CustomTextField search) {
                search.setPromptText("");
                search.setAccessibleText(name);
                search.setLeft(Icon.of("search"));
            }
        }
    }

    /// @param id of the chosen one; one that is not listed is shown as it is, for it is what is stored
    void show(List<Option> options, String id) {
        later = () -> {};
        if (isShowing()) {
            // Between press and release the open list still draws what was in it.
            later = () -> fill(options, id);
        } else {
            fill(options, id);
        }
    }

    private void fill(List<Option> options, String id) {
        filling = true;
        current = id;
        var all = new ArrayList<>(options);
        if (!id.isEmpty() && all.stream().noneMatch(option -> option.id().equals(id))) {
            all.addFirst(new Option(id, id));
        }
        if (!getItems().equals(all)) {
            // Another list, not other items: what draws them would look for the old ones at places that are gone.
            setValue(null);
            setItems(FXCollections.observableArrayList(all));
        }
        setValue(all.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElse(null));
        filling = false;
    }
}
