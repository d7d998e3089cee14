package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Habits;
import io.signalbox.designer.Theme;
import io.signalbox.designer.canvas.CanvasChoices;
import io.signalbox.engine.Retention;
import io.signalbox.flow.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
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
    void how_long_data_stays_is_kept_where_the_executor_reads_it_and_set_back() throws Exception {
        page("data");
        choose("#setting-payloads", Duration.ofDays(14));
        choose("#setting-runs", Duration.ofDays(365));
        choose("#setting-size", 5L << 30);
        var wanted = Retention.STANDARD
                .withPayloads(Duration.ofDays(14))
                .withRuns(Duration.ofDays(365))
                .withSize(5L << 30);
        Rig.await(() -> Retention.of(rig().workspace().preferences().all()).equals(wanted));
        hands().robot()
                .interact(() ->
                        hands().robot().lookup("#settings-reset").queryButton().fire());
        Rig.await(() -> Retention.of(rig().workspace().preferences().all()).equals(Retention.STANDARD));
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
        var row = hands().robot().lookup("#setting-density").query().getParent();
        double roomy = row.getBoundsInParent().getHeight();
        choose("#setting-density", Habits.Density.COMPACT);
        Rig.await(() -> isKept("density", "COMPACT")
                && hands().robot()
                                .lookup("#setting-density")
                                .query()
                                .getParent()
                                .getBoundsInParent()
                                .getHeight()
                        < roomy);
        hands().robot()
                .interact(() ->
                        hands().robot().lookup("#settings-reset").queryButton().fire());
        Rig.await(() -> isKept("theme", "system") && isKept("scale", "100") && isKept("density", "COMFORTABLE"));
        assertTrue(isKept("wheel", "SCROLL"));
    }

    @Test
    void places_are_named_the_ground_goes_plain_and_a_new_flow_writes_as_chosen() throws Exception {
        page("appearance");
        hands().click("#setting-named");
        Rig.await(() -> isKept("rail.named", "true"));
        var place = hands().robot().lookup("#rail-groups").queryAs(Labeled.class);
        assertEquals("Permission groups", place.getText());
        assertEquals(ContentDisplay.LEFT, place.getContentDisplay());
        hands().click("#settings-canvas").click("#setting-dots");
        Rig.await(() -> isKept("canvas.dots", "false"));
        hands().click("#settings-language");
        choose("#setting-writes", Optional.of(Language.ES));
        Rig.await(() -> isKept("flows.language", "es"));
        hands().click("#rail-flows").press(KeyCode.CONTROL, KeyCode.N);
        Rig.await(() -> rig().workspace().flows().find("new-flow").isPresent());
        var made = rig().workspace().flows().find("new-flow").orElseThrow().flow();
        assertEquals(Language.ES, made.locality().language());
        assertEquals("Nuevo flujo", made.name());
        Rig.await(() -> hands().robot().lookup(".canvas-ground").tryQuery().isPresent());
        assertFalse(hands().robot().lookup(".canvas-ground").query().isVisible());
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

    @Test
    void each_page_is_set_back() throws Exception {
        rig().workspace()
                .preferences()
                .save(Map.of(
                        "reopens", "true", "masks", "true", "map", "NEVER", "heals", "false", "stillness", "true"));
        hands().robot().interact(() -> {
            studio().book().change(now -> now.withHeals(false).withStillness(true));
            studio().book()
                    .change(now -> now.withHabits(
                            habits -> habits.withReopens(true).withMasks(true).withMap(Habits.MapShown.NEVER)));
        });
        for (var part : List.of("general", "appearance", "canvas", "privacy")) {
            page(part);
            hands().click("#settings-reset");
        }
        Rig.await(() -> isKept("reopens", "false")
                && isKept("masks", "false")
                && isKept("map", "AUTOMATIC")
                && isKept("heals", "true")
                && isKept("stillness", "false"));
    }

    @Test
    void a_setting_is_found_by_its_name_and_has_the_keyboard() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        hands().press(KeyCode.CONTROL, KeyCode.K).type("hide phone").press(KeyCode.ENTER);
        Rig.await(() -> studio().scene().getFocusOwner() != null
                && "setting-masks".equals(studio().scene().getFocusOwner().getId()));
    }

    @Test
    void a_theme_changes_under_an_open_flow_and_nothing_is_lost() throws Exception {
        hands().click("#node-wo");
        hands().robot().interact(() -> studio().book().change(now -> now.withTheme(Theme.Choice.DARK)));
        assertTrue(studio().scene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("dark.css")));
        assertEquals("node-wo", studio().scene().getFocusOwner().getId());
        hands().robot().interact(() -> studio().book().change(now -> now.withTheme(Theme.Choice.LIGHT)));
        assertTrue(studio().scene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("light.css")));
    }

    @Test
    void the_map_is_shown_as_chosen() throws Exception {
        Rig.await(() -> hands().robot().lookup("#minimap").tryQuery().isPresent());
        assertFalse(hands().robot().lookup("#minimap").query().isVisible());
        hands().robot()
                .interact(() -> studio().book()
                        .change(now -> now.withHabits(habits -> habits.withMap(Habits.MapShown.ALWAYS))));
        assertTrue(hands().robot().lookup("#minimap").query().isVisible());
    }

    @Test
    void the_flow_that_was_open_is_opened_again() throws Exception {
        Rig.await(() -> isKept("flow", Rig.sample().id()));
        hands().robot().interact(() -> {
            studio().book().change(now -> now.withHabits(habits -> habits.withReopens(true)));
            studio().studio().showConnections();
            studio().studio().begin();
        });
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
    }

    @Test
    void nothing_pulses_or_glides_where_stillness_is_wanted() {
        hands().robot().interact(() -> studio().book().change(now -> now.withStillness(false)));
        assertFalse(studio().window().getStyleClass().contains("still"));
        hands().robot().interact(() -> studio().book().change(now -> now.withStillness(true)));
        assertTrue(studio().window().getStyleClass().contains("still"));
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
