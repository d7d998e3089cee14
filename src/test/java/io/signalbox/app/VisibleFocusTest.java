package io.signalbox.app;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Whoever goes through the window with Tab always sees where the keyboard is, and comes by everything in the order in
/// which the window is read. In this order, since the last place of the walk is a dialog, which keeps the keyboard.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class VisibleFocusTest {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /// No place has more stops.
    private static final int STOPS = 200;
    private static final int SOME = 80;
    /// Stops of one turn of the FX thread.
    private static final int AT_ONCE = 8;
    /// More than once round.
    private static final int IN_A_DIALOG = 12;

    private static final List<String> PLACES = List.of(
            "welcome",
            "flows",
            "settings-appearance",
            "settings-keys",
            "trigger",
            "conditions",
            "map",
            "service",
            "runs",
            "problems",
            "actions",
            "arrivals",
            "events-page",
            "groups-page",
            "connection",
            "new-group");

    /// As the window is read.
    private static final List<String> REGIONS =
            List.of("rail", "top-bar", "left-slot", "canvas-bar", "flow-canvas", "inspector-slot", "drawer-slot");

    private static final List<Theme.Choice> THEMES =
            List.of(Theme.Choice.LIGHT, Theme.Choice.DARK, Theme.Choice.CONTRAST);

    private final Rig rig;
    private final Easel easel;
    private final Scene scene;

    /// Looked at, each in each theme.
    private final Set<String> known = new HashSet<>();
    /// With the first place where it was seen.
    private final Map<String, String> unseen = new TreeMap<>();

    VisibleFocusTest(@TempDir Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        rig = new Rig(folder.resolve("desk"));
        rig.run(Rig.sample());
        for (var flow : PictureFlows.all()) {
            rig.workspace().flows().save(flow, 0);
        }
        easel = new Easel(rig, Theme.Choice.LIGHT, Language.EN, WIDTH, HEIGHT);
        scene = easel.studio().scene();
    }

    @AfterAll
    void close() throws Exception {
        easel.close();
        rig.close();
    }

    @Test
    @Order(2)
    void whatever_has_the_keyboard_shows_it() throws Exception {
        var themes = THEMES;
        for (var place : PLACES) {
            go(place);
            for (var theme : themes) {
                easel.run(() -> easel.studio().book().change(now -> now.withTheme(theme)));
                walk(place, theme);
            }
            themes = themes.reversed(); // The first is on already.
        }
        assertEquals(Map.of(), unseen);
        assertTrue(known.size() > SOME * THEMES.size(), known.size() + " controls");
    }

    @Test
    @Order(1)
    void the_keyboard_goes_as_the_window_is_read() throws Exception {
        go("conditions");
        assertEquals(REGIONS, WalkHands.on(() -> regions(false)));
        assertEquals(REGIONS.reversed(), WalkHands.on(() -> regions(true)));
    }

    @Test
    @Order(3)
    void an_open_dialog_keeps_the_keyboard() throws Exception {
        go("new-group");
        for (boolean back : List.of(false, true)) {
            for (int step = 0; step < IN_A_DIALOG; step++) {
                WalkHands.on(() -> tab(new Robot(), back));
                assertTrue(
                        WalkHands.on(() -> scene.lookup(".dialog-card").isFocusWithin()),
                        () -> Walk.describe(scene.getFocusOwner()));
            }
        }
    }

    private void go(String place) throws Exception {
        requireNonNull(Screens.all().get(place)).go(easel);
        // Keys go to the window that has the keyboard; those of other tests let go of it when they are gone.
        Rig.await(this::doKeysArrive);
    }

    private boolean doKeysArrive() {
        return WalkHands.on(() -> {
            scene.getWindow().requestFocus();
            scene.getRoot().requestFocus();
            tab(new Robot(), false);
            return !scene.getRoot().equals(scene.getFocusOwner());
        });
    }

    private void walk(String place, Theme.Choice theme) {
        var stops = new HashSet<Node>();
        WalkHands.on(() -> {
            scene.getRoot().requestFocus();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            // Scroll panes keep a picture of what is in them, which is drawn anew with the next pulse only.
            Walk.seen(scene.getRoot()).forEach(node -> node.setCache(false));
            return true;
        });
        boolean more = true;
        while (more) {
            more = WalkHands.on(() -> goOn(place, theme, stops));
        }
    }

    /// A few stops further.
    ///
    /// @return false once round
    private boolean goOn(String place, Theme.Choice theme, Set<Node> stops) {
        var keys = new Robot();
        for (int step = 0; step < AT_ONCE; step++) {
            keys.keyType(KeyCode.TAB);
            var focused = scene.getFocusOwner();
            if (focused == null || stops.size() == STOPS || !stops.add(focused)) {
                return false;
            }
            // Rows of a list are alike.
            boolean key = String.valueOf(focused.getId()).startsWith("key-change-");
            var name = theme + ": " + (key ? "key-change" : Walk.describe(focused));
            // A word within a sentence has no room for a ring: it turns bold and takes another colour.
            if (known.add(name) && !(focused instanceof Text)) {
                if (!FocusRing.around(focused, scene).isSeen(focused)) {
                    unseen.put(name, place);
                }
                focused.requestFocus();
            }
        }
        return true;
    }

    /// Those the keyboard comes by, from the first of the window to the last.
    private List<String> regions(boolean back) {
        var keys = new Robot();
        var regions = new ArrayList<String>();
        var first = scene.lookup(back ? ".drawer-slot" : ".rail");
        scene.getRoot().requestFocus();
        for (int step = 0; step < 2 * STOPS && !regions.containsAll(REGIONS); step++) {
            tab(keys, back);
            var region = region(scene.getFocusOwner());
            if (region.isEmpty() || (regions.isEmpty() && !first.isFocusWithin())) {
                continue;
            }
            if (regions.isEmpty() || !regions.getLast().equals(region)) {
                regions.add(region);
            }
        }
        return regions;
    }

    private static boolean tab(Robot keys, boolean back) {
        if (back) {
            keys.keyPress(KeyCode.SHIFT);
        }
        keys.keyType(KeyCode.TAB);
        if (back) {
            keys.keyRelease(KeyCode.SHIFT);
        }
        return true;
    }

    private static String region(Node focused) {
        return Stream.iterate(focused, Objects::nonNull, Node::getParent)
                .flatMap(node -> node.getStyleClass().stream())
                .filter(REGIONS::contains)
                .findFirst()
                .orElse("");
    }
}
