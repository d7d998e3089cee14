package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `gate` and `token`: what may go out, and who may come in.
final class GateCommandsTest extends CommandBench {
    @Test
    void sending_is_stopped_and_started_again_and_stays_so_between_commands() {
        assertTrue(workspace("", "gate").out().startsWith("Messages go out."));
        assertEquals(0, workspace("", "gate", "stop").code());
        assertTrue(workspace("", "gate", "show").out().startsWith("All sending is stopped."));
        assertEquals(
                Value.of(true), workspace("", "gate", "show", "--json").json().at("stopped"));
        assertTrue(workspace("", "gate", "resume").out().startsWith("Messages go out."));
    }

    @Test
    void the_gate_takes_settings_as_it_shows_them_and_all_or_none() {
        var set = workspace(
                "",
                "gate",
                "set",
                "quiet=22:00-07:00",
                "quiet.then=drop",
                "cap=3",
                "zone=Europe/Paris",
                "consent=on",
                "flow.alarms=send",
                "--json");
        assertEquals(0, set.code());
        var shown =
                workspace("", "gate").out().lines().skip(1).map(String::strip).toList();
        assertEquals(
                List.of(
                        "opt-out=on",
                        "consent=on",
                        "window=on",
                        "quiet=22:00-07:00",
                        "quiet.then=drop",
                        "cap=3",
                        "zone=Europe/Paris",
                        "flow.alarms=send"),
                shown);
        for (var wrong : List.of("cap=0", "quiet=night", "zone=Mars", "window=maybe", "speed=1", "flow.a=later")) {
            var refused = workspace("", "gate", "set", "opt-out=off", wrong);
            assertEquals(1, refused.code(), wrong);
            assertFalse(refused.err().isBlank() || refused.err().contains("problem."), refused.err());
        }
        assertTrue(workspace("", "gate").out().contains("opt-out=on"));
        assertEquals(
                0,
                workspace("", "gate", "set", "quiet=off", "cap=off", "flow.alarms=off")
                        .code());
        assertFalse(workspace("", "gate").out().contains("alarms"));
    }

    @Test
    void consents_are_recorded_shown_and_erased_without_the_number() {
        var given = workspace(
                "", "gate", "consent", "5511999991234", "--give", "--how", "signed form 12", "--by", "Marta", "--json");
        assertEquals("given", given.json().at("history").at(0).at("consent").asText());
        assertEquals("Marta", given.json().at("history").at(0).at("by").asText());
        workspace("", "gate", "consent", "5511999991234", "--withdraw");
        var shown = workspace("", "gate", "consent", "5511999991234").out();
        assertEquals(3, shown.lines().count());
        assertTrue(shown.startsWith("+55 •• •••••-1234"), shown);
        assertTrue(shown.contains("agreed  signed form 12  Marta"), shown);
        assertEquals(1, workspace("", "gate", "consent", "12", "--give").code());
        assertEquals(
                2,
                workspace("", "gate", "consent", "5511999991234", "--give", "--withdraw")
                        .code());
        assertEquals(0, workspace("", "gate", "forget", "5511999991234").code());
        assertEquals(1, workspace("", "gate", "forget", "5511999991234").code());
    }

    @Test
    void everybody_s_last_word_is_listed() {
        assertEquals("nothing recorded", workspace("", "gate", "consents").out().strip());
        workspace("", "gate", "consent", "5511999991234", "--give", "--how", "signed form 12", "--by", "Marta");
        workspace("", "gate", "consent", "ana@plant.example", "--withdraw", "--how", "call", "--by", "Marta");
        workspace("", "gate", "consent", "5511999991234", "--withdraw", "--how", "letter", "--by", "Rui");
        var all = workspace("", "gate", "consents").out().lines().toList();
        assertEquals(2, all.size());
        assertTrue(all.getFirst().contains("+55 •• •••••-1234"), all.getFirst());
        assertTrue(all.getFirst().endsWith("wants no messages  letter  Rui"), all.getFirst());
        var first = workspace("", "gate", "consents", "--limit", "1", "--json").json();
        var second = workspace(
                        "", "gate", "consents", "--cursor", first.at(0).at("id").asText(), "--json")
                .json();
        assertEquals("a•••@plant.example", second.at(0).at("person").asText());
        assertEquals(1, second.asItems().size());
        assertEquals(1, workspace("", "gate", "consents", "--cursor", "x").code());
    }

    @Test
    void a_token_is_shown_once_listed_by_its_end_and_revoked() {
        var made = workspace(
                "", "token", "create", "--name", "plant", "--scope", "events", "--scope", "flow.read", "--json");
        assertEquals(0, made.code());
        var text = made.json().at("token").asText();
        assertEquals(Value.texts(List.of("flow.read", "events")), made.json().at("scopes"));
        var listed = workspace("", "token", "list");
        assertTrue(listed.out().contains(text.substring(text.length() - 4)));
        assertFalse(listed.out().contains(text));
        assertEquals(
                1,
                workspace("", "token", "create", "--name", "plant", "--scope", "events")
                        .code());
        var unknown = workspace("", "token", "create", "--name", "x", "--scope", "everything");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("flow.deploy, flow.run"), unknown.err());
        assertEquals(2, workspace("", "token", "create", "--name", "x").code());
        assertEquals(0, workspace("", "token", "revoke", "plant").code());
        assertEquals(1, workspace("", "token", "revoke", "plant").code());
    }
}
