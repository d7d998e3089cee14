package io.signalbox.designer.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of tabs, the chosen one underlined. Left and right go from tab to tab.
final class TabBar extends HBox {
    /// @param key what is told when it is chosen
    /// @param count shown behind the name; blank for none
    record Tab(String key, String text, String count) {}

    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final Consumer<String> chosen;
    private List<Tab> shown = List.of();

    TabBar(Consumer<String> chosen) {
        this.chosen = chosen;
        getStyleClass().add("tab-bar");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        // A tab row without a chosen tab would show nothing: a second click changes nothing.
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Keeps the buttons, and with them the keyboard and a click under way, while words, counts or the choice change.
    void show(List<Tab> tabs, String key) {
        if (!keys(tabs).equals(keys(shown))) {
            buttons.clear();
            getChildren().clear();
            for (var tab : tabs) {
                if (!buttons.isEmpty()) {
                    getChildren().add(gap());
                }
                var button = button(tab);
                buttons.add(button);
                getChildren().add(button);
            }
        }
        for (int at = 0; at < tabs.size(); at++) {
            fill(buttons.get(at), tabs.get(at));
            buttons.get(at).setSelected(tabs.get(at).key().equals(key));
        }
        shown = List.copyOf(tabs);
    }

    private static List<String> keys(List<Tab> tabs) {
        return tabs.stream().map(Tab::key).toList();
    }

    /// Gives way where the words of a language are long.
    private static Region gap() {
        var gap = new Region();
        gap.getStyleClass().add("tab-gap");
        return gap;
    }

    private ToggleButton button(Tab tab) {
        var button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "tab-button");
        button.setUserData(tab.key());
        button.setId("tab-" + tab.key());
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(_ -> chosen.accept(tab.key()));
        return button;
    }

    private static void fill(ToggleButton button, Tab tab) {
        button.setText(tab.text());
        button.setAccessibleText(tab.count().isEmpty() ? tab.text() : tab.text() + ", " + tab.count());
        if (tab.count().isEmpty()) {
            button.setGraphic(null);
        } else if (button.getGraphic() instanceof Label count) {
            count.setText(tab.count());
        } else {
            var count = new Label(tab.count());
            count.getStyleClass().add("tab-count");
            button.setGraphic(count);
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
    }

    private void key(KeyEvent event) {
        int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (by != 0 && !buttons.isEmpty()) {
            turn(by);
            event.consume();
        }
    }

    /// Chooses the tab so many places on, round the ends, and gives it the keyboard.
    void turn(int by) {
        if (!buttons.isEmpty()) {
            int at = Math.floorMod(buttons.indexOf((ToggleButton) group.getSelectedToggle()) + by, buttons.size());
            buttons.get(at).fire();
            buttons.get(at).requestFocus();
        }
    }
}
