package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.BackupPlan;
import io.signalbox.engine.Safekeeping;
import io.signalbox.http.SignedFeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/// The settings about copies of the workspace, about newer versions and about where events come in.
final class BackupPageTest extends UsabilityTask {
    private static final String PASSPHRASE = "a long passphrase";

    private Safekeeping copies() {
        return new WorkspaceCopies(rig().workspace(), new SecureRandom(), InstantSource.system());
    }

    private void page(String part) throws Exception {
        hands().click("#rail-settings").click("#settings-" + part);
    }

    private String said(String query) {
        return hands().robot()
                .lookup(query)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private boolean has(String query) {
        return hands().robot().lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    /// Fires it wherever the page is scrolled to.
    private void press(String query) {
        hands().robot()
                .interact(() -> hands().robot().lookup(query).queryButton().fire());
    }

    private void type(String query, String text) {
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup(query)
                        .queryAs(TextInputControl.class)
                        .setText(text));
    }

    @Test
    void a_copy_is_made_now_and_told_with_its_size_and_the_plan_is_kept() throws Exception {
        page("backup");
        Rig.await(() -> said("#backup-last").startsWith("There is no copy yet"));
        press("#setting-now");
        Rig.await(() -> said("#backup-last").startsWith("The only one was made"), () -> said("#backup-said"));
        assertTrue(said("#backup-last").contains("MiB"), said("#backup-last"));
        assertEquals(1, copies().all().size());
        hands().robot().interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Duration> every = hands().robot().lookup("#setting-every").queryAs(ComboBox.class);
            every.setValue(Duration.ofHours(6));
        });
        Rig.await(() -> copies().plan().equals(BackupPlan.STANDARD.withEvery(Duration.ofHours(6))));
        press("#settings-reset");
        Rig.await(() -> copies().plan().equals(BackupPlan.STANDARD));
    }

    @Test
    void a_sealed_copy_needs_a_long_passphrase_typed_twice_and_restores_here() throws Exception {
        page("backup");
        var seal = hands().robot().lookup("#setting-sealed").queryButton();
        type("#backup-passphrase", "short");
        type("#backup-passphrase-again", "short");
        assertTrue(seal.isDisabled());
        type("#backup-passphrase", PASSPHRASE);
        assertTrue(seal.isDisabled());
        type("#backup-passphrase-again", PASSPHRASE);
        assertFalse(seal.isDisabled());
        press("#setting-sealed");
        var file = rig().workspace().folder().resolve("signalbox.backup.pgp");
        Rig.await(() -> said("#backup-said").startsWith("The sealed copy was written"), () -> said("#backup-said"));
        Files.move(file, rig().workspace().folder().resolve("picked.pgp"));

        type("#restore-passphrase", "another passphrase");
        press("#setting-restore");
        Rig.await(() -> said("#backup-said").contains("cannot be restored"), () -> said("#backup-said"));
        assertFalse(copies().isReady());

        type("#restore-passphrase", PASSPHRASE);
        press("#setting-restore");
        Rig.await(() -> has("#restore-really"), () -> said("#backup-said"));
        assertFalse(copies().isReady(), "nothing lies ready before the person said so");
        press("#restore-really");
        Rig.await(() -> copies().isReady() && has("#restore-leave"));
        press("#restore-aside");
        Rig.await(() -> !copies().isReady() && !has("#restore-leave"));
    }

    @Test
    void what_lies_ready_takes_the_place_of_the_database_with_the_next_start() throws Exception {
        var copies = copies();
        var copy = copies.make();
        rig().workspace().flows().remove(Rig.sample().id());
        assertEquals(1, copies.examine(copy.file(), Optional.empty()).flows());
        copies.layReady();
        hands().robot().interact(() -> studio().close());
        Rig.await(() -> studio().calm());
        var folder = rig().workspace().folder();
        rig().putAway();
        var restored =
                new Restoring(folder, new SecureRandom(), InstantSource.system().instant()).takeReady();
        assertTrue(restored.orElseThrow().aside().isPresent());
        rig().openAgain();
        assertTrue(rig().workspace().flows().find(Rig.sample().id()).isPresent());
        assertFalse(copies().isReady());
    }

    @Test
    void nobody_is_asked_for_updates_before_an_address_and_a_key_were_set_and_the_button_pressed() throws Exception {
        try (var feed = new SignedFeed()) {
            feed.tell("99.0");
            page("privacy");
            var look = hands().robot().lookup("#updates-look").queryButton();
            assertTrue(look.isDisabled());
            type("#setting-updates", "ftp://nowhere");
            assertTrue(said("#updates-said").contains("https://"));
            type("#setting-updates", feed.address());
            assertTrue(said("#updates-said").startsWith("There is no key yet"));
            assertTrue(look.isDisabled());
            type("#updates-key", "my key");
            assertTrue(said("#updates-said").startsWith("This is no public Ed25519 key"));
            type("#updates-key", feed.publicKey());
            assertEquals(0, feed.asked());
            press("#updates-look");
            Rig.await(() -> said("#updates-said").contains("99.0"), () -> said("#updates-said"));
            assertEquals(2, feed.asked(), "the document and its signature");
            assertEquals(
                    SignedFeed.PAGE,
                    hands().robot()
                            .lookup("#updates-page")
                            .queryAs(TextInputControl.class)
                            .getText());

            feed.tell("98.0");
            press("#updates-look");
            Rig.await(() -> said("#updates-said").contains("older version"), () -> said("#updates-said"));
            assertFalse(has("#updates-page"));
        }
    }

    @Test
    void another_port_for_events_is_chosen_in_the_settings() throws Exception {
        page("general");
        press("#setting-port");
        Rig.await(() -> has("#port-listen"));
    }

    @Test
    void copies_lie_in_the_folder_that_the_page_names() throws Exception {
        page("backup");
        Rig.await(() -> said("#backup-where").endsWith(copies().folder().toString()));
        assertEquals(Path.of("backups"), copies().folder().getFileName());
    }
}
