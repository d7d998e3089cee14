package io.signalbox.designer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The places of the program; one is always chosen.
final class Rail extends VBox {
    private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");

    private final ToggleGroup places = new ToggleGroup();
    private final Map<String, ObjectProperty<RailMark>> marks = new HashMap<>();

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

    /// @param named whether the places have their names beside them
    void name(boolean named) {
        pseudoClassStateChanged(NAMED, named);
        places.getToggles().stream()
                .map(ToggleButton.class::cast)
                .forEach(place -> place.setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    /// Marks the place without opening it.
    void choose(String id) {
        places.getToggles().stream()
                .filter(toggle -> id.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(places::selectToggle);
    }

    /// Tells what is new at a place.
    void mark(String id, RailMark mark) {
        Optional.ofNullable(marks.get(id)).ifPresent(place -> place.set(mark));
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
        var mark = new SimpleObjectProperty<>(RailMark.none());
        marks.put(entry.id(), mark);
        var button = new ToggleButton("", picture(entry, mark));
        button.setId("rail-" + entry.id());
        button.setUserData(entry.id());
        button.getStyleClass().add("rail-entry");
        button.setToggleGroup(places);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.textProperty().bind(words.bound(entry.key()));
        var said = words.bound(entry.key())
                .flatMap(name -> mark.map(now -> now.spoken().isEmpty() ? name : name + ", " + now.spoken()));
        button.accessibleTextProperty().bind(said);
        var tip = new Tip();
        tip.textProperty().bind(said);
        button.setTooltip(tip);
        button.setOnAction(_ -> {
            // A second click would leave no place chosen.
            button.setSelected(true);
            entry.open().run();
        });
        return button;
    }

    /// The icon with its badge or dot at the upper right.
    private static StackPane picture(RailEntry entry, ObservableValue<RailMark> mark) {
        var badge = new Label();
        badge.getStyleClass().add("rail-badge");
        badge.textProperty().bind(mark.map(RailMark::badge));
        badge.visibleProperty().bind(mark.map(now -> !now.badge().isEmpty()));
        badge.setMinWidth(USE_PREF_SIZE);
        var dot = new Region();
        dot.getStyleClass().add("rail-dot");
        dot.visibleProperty().bind(mark.map(RailMark::live));
        var picture = new StackPane(Icon.of(entry.icon(), "icon-20"), badge, dot);
        picture.getStyleClass().add("rail-picture");
        // What stands beside the icon takes no room from it.
        for (var beside : List.of(badge, dot)) {
            StackPane.setAlignment(beside, Pos.TOP_RIGHT);
        }
        return picture;
    }
}
