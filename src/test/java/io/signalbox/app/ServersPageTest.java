package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.designer.panel.Environment;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.designer.panel.KnownServers.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The servers as a place of their own, against a real one: added, asked, sent to, removed.
final class ServersPageTest extends UsabilityTask {
    private Path folder = Path.of("");
    private Rig plant;

    @BeforeEach
    void openPlant() throws Exception {
        folder = Files.createTempDirectory("signalbox-plant");
        plant = new Rig(folder);
        plant.run(Rig.sample());
    }

    @AfterEach
    void closePlant() throws IOException {
        plant.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Known> known() {
        return new KnownServers(rig().workspace().accounts(), InstantSource.system()).all();
    }

    private boolean has(String query) {
        return hands().robot().lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String words(String query) {
        return hands().robot().lookup(query).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining(" "));
    }

    private void add(String token) throws Exception {
        hands().press(KeyCode.ALT, KeyCode.DIGIT6).click("#servers-empty-new");
        hands().type("Plant A")
                .click("#server-url")
                .paste(plant.executor().status().address());
        if (!token.isEmpty()) {
            hands().click("#server-token").paste(token);
        }
        hands().press(KeyCode.CONTROL, KeyCode.S);
        Rig.await(() -> known().size() == 1 && has("#server-check"));
    }

    @Test
    void a_server_is_added_asked_how_it_is_and_what_runs_there() throws Exception {
        add(plant.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY));
        assertEquals("Plant A", known().getFirst().name());
        Rig.await(() -> words("#server-state").contains("Nobody asked it"));
        hands().press(KeyCode.CONTROL, KeyCode.T);
        Rig.await(() -> words("#server-state").contains("It answers and can do its work"));
        assertTrue(words("#server-state").contains("Signalbox " + Main.version()), words("#server-state"));
        assertTrue(words("#server-state").contains("1 flow there"), words("#server-state"));
        assertTrue(words("#server-state").contains(Rig.sample().name() + ", switched on"));
    }

    @Test
    void without_a_token_it_says_how_it_is_but_not_what_runs_there() throws Exception {
        add("");
        assertTrue(known().getFirst().token().isEmpty());
        hands().click("#server-check");
        Rig.await(() -> words("#server-state").contains("What runs there is not told"));
    }

    @Test
    void one_that_does_not_answer_says_so_and_stays() throws Exception {
        add("");
        plant.executor().stop();
        hands().click("#server-check");
        Rig.await(() ->
                hands().robot().lookup("#server-state .tone-danger").tryQuery().isPresent());
        assertEquals(1, known().size());
        assertTrue(plant.executor().start().on());
    }

    @Test
    void its_environment_is_kept_and_what_is_no_address_is_not_stored() throws Exception {
        add("");
        hands().robot().interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Environment> box =
                    hands().robot().lookup("#server-environment").queryAs(ComboBox.class);
            box.setValue(Environment.PRODUCTION);
        });
        hands().click("#server-save");
        Rig.await(() -> known().getFirst().environment() == Environment.PRODUCTION);
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#server-url")
                        .queryTextInputControl()
                        .setText("ftp://plant"));
        assertTrue(hands().robot().lookup("#server-save").query().isDisabled());
        assertTrue(has("#server-missing"));
    }

    @Test
    void a_flow_is_sent_from_here_through_the_same_dialog() throws Exception {
        add(plant.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY));
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#server-send")
                        .queryAs(MenuButton.class)
                        .getItems()
                        .getFirst()
                        .fire());
        Rig.await(() -> has("#send-difference")
                && !hands().robot().lookup("#send-send").query().isDisabled());
        hands().click("#send-send");
        Rig.await(() -> words("#send-message").contains("Sent"), () -> words("#send-message"));
    }

    @Test
    void it_is_removed_only_after_its_name_was_asked_for() throws Exception {
        add("");
        hands().click("#server-remove");
        Rig.await(() -> words("#server-notice").contains("Remove Plant A from this list?"));
        assertFalse(known().isEmpty());
        hands().click("#server-remove-really");
        Rig.await(() -> known().isEmpty() && has("#servers-empty-new"));
    }
}
