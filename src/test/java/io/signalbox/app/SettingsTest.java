package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Theme;
import io.signalbox.designer.canvas.CanvasChoices;
import io.signalbox.flow.Language;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The settings as a person meets them: every choice takes effect at once, is kept, and can be set back.
final class SettingsTest extends UsabilityTask {
    private void page(String part) throws Exception {
        hands().click("#rail-settings").click("#settings-" + part);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <T> void choose(String id, T value) throws Exception {
        Rig.await(() -> hands().robot().lookup(id).tryQuery().isPresent());
        hands().robot().interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> box = hands().robot().lookup(id).queryAs(ComboBox.class);
            box.setValue(value);
        });
    }

    private boolean isKept(String name, String text) {
        return text.equals(rig().workspace().preferences().all().get(name));
    }

    @Test
    void the_language_changes_the_page_itself_and_is_kept() throws Exception {
        page("language");
        choose("#setting-language", Language.FR);
        Rig.await(() -> isKept("language", "fr"));
        assertEquals(
                "Langue et région",
                hands().robot()
                        .lookup("#settings-language")
                        .queryAs(Labeled.class)
                        .getText());
    }

    @Test
    void size_and_theme_change_at_once_and_the_page_is_set_back_alone() throws Exception {
        page("canvas");
        choose("#setting-wheel", CanvasChoices.Wheel.SCROLL);
        hands().click("#settings-appearance");
        choose("#setting-theme", Theme.Choice.CONTRAST);
        choose("#setting-scale", 150);
        var title = (Text)
                hands().robot().lookup("#settings-page .page-title .text").query();
        Rig.await(() -> Math.round(title.getFont().getSize()) == 30);
        assertTrue(studio().scene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("contrast.css")));
        Rig.await(() -> isKept("theme", "contrast") && isKept("scale", "150"));
        hands().robot()
                .interact(() ->
                        hands().robot().lookup("#settings-reset").queryButton().fire());
        Rig.await(() -> isKept("theme", "system") && isKept("scale", "100"));
        assertTrue(isKept("wheel", "SCROLL"));
    }

    @Test
    void keys_are_given_and_a_clash_is_said_in_words() throws Exception {
        page("keys");
        hands().click("#key-search").type("preview");
        hands().click("#key-change-tool-preview").press(KeyCode.CONTROL, KeyCode.K);
        Rig.await(() -> words(".key-row").contains("already means “Find anything”"));
        hands().press(KeyCode.CONTROL, KeyCode.E);
        Rig.await(() ->
                rig().workspace().preferences().all().getOrDefault("keys", "").equals("tool.preview=Shortcut+E"));
        hands().click("#key-back-tool-preview");
        Rig.await(() -> isKept("keys", ""));
    }

    private String words(String query) {
        return String.join(
                " ",
                List.copyOf(hands().robot()
                                .lookup(query)
                                .lookup(Label.class::isInstance)
                                .queryAllAs(Label.class))
                        .stream()
                        .map(Labeled::getText)
                        .toList());
    }
}
