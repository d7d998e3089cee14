package io.signalbox.designer;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The places of the program; one is always chosen.
final class Rail extends VBox {
    private final ToggleGroup places = new ToggleGroup();

    Rail(Words words, List<RailEntry> entries) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(words.bound("rail.name"));
        entries.stream()
                .filter(entry -> !entry.last())
                .forEach(entry -> getChildren().add(button(words, entry)));
        var space = new Region();
        setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
        entries.stream().filter(RailEntry::last).forEach(entry -> getChildren().add(button(words, entry)));
    }

    /// Marks the place without opening it.
    void choose(String id) {
        places.getToggles().stream()
                .filter(toggle -> id.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(places::selectToggle);
    }

    /// Opens the place of that number, counted from 1 downwards.
    ///
    /// @return false when there are fewer
    boolean open(int number) {
        if (number > places.getToggles().size()) {
            return false;
        }
        ((ToggleButton) places.getToggles().get(number - 1)).fire();
        return true;
    }

    /// @return false when there is none of that id
    boolean open(String id) {
        var found = places.getToggles().stream()
                .filter(toggle -> id.equals(toggle.getUserData()))
                .findFirst();
        found.ifPresent(toggle -> ((ToggleButton) toggle).fire());
        return found.isPresent();
    }

    private ToggleButton button(Words words, RailEntry entry) {
        var button = new ToggleButton("", Icon.of(entry.icon(), "icon-20"));
        button.setId("rail-" + entry.id());
        button.setUserData(entry.id());
        button.getStyleClass().add("rail-entry");
        button.setToggleGroup(places);
        button.accessibleTextProperty().bind(words.bound(entry.key()));
        var tip = new Tip();
        tip.textProperty().bind(words.bound(entry.key()));
        button.setTooltip(tip);
        button.setOnAction(_ -> {
            // A second click would leave no place chosen.
            button.setSelected(true);
            entry.open().run();
        });
        return button;
    }
}
