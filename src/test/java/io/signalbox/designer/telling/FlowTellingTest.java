package io.signalbox.designer.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a flow does, told to whoever has to answer for it.
final class FlowTellingTest {
    private static final Connectors CONNECTORS = Connectors.found();

    static List<Path> shipped() throws IOException {
        try (var files = Files.list(Path.of("flows"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void the_sample_flow_is_told_from_its_event_to_its_message() throws IOException {
        assertEquals("""
                New work order to WhatsApp

                Tells the responsible person by WhatsApp when a work order is created, unless its priority is low.

                1. This starts it
                   “New work order”: the flow starts with the event Tasks › Work orders › New WO.
                   It goes on only if all of this holds:
                   • Priority is not equal to Low
                   • Responsible code is not empty

                2. After “New work order”
                   “Get work order” asks Fracttal One through the connection “fracttal-main”: Find a work order.
                   • Work order number: Event › WO number

                3. After “Get work order”
                   “Find the responsible” asks Fracttal One through the connection “fracttal-main”: Find a person.
                   • Code of the person: Get work order › Responsible code

                4. After “Find the responsible”
                   “WhatsApp” goes out by WhatsApp through the connection “whatsapp-main”: Send a template.
                   • Template name / Content SID: “wo_assigned”
                   • Language: “es”
                   • Recipient: Find the responsible › Phone, phone to international digits “55”

                5. With “WhatsApp”
                   “Message to technician” is sent through “WhatsApp” with these fields:
                   • 1: Find the responsible › Full name
                   • 2: Get work order › WO number
                   • 3: “[Get work order › Description, shorten to “60”] ([Get work order › Asset])”
                   • 4: Get work order › Priority, look up in a table “priority”; if that is missing, “Sin prioridad”
                   • button.0: Get work order › WO number
                """, told(sample(), Language.EN));
    }

    @Test
    void branches_say_when_they_are_taken() throws IOException {
        var chat = told(read("workplace-bot"), Language.EN);
        assertTrue(chat.contains("2. After “Chat with the bot”, if Message › Text starts with OT-\n"), chat);
        assertTrue(chat.contains("6. After “Chat with the bot”, if none of its other conditions holds\n"), chat);
        var answer = told(read("whatsapp-answer"), Language.FR);
        assertTrue(answer.contains("4. Si «\u202fGet work order\u202f» échoue définitivement\n"), answer);
        var braze = told(read("answer-through-braze"), Language.IT);
        assertTrue(
                braze.contains("5. Dopo «Message from Braze», se Message contiene persona o Message contiene agente;"
                        + " o dopo «Think of an answer», se Handover è sì;"
                        + " o dopo «The answer», se Errors non è vuoto\n"),
                braze);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_flow_is_told_in_every_language(Path file) throws IOException {
        var flow = read(file);
        for (var language : Language.values()) {
            var told = told(flow, language);
            for (var node : flow.nodes().values()) {
                assertTrue(told.contains(node.name()), node.name());
                var hook = node.settings().text("hook");
                assertFalse(!hook.isEmpty() && told.contains(hook), "the address of a webhook is nobody's business");
                if (node instanceof Node.Configuration message) {
                    message.fields().forEach(row -> assertTrue(told.contains("• " + row.to()), row.to()));
                }
            }
            for (var left : List.of("{0}", "{1}", "operator.", "operation.", "function.", "field.", "null")) {
                assertFalse(told.contains(left), () -> left + " in " + told);
            }
        }
    }

    @Test
    void conditions_within_conditions_are_told_in_brackets() throws IOException {
        var flow = sample();
        var trigger = (Node.Trigger) flow.node(new NodeId("trigger")).orElseThrow();
        var low = Condition.row("trigger.data.priority", Operator.EQ, Value.of("LOW"));
        var old = Condition.row("trigger.data.age", Operator.GT, Value.of(3));
        var any = new Condition.Group(Condition.Mode.ANY, List.of(low, old));
        var told = told(
                flow.withNode(trigger.withWhen(new Condition.Group(Condition.Mode.NONE, List.of(any, old)))),
                Language.EN);
        var sentences = List.of(
                "   It goes on only if none of this holds:",
                "   • Priority is equal to LOW or Age is greater than 3",
                "   • Age is greater than 3");
        assertTrue(told.contains(String.join("\n", sentences)), told);
        var nested = new Condition.Group(
                Condition.Mode.ALL, List.of(new Condition.Group(Condition.Mode.ALL, List.of(any, old))));
        assertTrue(told(flow.withNode(trigger.withWhen(nested)), Language.EN)
                .contains("It goes on only if (Priority is equal to LOW or Age is greater than 3)"
                        + " and Age is greater than 3.\n"));
    }

    @Test
    void what_is_off_unset_or_unknown_is_said() throws IOException {
        var flow = sample();
        var wo = flow.node(new NodeId("wo")).orElseThrow();
        var send = flow.node(new NodeId("send")).orElseThrow();
        var fields = (Node.Configuration) flow.node(new NodeId("fields")).orElseThrow();
        var told = told(
                flow.withNode(wo.withOff(true).withService("teletype", "tt", "ring"))
                        .withNode(send.withService("", "", ""))
                        .withNode(fields.withFields(List.of(
                                new MapRow("1", Expression.literal(""), Optional.empty(), Value.Fields.empty()))))
                        .withWires(List.of()),
                Language.EN);
        assertTrue(told.contains("“Get work order” asks teletype through the connection “tt”: ring.\n"), told);
        assertTrue(told.contains("   This is switched off: nothing happens here, nor after it.\n"), told);
        assertTrue(told.contains("“WhatsApp” is not set up yet.\n"), told);
        assertTrue(told.contains("Nothing leads here, so this never happens\n"), told);
        assertTrue(told.contains("   • 1: still without a value\n"), told);
        assertTrue(told(Flow.empty("new-flow", "", Language.EN, flow.zone()), Language.ES)
                .startsWith("new-flow\n\nEl flujo está vacío.\n"));
    }

    /// A name on several lines would pass for sentences of the program.
    @Test
    void a_name_begins_no_line_of_its_own() throws IOException {
        var flow = sample().withName("Nightly\n\n9. After all");
        flow = flow.withNode(flow.node(new NodeId("wo")).orElseThrow().withName("Get\n   “Everything” is sent"));
        var told = told(flow, Language.EN);
        assertTrue(told.startsWith("Nightly / 9. After all\n"), told);
        assertEquals(told(sample(), Language.EN).lines().count(), told.lines().count(), told);
    }

    private static String told(Flow flow, Language language) {
        return FlowTelling.of(flow, CONNECTORS, language);
    }

    private static Flow sample() throws IOException {
        return read("new-work-order-to-whatsapp");
    }

    private static Flow read(String name) throws IOException {
        return read(Path.of("flows", name + ".signalbox.json"));
    }

    private static Flow read(Path file) throws IOException {
        try {
            return FlowJson.read(Files.readString(file));
        } catch (UnreadableFlow broken) {
            throw new IllegalArgumentException(file.toString(), broken);
        }
    }
}
