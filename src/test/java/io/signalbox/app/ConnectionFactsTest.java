package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A Connection whose message is filled elsewhere has no values: it tells where the message goes instead.
final class ConnectionFactsTest extends UsabilityTask {
    private boolean isShown(String query) {
        return hands().robot()
                .lookup(query)
                .tryQuery()
                .filter(node -> node.isVisible())
                .isPresent();
    }

    private String words(String query) {
        return hands().robot().from(hands().robot().lookup(query)).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private void tells(String place) {
        var words = words(place);
        for (var fact : new String[] {
            "WhatsApp", "whatsapp-main", rig().sandbox().url() + "/whatsapp/", "Access token", "Message to technician"
        }) {
            assertTrue(words.contains(fact), () -> fact + " is not in " + words);
        }
    }

    @Test
    void drawer_and_inspector_say_where_it_sends_and_how_it_signs_in_place_of_empty_values() throws Exception {
        Rig.await(() -> isShown("#node-send"));
        hands().click("#node-send").click("#inspector #tab-output");
        Rig.await(() -> isShown("#inspector .connection-facts"));
        tells("#inspector .connection-facts");
        // The drawer shows values where it is wide enough for them.
        hands().press(KeyCode.CONTROL, KeyCode.I).press(KeyCode.CONTROL, KeyCode.B);
        Rig.await(() -> isShown("#preview-told .connection-facts"));
        tells("#preview-told");
        assertFalse(isShown("#preview-detail"));
        hands().click("#node-fields");
        Rig.await(() -> isShown("#preview-detail"));
        assertFalse(isShown("#preview-told .connection-facts"));
    }
}
