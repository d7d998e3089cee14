package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.canvas.CanvasChoices;
import io.signalbox.engine.Retention;
import io.signalbox.flow.Language;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class PreferencesTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 860);
    private static final Rectangle2D BESIDE = new Rectangle2D(1440, 0, 1920, 1040);

    @Test
    void what_was_stored_is_read_again() {
        var liked = new Preferences(
                        Optional.of(Language.PT_BR),
                        Theme.Choice.CONTRAST,
                        125,
                        true,
                        CanvasChoices.Wheel.SCROLL,
                        false,
                        false,
                        new Panels(false, true, false, false, 280, 360, 300),
                        Map.of("edit.undo", List.of("Shortcut+U", "Shortcut+Numpad 1"), "top.help", List.of()),
                        Map.of(),
                        new Habits(
                                true,
                                "new-wo",
                                true,
                                Habits.MapShown.NEVER,
                                Habits.Density.COMPACT,
                                true,
                                new LinkedHashSet<>(List.of("LOOK", "MAP")),
                                Retention.STANDARD
                                        .withRuns(Duration.ofDays(180))
                                        .withSize(5L << 30),
                                7,
                                true,
                                true,
                                false,
                                Optional.of(Language.ES)))
                .withPlacement(new Placement("1440x900@0,0", 10, -20, 1200, 800, true));
        assertEquals(liked, Preferences.of(liked.texts()));
    }

    @Test
    void what_cannot_be_read_is_as_it_comes() {
        assertEquals(
                Preferences.standard(),
                Preferences.of(Map.of(
                        "language", "tlh",
                        "theme", "plaid",
                        "scale", "huge",
                        "wheel", "SPIN",
                        "palette-width", "-7",
                        "screens", "here=nowhere",
                        "of-tomorrow", "1")));
    }

    @Test
    void a_scale_stays_readable() {
        assertEquals(150, Preferences.standard().withScale(900).scale());
        assertEquals(90, Preferences.standard().withScale(1).scale());
    }

    @Test
    void a_window_comes_back_where_it_stood() {
        assertEquals(new Rectangle2D(1500, 40, 1200, 800), shown(1500, 40, 1200, 800, LAPTOP, BESIDE));
    }

    @Test
    void a_window_whose_screen_is_gone_opens_on_one_that_is_there() {
        assertEquals(new Rectangle2D(240, 40, 1200, 800), shown(1500, 40, 1200, 800, LAPTOP));
        assertEquals(new Rectangle2D(0, 0, 1440, 860), shown(-4000, -900, 3000, 2000, LAPTOP));
    }

    @Test
    void a_window_is_never_smaller_than_it_can_be_used() {
        assertEquals(new Rectangle2D(10, 10, 960, 640), shown(10, 10, 100, 50, LAPTOP));
    }

    private static Rectangle2D shown(double x, double y, double width, double height, Rectangle2D... screens) {
        return WindowPlace.onScreen(new Placement("some", x, y, width, height, false), List.of(screens));
    }
}
