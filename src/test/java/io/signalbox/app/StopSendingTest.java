package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.signalbox.engine.gate.Contacts.Consent;
import io.signalbox.engine.gate.Contacts.Entry;
import io.signalbox.engine.gate.GateRules;
import io.signalbox.engine.gate.QuietHours;
import io.signalbox.engine.gate.Wish;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Stopping all sending and setting what the gate keeps to, as a person meets both.
final class StopSendingTest extends UsabilityTask {
    private GateRules rules() {
        return rig().executor().gate().settings().now();
    }

    private boolean isThere(String id) {
        return hands().robot().lookup(id).tryQuery().isPresent();
    }

    @Test
    void one_press_stops_everything_and_starting_again_is_asked_first() throws Exception {
        assertEquals(
                "Stop all sending",
                hands().robot().lookup("#sending-stop").query().getAccessibleText());
        hands().click("#sending-stop");
        Rig.await(() -> rules().isStopped() && isThere("#stopped-notice"));
        assertEquals(
                "All sending is stopped",
                hands().robot().lookup("#sending-stop").query().getAccessibleText());
        hands().within("Stop all sending", 1);
        hands().click("#sending-start");
        Rig.await(() -> isThere("#sending-start-sure"));
        hands().click("#sending-cancel");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(rules().isStopped());
        hands().click("#sending-start");
        Rig.await(() -> isThere("#sending-start-sure"));
        hands().click("#sending-start-sure");
        Rig.await(() -> !rules().isStopped() && !isThere("#stopped-notice"));
    }

    @Test
    void keys_stop_it_from_anywhere() throws Exception {
        hands().click("#rail-settings");
        hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F5);
        Rig.await(() -> rules().isStopped() && isThere("#stopped-notice"));
    }

    @Test
    void a_stop_by_somebody_else_is_seen() throws Exception {
        rig().executor().gate().settings().stop();
        Rig.await(() -> isThere("#stopped-notice"));
        rig().executor().gate().settings().resume();
        Rig.await(() -> !isThere("#stopped-notice"));
    }

    @Test
    void what_is_set_is_in_force_at_once_and_is_set_back() throws Exception {
        hands().click("#rail-settings").click("#settings-sending");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(hands().robot()
                .lookup("#setting-quiet-from")
                .query()
                .getParent()
                .isVisible());
        turn("#setting-consent");
        Rig.await(() -> rules().consent());
        turn("#setting-quiet");
        Rig.await(() -> rules().quiet()
                .equals(Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), QuietHours.Then.WAIT))));
        assertEquals(Optional.of(ZoneId.of("America/Sao_Paulo")), rules().zone());
        Rig.await(() -> hands().robot()
                .lookup("#setting-quiet-from")
                .query()
                .getParent()
                .isVisible());
        choose("#setting-quiet-to", LocalTime.of(6, 30));
        Rig.await(() -> rules().quiet().map(QuietHours::to).equals(Optional.of(LocalTime.of(6, 30))));
        choose("#setting-cap", Optional.of(3));
        Rig.await(() -> rules().cap().equals(Optional.of(3)));
        // Nonsense is refused with a sentence, and the page shows again what is true.
        choose("#setting-quiet-to", LocalTime.of(22, 0));
        Rig.await(() -> isThere("#failure-notice"));
        assertEquals(
                "Quiet hours cannot begin and end at the same time (22:00).",
                hands().robot().lookup("#failure-notice").query().getAccessibleText());
        assertEquals(Optional.of(LocalTime.of(6, 30)), rules().quiet().map(QuietHours::to));
        Rig.await(() -> LocalTime.of(6, 30).equals(box("#setting-quiet-to").getValue()));
        hands().robot()
                .interact(() ->
                        hands().robot().lookup("#settings-reset").queryButton().fire());
        Rig.await(() -> rules().equals(GateRules.standard()));
    }

    private boolean isOffered(String id) {
        return hands().robot()
                .lookup(id)
                .tryQuery()
                .filter(node -> node.getParent().isVisible())
                .isPresent();
    }

    @Test
    void a_flow_says_itself_what_becomes_of_its_messages_in_quiet_hours() throws Exception {
        var flow = Rig.sample().id();
        openFlow(flow);
        Rig.await(() -> isOffered("#flow-max-age"));
        assertFalse(isOffered("#flow-quiet"), "there are no quiet hours");
        hands().click("#rail-settings").click("#settings-sending");
        turn("#setting-quiet");
        Rig.await(() -> rules().quiet().isPresent());
        openFlow(flow);
        Rig.await(() -> isOffered("#flow-quiet"));
        pick("#flow-quiet", "Are not sent");
        Rig.await(() -> rules().flows().equals(Map.of(flow, QuietHours.Then.DROP)));
        pick("#flow-quiet", "As for all flows");
        Rig.await(() -> rules().flows().isEmpty());
    }

    /// With nothing chosen in it.
    private void openFlow(String flow) throws Exception {
        hands().robot().interact(() -> studio().studio().open(flow));
        Rig.await(() -> isOffered("#node-fields"));
        hands().click("#node-fields").press(KeyCode.ESCAPE);
    }

    /// By its words in the list.
    private void pick(String id, String words) {
        hands().robot().interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Object> box = hands().robot().lookup(id).queryAs(ComboBox.class);
            box.getItems().stream()
                    .filter(item -> box.getConverter().toString(item).equals(words))
                    .findFirst()
                    .ifPresentOrElse(box::setValue, () -> fail(words + " is not among " + box.getItems()));
        });
    }

    private String said() {
        return hands().robot().lookup("#consent-rows").tryQuery().stream()
                .flatMap(rows -> rows.lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void who_wants_messages_is_seen_and_recorded_by_the_whole_number() throws Exception {
        var contacts = rig().workspace().contacts();
        var at = Instant.parse("2026-11-21T17:03:00Z");
        contacts.record("5511999991234", new Entry(at, Consent.GIVEN, "signed form 12", "Marta"));
        contacts.heard("33612345678", at.plusSeconds(60), Wish.STOP);
        hands().click("#rail-settings").click("#settings-sending");
        Rig.await(() -> said().contains("signed form 12 · recorded by Marta"));
        assertTrue(said().indexOf("+33") < said().indexOf("+55 •• •••••-1234"), said());
        assertTrue(said().contains("in a message of their own"), said());
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#setting-contacts")
                        .queryAs(TextField.class)
                        .setText("+55 11 99999-1234"));
        Rig.await(() -> isThere("#consent-withdraw"));
        var button = hands().robot().lookup("#consent-withdraw").queryButton();
        assertTrue(button.isDisabled());
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#consent-how")
                        .queryAs(TextField.class)
                        .setText("phone call"));
        hands().robot().interact(button::fire);
        Rig.await(() -> contacts.consent("5511999991234") == Consent.WITHDRAWN);
        Rig.await(() -> said().startsWith("+55 •• •••••-1234") && said().contains("phone call"));
        assertEquals("phone call", contacts.history("5511999991234").getLast().how());
        assertEquals(
                System.getProperty("user.name"),
                contacts.history("5511999991234").getLast().by());
    }

    private void turn(String id) {
        hands().robot().interact(() -> {
            var toggle = hands().robot().lookup(id).queryAs(ToggleSwitch.class);
            toggle.setSelected(!toggle.isSelected());
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box(String id) {
        return hands().robot().lookup(id).queryAs(ComboBox.class);
    }

    private void choose(String id, Object value) {
        hands().robot().interact(() -> box(id).setValue(value));
    }
}
