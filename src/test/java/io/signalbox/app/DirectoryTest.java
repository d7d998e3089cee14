package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Choosing by name what only the service knows: nobody in the samples is called Luca.
final class DirectoryTest extends ConditionTask {
    @Override
    Condition.Group before() {
        return Condition.always();
    }

    private void begin() throws InterruptedException {
        hands().click("#tab-conditions");
        hands().click("#add-condition");
        pick("Responsible");
    }

    private String offered() {
        var offered = new StringBuilder();
        for (var node : hands().robot().lookup(".completion").queryAll()) {
            if (node instanceof ListView<?> list && list.isVisible()) {
                offered.append(list.getItems());
            }
        }
        return offered.toString();
    }

    private void take() {
        hands().robot().type(KeyCode.DOWN).type(KeyCode.ENTER);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_name_that_only_the_service_knows_is_offered_by_the_kind_that_is_meant() throws Exception {
        begin();
        hands().type("luc");
        Rig.await(() -> offered().contains("Luca Conti"));
        take();
        awaitStored(all(Condition.row("trigger.data.personnel_description", Operator.EQ, Value.of("Luca Conti"))));

        hands().robot()
                .interact(() -> hands().robot()
                        .lookup(".responsible-kind")
                        .queryAs(ComboBox.class)
                        .setValue("third-party"));
        hands().click(".condition-text").press(KeyCode.CONTROL, KeyCode.A);
        hands().type("rod");
        Rig.await(() -> offered().contains("Rodamientos del Sur"));
        assertTrue(!offered().contains("Conti"), offered());
    }

    @Test
    void a_service_that_cannot_be_reached_says_so_in_a_quiet_line() throws Exception {
        try (var gateway = new HttpGateway(Set.of("127.0.0.1:" + rig().sandbox().port()))) {
            var fault = Value.fields("vendor", Value.of("fracttal"), "status", Value.of(503));
            gateway.send(Outgoing.json("POST", rig().sandbox().url() + "/sandbox/faults", fault), Optional.empty());
        }
        begin();
        hands().type("luc");
        Rig.await(() -> hands().robot().lookup(".completion-note").queryAllAs(Label.class).stream()
                .anyMatch(note -> note.getText().startsWith("fracttal-main · ")));
    }

    @Test
    void people_whom_no_message_reaches_are_listed_beside_their_connection() throws Exception {
        hands().click("#rail-connections");
        hands().clickIn("#connections", "fracttal-main");
        Rig.await(() -> hands().robot().lookup("#unreachable-look").tryQuery().isPresent());
        hands().robot().interact(hands().robot().lookup("#unreachable-look").queryAs(Button.class)::fire);
        Rig.await(() -> words("#unreachable").contains("HR-24"));
        assertTrue(words("#unreachable").contains("Ana Souza (HR-24): no number"), words("#unreachable"));
    }

    @Test
    void the_shell_lists_them_and_exports_for_the_hub() {
        var asked = Value.fields("command", Value.of("connection.people"), "name", Value.of("fracttal-main"))
                .with("country", Value.of("55"))
                .with("lang", Value.of(Language.EN.tag()));
        var people = rig().executor().commands().apply(asked).at("people").asItems();
        assertEquals("HR-23", people.getFirst().at("code").asText());
        assertEquals(2, people.size());
        var none = rig().executor().commands().apply(asked.with("name", Value.of("whatsapp-main")));
        assertEquals(
                "The service of the connection “whatsapp-main” keeps no list of people.",
                none.at("message").asText());
        Flow sample = Rig.sample();
        assertTrue(rig().executor()
                .commands()
                .apply(Value.fields("command", Value.of("export"), "flow", Value.of(sample.id()))
                        .with("lang", Value.of("en")))
                .at("text")
                .asText()
                .contains(sample.id()));
    }
}
