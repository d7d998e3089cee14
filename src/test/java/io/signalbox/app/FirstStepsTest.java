package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.flow.Language;
import io.signalbox.json.Json;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The welcome page and the coach, from an empty workspace on.
final class FirstStepsTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) {}

    @Override
    void begin(StudioRig window) {
        window.studio().begin();
    }

    private void await(String query) throws InterruptedException {
        Rig.await(() -> hands().robot().lookup(query).tryQuery().isPresent());
    }

    private boolean done(String step) {
        return hands().robot()
                .lookup("#coach-" + step)
                .tryQuery()
                .filter(node -> node.getStyleClass().contains("done"))
                .isPresent();
    }

    @Test
    void the_welcome_speaks_another_language_at_once() throws Exception {
        await("#welcome-language");
        hands().robot().interact(() -> language().setValue(Language.IT));
        Rig.await(() ->
                hands().robot().lookup("Benvenuto in Signalbox").tryQuery().isPresent());
        assertEquals(Language.IT, language().getValue());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Language> language() {
        return hands().robot().lookup("#welcome-language").queryAs(ComboBox.class);
    }

    @Test
    void escape_leads_to_the_list_and_the_list_back_to_the_welcome() throws Exception {
        await("#welcome-example");
        hands().press(KeyCode.ESCAPE);
        await("#flows-empty");
        hands().robot().interact(() -> studio().studio().showWelcome());
        await("#welcome-example");
    }

    @Test
    void the_coach_ticks_what_is_really_done_and_nothing_else() throws Exception {
        hands().click("#welcome-example");
        await("#node-wo");
        await("#coach");
        assertFalse(done("look"));
        hands().click("#node-wo");
        Rig.await(() -> done("look"));
        assertFalse(done("condition"));

        hands().click("#node-trigger").click("#tab-conditions");
        await("#condition-result-0");
        var value = hands().robot().lookup("#condition-value-0 .text-field").queryAs(TextField.class);
        hands().robot().clickOn(value).push(KeyCode.CONTROL, KeyCode.A).write("VERY_HIGH");
        Rig.await(() -> done("condition"));

        hands().click("#node-fields");
        await("#map-add");
        hands().robot()
                .interact(() -> hands().robot().lookup("#map-add").queryButton().fire());
        Rig.await(() -> done("map"));
        assertFalse(done("preview"));

        hands().press(KeyCode.F5);
        Rig.await(() -> done("preview"));
        assertFalse(done("read"));
        hands().click("#node-wo");
        Rig.await(() -> done("read"));
        Rig.await(() -> hint().equals("All done. The flow is yours now."));

        hands().click("#coach-skip");
        Rig.await(() -> !hands().robot().lookup("#coach").query().isVisible());
    }

    private String hint() {
        return hands().robot().lookup("#coach-hint").queryAs(Labeled.class).getText();
    }

    @Test
    void a_skipped_coach_goes_on_where_it_was_left() throws Exception {
        hands().click("#welcome-example");
        await("#node-wo");
        hands().click("#node-wo");
        Rig.await(() -> done("look"));
        hands().click("#coach-skip");
        hands().robot().interact(() -> studio().studio().showWelcome());
        await("#welcome-coach");
        hands().robot()
                .interact(() ->
                        hands().robot().lookup("#welcome-coach").queryButton().fire());
        hands().robot().interact(() -> studio().studio().open("new-wo-whatsapp"));
        await("#node-wo");
        await("#coach-hint");
        assertTrue(done("look"));
        assertTrue(hands().robot().lookup("#coach").query().isVisible());
    }

    @Test
    void the_example_runs_from_event_to_message_without_any_account_of_ones_own() throws Exception {
        hands().click("#welcome-example");
        await("#make-live");
        hands().click("#make-live");
        Rig.await(() -> rig().executor().live().isOn("new-wo-whatsapp"));
        var event = Json.write(Rig.sample().samples().getFirst().event());
        assertEquals(
                202,
                rig().call("POST", "/events", rig().token(Scope.EVENTS), event).statusCode());
        assertEquals(1, rig().settled().sent());
        assertEquals(1, rig().sandbox().messages().size());
    }

    @Test
    void the_list_shows_the_run_that_came_in_meanwhile() throws Exception {
        rig().run(Rig.sample());
        hands().robot().interact(() -> studio().studio().showFlows());
        await("#flows");
        var event = Json.write(Rig.sample().samples().getFirst().event());
        rig().call("POST", "/events", rig().token(Scope.EVENTS), event);
        rig().settled();
        Rig.await(() -> hands().robot().lookup("Succeeded").tryQuery().isPresent());
        assertEquals(
                1,
                hands().robot()
                        .lookup("#flows")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());
    }

    @Test
    void a_sample_is_found_by_its_channel_and_begun_with() throws Exception {
        await("#welcome-coach");
        hands().robot().interact(() -> studio().studio().showFlows());
        fire("#flows-samples");
        await("#sample-whatsapp-new-wo-whatsapp");
        assertTrue(hands().robot()
                .lookup("#sample-slack-answer-in-slack")
                .tryQuery()
                .isPresent());
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#samples-search")
                        .queryTextInputControl()
                        .setText("twilio"));
        Rig.await(() -> hands().robot()
                .lookup("#sample-whatsapp-new-wo-whatsapp")
                .tryQuery()
                .isEmpty());
        var twilio = SampleFlows.all().stream()
                .filter(flow -> flow.nodes().values().stream()
                        .anyMatch(node -> node.type().equals("twilio")))
                .findFirst()
                .orElseThrow();
        fire("#sample-twilio-" + twilio.id());
        Rig.await(() -> hands().robot()
                .lookup("#crumb-name")
                .tryQueryAs(Labeled.class)
                .filter(name -> name.getText().equals(twilio.name()))
                .isPresent());
        assertTrue(
                rig().workspace().flows().find(twilio.id()).orElseThrow().live().isEmpty(), "nobody switched it on");
    }

    /// In one go: an empty list is drawn anew with every look at the workspace.
    private void fire(String button) throws InterruptedException {
        await(button);
        hands().robot()
                .interact(() -> hands().robot().lookup(button).queryButton().fire());
    }
}
