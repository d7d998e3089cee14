package io.signalbox.designer;

import io.signalbox.flow.Language;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// Logo, where one is, what differs from what runs, whether events are listened to, language, theme, help.
final class TopBar extends HBox {
    private static final String LOGO =
            "M6 19 H11 C15 19 13 9 17 9 H22 M22 6.4 A2.6 2.6 0 1 1 21.99 6.4 Z M6 16.4 A2.6 2.6 0 1 1 5.99 16.4 Z";

    private static final String FLOWS = "flows";

    private final Crumbs crumbs;
    private final HBox chip = new HBox();
    private final HBox listening = new HBox();
    private final IconButton help;
    private final Button search;
    private final Words words;

    TopBar(Words words, Theme theme, Shortcuts shortcuts) {
        this.words = words;
        getStyleClass().add("top-bar");
        crumbs = new Crumbs(words);
        chip.getStyleClass().add("slot");
        listening.getStyleClass().add("slot");
        listening.setMinWidth(USE_PREF_SIZE);
        help = new IconButton(words, Icon.of("help", "icon-18"), "top.help", shortcuts.bound("top.help", words));
        search = new Button("", Icon.of("search"));
        search.setId("top-search");
        search.getStyleClass().add("top-search");
        search.textProperty().bind(words.bound("top.search"));
        search.setMinWidth(0);
        var keys = new Tip();
        keys.textProperty().bind(shortcuts.bound("search.all", words));
        search.setTooltip(keys);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        var line = new Region();
        line.getStyleClass().add("upright-line");
        getChildren()
                .addAll(
                        logo(),
                        crumbs,
                        chip,
                        space,
                        search,
                        gap,
                        listening,
                        line,
                        languages(words),
                        themes(words, theme),
                        help);
        alone("top.flows");
    }

    /// @param folder of the open flow, see [io.signalbox.flow.Filing]
    void showFlow(String folder, String name) {
        crumbs.showFlow(folder, name);
    }

    /// An area other than that of the flows stands alone.
    ///
    /// @param area as the rail calls it
    /// @param open true when a flow is open, whose name stays
    void showArea(String area, boolean open) {
        if (!area.equals(FLOWS)) {
            alone("rail." + area);
        } else if (!open) {
            alone("top.flows");
        }
    }

    private void alone(String key) {
        crumbs.showAlone(words.bound(key));
    }

    void setChip(Node... nodes) {
        chip.getChildren().setAll(nodes);
    }

    void setListening(Node... nodes) {
        listening.getChildren().setAll(nodes);
    }

    /// @param open told the folder whose flows are wanted, blank for all
    void setOnFlows(Consumer<String> open) {
        crumbs.setOnOpen(open);
    }

    void setOnSearch(Runnable open) {
        search.setOnAction(_ -> open.run());
    }

    void setOnHelp(Runnable open) {
        help.setOnAction(_ -> open.run());
    }

    private static Node logo() {
        var line = new SVGPath();
        line.setContent(LOGO);
        line.getStyleClass().add("logo-line");
        var logo = new StackPane(line);
        logo.getStyleClass().add("logo");
        var place = new StackPane(logo);
        place.getStyleClass().add("logo-place");
        return place;
    }

    private static MenuButton languages(Words words) {
        var menu = menu(words, "languages", "top.language", Icon.of("globe", "icon-14"));
        menu.textProperty()
                .bind(words.textsProperty().map(texts -> texts.language().ownName()));
        var group = new ToggleGroup();
        for (var language : Language.values()) {
            var item = new RadioMenuItem(language.ownName());
            item.setId("language-" + language.tag());
            item.setToggleGroup(group);
            item.setSelected(language == words.language());
            item.setOnAction(_ -> words.speak(language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuButton themes(Words words, Theme theme) {
        var menu = menu(words, "themes", "top.theme", Icon.of("sun", "icon-16"));
        menu.getStyleClass().add("icon-only");
        var group = new ToggleGroup();
        for (var choice : Theme.Choice.values()) {
            var item = new RadioMenuItem();
            item.setId("theme-" + choice.key());
            item.textProperty().bind(words.bound("top.theme." + choice.key()));
            item.setToggleGroup(group);
            item.setSelected(choice == theme.choiceProperty().get());
            item.setOnAction(_ -> theme.choose(choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuButton menu(Words words, String id, String key, Icon icon) {
        var menu = new MenuButton("", icon);
        menu.setId(id);
        menu.getStyleClass().addAll("flat", "small");
        menu.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        menu.accessibleTextProperty().bind(words.bound(key));
        menu.setMinWidth(USE_PREF_SIZE);
        var tip = new Tip();
        tip.textProperty().bind(words.bound(key));
        menu.setTooltip(tip);
        return menu;
    }
}
