package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Icon;
import io.signalbox.designer.TextWidth;
import io.signalbox.designer.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("general", "settings"),
            Map.entry("setup", "settings"),
            Map.entry("conditions", "filter"),
            Map.entry("actions", "bolt"),
            Map.entry("sandbox", "message"),
            Map.entry("input", "download"),
            Map.entry("output", "upload"),
            Map.entry("notes", "pencil"),
            Map.entry("preview", "play"),
            Map.entry("runs", "runs"),
            Map.entry("problems", "warning"),
            Map.entry("request", "arrow"),
            Map.entry("rules", "filter"),
            Map.entry("table", "grid"),
            Map.entry("tree", "tree"),
            Map.entry("json", "text"));

    /// A count behind a name, in widths of an m.
    private static final double COUNT = 2.2;

    /// An icon without a name, in the same.
    private static final double ICON = 1.2;

    private static final double PADDING = 2;

    /// Has the letters of a chosen tab.
    private final Label yardstick = new Label();

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
            shrink();
        });
        widthProperty().subscribe(this::shrink);
        yardstick.setManaged(false);
        yardstick.setVisible(false);
        yardstick.getStyleClass().add("tab-yardstick");
        yardstick.fontProperty().subscribe(this::shrink);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Keeps the buttons, and with them the keyboard and a click under way, while words, counts or the choice change.
    void show(List<Tab> tabs, String key) {
        if (!keys(tabs).equals(keys(shown))) {
            buttons.clear();
            getChildren().setAll(yardstick);
            for (var tab : tabs) {
                if (!buttons.isEmpty()) {
                    getChildren().add(gap());
                }
                var button = button(tab);
                buttons.add(button);
                getChildren().add(button);
            }
        }
        shown = List.copyOf(tabs);
        for (int at = 0; at < tabs.size(); at++) {
            name(buttons.get(at), tabs.get(at));
            buttons.get(at).setSelected(tabs.get(at).key().equals(key));
        }
        shrink();
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

    private static void name(ToggleButton button, Tab tab) {
        button.setAccessibleText(tab.count().isEmpty() ? tab.text() : tab.text() + ", " + tab.count());
    }

    /// Where not every name fits, the chosen tab and the first others have one; the rest show their icons and tell
    /// their names in tips.
    private void shrink() {
        if (buttons.size() != shown.size()) {
            return; // They are being changed, and are looked at once they are.
        }
        double left = getWidth() > 0 ? getWidth() - least() : Double.MAX_VALUE;
        for (int at = 0; at < shown.size(); at++) {
            var button = buttons.get(at);
            var tab = shown.get(at);
            var icon = ICONS.get(tab.key());
            boolean chosenOne = isNamed(at);
            left -= chosenOne ? 0 : named(tab) - iconWidth();
            if (left < 0 && icon != null && !chosenOne) {
                button.setText("");
                button.setGraphic(Icon.of(icon));
                button.setTooltip(new Tip(button.getAccessibleText()));
            } else {
                button.setTooltip(null);
                fill(button, tab);
            }
        }
    }

    /// True for a tab that has its name at any width.
    private boolean isNamed(int at) {
        return buttons.get(at).isSelected() || !ICONS.containsKey(shown.get(at).key());
    }

    /// What it needs when only the chosen tab has its name.
    double least() {
        double least = snappedLeftInset() + snappedRightInset();
        for (int at = 0; at < shown.size(); at++) {
            least += 2 * getSpacing() + (isNamed(at) ? named(shown.get(at)) : iconWidth());
        }
        return least;
    }

    private double named(Tab tab) {
        var font = yardstick.getFont();
        return TextWidth.of(tab.text(), font) + (tab.count().isEmpty() ? 0 : COUNT * font.getSize()) + PADDING;
    }

    private double iconWidth() {
        return ICON * yardstick.getFont().getSize() + PADDING;
    }

    /// That of the names, also while only icons are shown: they come back as soon as there is room.
    @Override
    protected double computePrefWidth(double height) {
        double wanted = shown.stream().mapToDouble(this::named).sum() + 2 * getSpacing() * shown.size();
        return Math.max(super.computePrefWidth(height), wanted + snappedLeftInset() + snappedRightInset());
    }

    private static void fill(ToggleButton button, Tab tab) {
        button.setText(tab.text());
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
            Keyboard.giveTo(buttons.get(at));
        }
    }
}
