package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.css.CssParser;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Every page and popup in every theme: no style sheet names what does not exist.
final class StylesTest extends UsabilityTask {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private final List<String> complaints = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord said) {
            complaints.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Level before = Level.WARNING;

    @BeforeEach
    void listen() {
        before = CSS.getLevel() == null ? Level.WARNING : CSS.getLevel();
        CSS.addHandler(listener);
        CSS.setLevel(Level.WARNING);
        CssParser.errorsProperty().clear();
    }

    @AfterEach
    void forget() {
        CSS.removeHandler(listener);
        CSS.setLevel(before);
    }

    @Test
    void every_page_and_popup_resolves_its_styles_in_every_theme() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-fields").tryQuery().isPresent());
        for (var theme : Theme.Choice.values()) {
            hands().robot().interact(() -> studio().book().change(now -> now.withTheme(theme)));
            hands().robot().interact(() -> studio().studio().open(Rig.sample().id()));
            Rig.await(() -> hands().robot().lookup("#languages").tryQuery().isPresent());
            for (var menu : List.of("#languages", "#themes")) {
                hands().robot().interact(() -> {
                    var button = hands().robot().lookup(menu).queryAs(MenuButton.class);
                    button.show();
                    button.hide();
                });
            }
            hands().press(KeyCode.F1).press(KeyCode.ESCAPE);
            hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
            hands().robot().interact(() -> studio().studio().showFlows());
            hands().robot().interact(() -> studio().studio().showConnections());
            hands().robot().interact(() -> studio().studio().showSettings());
            for (var part : List.of("#settings-appearance", "#settings-canvas", "#settings-keys")) {
                hands().click(part);
            }
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertEquals("[]", complaints.toString());
        assertEquals("[]", CssParser.errorsProperty().toString());
    }
}
