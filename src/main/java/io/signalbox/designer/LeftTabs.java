package io.signalbox.designer;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The two panels that share the left: the palette and the outline, each under the same pair of buttons.
final class LeftTabs {
    private final Words words;
    private final PreferenceBook book;

    LeftTabs(Words words, PreferenceBook book) {
        this.words = words;
        this.book = book;
    }

    /// The panel below its pair of buttons.
    VBox over(Region panel) {
        boolean outline = !panel.getStyleClass().contains("palette");
        var row = new HBox(
                button("left-palette", "palette.name", !outline, false),
                button("left-outline", "outline.tab", outline, true));
        row.getStyleClass().add("left-tabs");
        VBox.setVgrow(panel, Priority.ALWAYS);
        return new VBox(row, panel);
    }

    private ToggleButton button(String id, String key, boolean here, boolean outline) {
        var button = new ToggleButton();
        button.setId(id + (here ? "" : "-go"));
        button.getStyleClass().addAll("flat", "left-tab");
        // Bound, since a pair is built for each flow that is opened: a subscription would keep them all.
        button.textProperty().bind(words.bound(key));
        button.setSelected(here);
        button.setOnAction(_ -> {
            // It stands for what is shown, so it never changes by itself.
            button.setSelected(here);
            book.change(now -> now.withPanels(now.panels().withOutline(outline)));
        });
        return button;
    }

    /// Palette or outline.
    void turn() {
        book.change(now -> now.withPanels(
                now.panels().withPalette(true).withOutline(!now.panels().outline())));
    }

    void toggle(Workbench bench) {
        if (bench.slides()) {
            bench.slide();
        } else {
            book.change(
                    now -> now.withPanels(now.panels().withPalette(!now.panels().palette())));
        }
    }

    void toggleInspector() {
        book.change(
                now -> now.withPanels(now.panels().withInspector(!now.panels().inspector())));
    }
}
