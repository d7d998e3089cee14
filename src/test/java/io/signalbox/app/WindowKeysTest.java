package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.search.Find;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/// The keys of the window itself, and where they are listed.
final class WindowKeysTest extends UsabilityTask {
    private static final NodeId WO = new NodeId("wo");

    private String stored() {
        return rig().workspace()
                .flows()
                .find(Rig.sample().id())
                .orElseThrow()
                .flow()
                .node(WO)
                .orElseThrow()
                .name();
    }

    private boolean isShown(String query) {
        return hands().robot().lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void ready() throws InterruptedException {
        Rig.await(() -> isShown("#node-wo"));
    }

    @Test
    void three_regions_come_and_go_by_key() throws Exception {
        ready();
        var panels = studio().book().now().panels();
        hands().click("#node-wo").press(KeyCode.CONTROL, KeyCode.I);
        Rig.await(() -> !isShown("#inspector"));
        hands().press(KeyCode.CONTROL, KeyCode.I);
        Rig.await(() -> isShown("#inspector"));
        hands().press(KeyCode.CONTROL, KeyCode.J);
        assertEquals(!panels.drawer(), studio().book().now().panels().drawer());
        hands().press(KeyCode.CONTROL, KeyCode.J);
        assertEquals(panels, studio().book().now().panels());
        // With room beside the canvas: this window is narrow, so the inspector goes first.
        hands().press(KeyCode.CONTROL, KeyCode.I).press(KeyCode.CONTROL, KeyCode.B);
        assertEquals(!panels.palette(), studio().book().now().panels().palette());
        hands().press(KeyCode.CONTROL, KeyCode.B);
        assertEquals(panels.palette(), studio().book().now().panels().palette());
    }

    @Test
    void one_key_goes_back_and_forth_between_two_flows() throws Exception {
        ready();
        hands().press(KeyCode.CONTROL, KeyCode.W);
        Rig.await(() -> isShown("#flows"));
        hands().press(KeyCode.CONTROL, KeyCode.N);
        Rig.await(() -> opened().equals("new-flow"), this::opened);
        hands().press(KeyCode.CONTROL, KeyCode.TAB);
        Rig.await(() -> opened().equals(Rig.sample().id()), this::opened);
        hands().press(KeyCode.CONTROL, KeyCode.TAB);
        Rig.await(() -> opened().equals("new-flow"), this::opened);
        hands().press(KeyCode.CONTROL, KeyCode.W);
        Rig.await(() -> isShown("#flows"));
        hands().press(KeyCode.CONTROL, KeyCode.TAB);
        Rig.await(() -> opened().equals("new-flow") && isShown("#canvas"), this::opened);
    }

    /// The flow that was opened last.
    private String opened() {
        return studio().book().now().habits().flow();
    }

    @Test
    void who_edits_a_node_gets_the_inspector_though_it_was_put_away() throws Exception {
        ready();
        hands().press(KeyCode.CONTROL, KeyCode.I);
        Rig.await(() -> !isShown("#inspector"));
        hands().press(KeyCode.ENTER);
        Rig.await(() -> region().equals("#inspector"), this::region);
        hands().press(KeyCode.ESCAPE);
        assertEquals("#canvas", region());
    }

    @Test
    void the_inspector_gives_the_keyboard_back_to_what_was_edited() throws Exception {
        ready();
        hands().press(KeyCode.W).press(KeyCode.ENTER);
        Rig.await(() -> region().equals("#inspector"));
        hands().press(KeyCode.ESCAPE);
        assertEquals(
                List.of("link"), List.copyOf(studio().scene().getFocusOwner().getStyleClass()));
        hands().press(KeyCode.A).type("http").press(KeyCode.ENTER);
        Rig.await(() -> studio().focused().equals("node-http"));
        hands().press(KeyCode.ENTER);
        Rig.await(() -> region().equals("#inspector"));
        hands().press(KeyCode.CONTROL, KeyCode.Z);
        Rig.await(() -> region().equals("#canvas"), studio()::focused);
    }

    @Test
    void what_is_said_again_gets_the_keyboard_again_since_that_is_what_is_read() throws Exception {
        ready();
        var node = "node-trigger";
        Rig.await(() -> studio().focused().equals(node));
        var told = new ArrayList<String>();
        var watching = new AtomicReference<>(Subscription.EMPTY);
        hands().robot()
                .interact(() -> watching.set(studio().scene()
                        .focusOwnerProperty()
                        .subscribe((_, now) -> told.add(now.getId() + ": " + now.getAccessibleText()))));
        hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        hands().robot().interact(() -> watching.get().unsubscribe());
        assertEquals(node, studio().focused());
        assertTrue(told.getLast().startsWith(node + ": Trigger, New work order"), told::toString);
    }

    /// The region with the keyboard, as it is looked up.
    private String region() {
        return Stream.of(".rail", ".left-slot", "#canvas", "#inspector", "#drawer")
                .filter(region ->
                        hands().robot().lookup(region).queryAll().stream().anyMatch(Keyboard::isIn))
                .findFirst()
                .orElse("");
    }

    @Test
    void f6_leads_round_all_regions_and_back() throws Exception {
        ready();
        var onwards = new ArrayList<String>();
        var back = new ArrayList<String>();
        for (int step = 0; step < 5; step++) {
            hands().press(KeyCode.F6);
            onwards.add(region());
        }
        for (int step = 0; step < 5; step++) {
            hands().press(KeyCode.SHIFT, KeyCode.F6);
            back.add(region());
        }
        assertEquals(List.of("#inspector", "#drawer", ".rail", ".left-slot", "#canvas"), onwards);
        assertEquals(List.of(".left-slot", ".rail", "#drawer", "#inspector", "#canvas"), back);
        var drawn = studio().book().now().panels();
        hands().press(KeyCode.F7);
        var larger = studio().book().now().panels();
        assertEquals(drawn.drawerHeight(), larger.drawerHeight());
        assertTrue(larger.inspectorWidth() > 0, "the keyboard is on the canvas, so the inspector grows");
    }

    @Test
    void tab_leads_on_from_an_area_for_text() throws Exception {
        ready();
        hands().press(KeyCode.ESCAPE);
        Rig.await(() -> isShown("#flow-description"));
        hands().press(KeyCode.F6);
        var passed = new ArrayList<String>();
        for (int step = 0; step < 8; step++) {
            hands().press(KeyCode.TAB);
            passed.add(studio().focused());
        }
        assertTrue(passed.contains("flow-description"), passed::toString);
        assertEquals(passed.size(), Set.copyOf(passed).size(), passed::toString);
        assertFalse(hands().robot()
                .lookup("#flow-description")
                .queryAs(TextArea.class)
                .getText()
                .contains("\t"));
    }

    @Test
    void a_key_closes_the_flow_and_others_open_the_places() throws Exception {
        ready();
        hands().click("#node-wo").press(KeyCode.CONTROL, KeyCode.W);
        Rig.await(() -> isShown("#flows"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT2);
        Rig.await(() -> isSelected("#rail-events"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT3);
        Rig.await(() -> isSelected("#rail-runs"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT4);
        Rig.await(() -> isSelected("#rail-connections"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT5);
        Rig.await(() -> isSelected("#rail-groups"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT6);
        Rig.await(() -> isSelected("#rail-servers"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT1);
        Rig.await(() -> isSelected("#rail-flows") && isShown("#flows"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT7);
        Rig.await(() -> isShown("#settings-page"));
        hands().press(KeyCode.ALT, KeyCode.DIGIT1);
        Rig.await(() -> isShown("#flows"));
        hands().press(KeyCode.CONTROL, KeyCode.COMMA);
        Rig.await(() -> isShown("#settings-page"));
    }

    private boolean isSelected(String query) {
        return hands().robot().lookup(query).queryAs(ToggleButton.class).isSelected();
    }

    private List<Find> found() {
        @SuppressWarnings("unchecked")
        ListView<Find> list = hands().robot().lookup("#search-found").queryAs(ListView.class);
        return List.copyOf(list.getItems());
    }

    private Set<String> titles() {
        return found().stream().map(Find::title).collect(Collectors.toSet());
    }

    @Test
    void every_action_is_listed_with_its_keys_and_help_stands_above() throws Exception {
        ready();
        hands().press(KeyCode.F1);
        Rig.await(() -> isShown("#search-found") && !found().isEmpty());
        assertEquals(
                List.of("Show the first steps again", "Welcome page", "Keyboard shortcuts"),
                found().stream().limit(3).map(Find::title).toList());
        var all = titles();
        var shortcuts = Shortcuts.standard();
        for (var action : shortcuts.actions()) {
            assertTrue(all.contains(Shortcuts.name(action, studio().words())), action);
        }
        hands().press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.K);
        var doable = titles();
        for (var action : shortcuts.actions()) {
            switch (shortcuts.contextOf(action)) {
                case WINDOW, CANVAS -> assertTrue(doable.contains(Shortcuts.name(action, studio().words())), action);
                case FLOWS, CONNECTIONS, RUNS, EVENTS, SERVERS, CONDITION -> {}
            }
        }
    }

    /// The keys of a row of conditions are in its menu, see the tests of that panel.
    @Test
    void what_works_only_in_a_list_is_a_button_there() throws Exception {
        ready();
        var shortcuts = Shortcuts.standard();
        hands().click("#rail-flows");
        Rig.await(() -> isShown("#flows"));
        for (var action : shortcuts.actions()) {
            if (shortcuts.contextOf(action) == Shortcuts.Context.FLOWS) {
                var button = action.replace("flows.", "#flow-").replace("-rename", "-rename-button");
                Rig.await(() -> isShown(button), () -> action + " has no " + button);
            }
        }
        hands().click("#rail-connections").clickIn("#connections", "fracttal-main");
        for (var action : shortcuts.actions()) {
            if (shortcuts.contextOf(action) == Shortcuts.Context.CONNECTIONS) {
                var button = switch (action) {
                    case "connections.add" -> "#connection-new";
                    case "connections.keep" -> "#connection-save";
                    case "connections.try" -> "#connection-test";
                    default -> "none";
                };
                Rig.await(() -> isShown(button), () -> action + " has no " + button);
            }
        }
    }

    @Test
    void help_leads_to_the_list_of_keys_the_welcome_and_the_first_steps() throws Exception {
        ready();
        hands().press(KeyCode.F1).type("keyboard shortcuts").press(KeyCode.ENTER);
        Rig.await(() -> isShown("#key-list"));
        hands().press(KeyCode.F1).type("welcome").press(KeyCode.ENTER);
        Rig.await(() -> isShown("#welcome"));
        hands().press(KeyCode.F1).type("first steps").press(KeyCode.ENTER);
        Rig.await(() -> isShown("#coach") && isShown("#coach-hint"));
    }

    @Test
    void the_third_name_undoes_three_steps() throws Exception {
        ready();
        for (var name : List.of("One", "Two", "Three")) {
            hands().click("#node-wo").press(KeyCode.F2).type(name).press(KeyCode.ENTER);
        }
        Rig.await(() -> stored().equals("Three"));
        var before = Rig.sample().node(WO).orElseThrow().name();
        hands().click("#tool-undo-steps").click("#step-3");
        Rig.await(() -> stored().equals(before));
    }
}
