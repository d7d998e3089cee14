package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.connector.Call;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The flow that is shipped, five boxes from a work order to a WhatsApp message, carried to its end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShippedFlowTest {
    private static final Account WHATSAPP = new Account(
            "whatsapp-main", "whatsapp", new LinkedHashMap<>(Map.of("phone-number-id", "1065")), Set.of(), true);

    private Flow flow = Flow.empty("f", "f", Language.EN, ZoneId.of("UTC"));

    @BeforeAll
    void readTheFlow() throws IOException, UnreadableFlow {
        flow = FlowJson.read(
                Files.readString(java.nio.file.Path.of("flows", "new-work-order-to-whatsapp.signalbox.json")));
    }

    private static Optional<Account> account(String name) {
        return name.equals("whatsapp-main") ? Optional.of(WHATSAPP) : Optional.empty();
    }

    private static Event event(Sample sample) throws EventProblem {
        return EventForms.read(sample.event()).accepted("evt-1", Walk.NOON);
    }

    private static StepResult answer(Sample sample, Effect effect) {
        if (!effect.message()) {
            return new StepResult.Answered(
                    sample.replies().getOrDefault(effect.step().node(), Value.nothing()), "");
        }
        return SendGate.reaches(effect)
                ? new StepResult.Answered(Value.nothing(), "wamid.1")
                : new StepResult.Suppressed("recipient", effect.recipient().asText());
    }

    @Test
    void it_is_whole() {
        assertEquals(List.of(), FlowCheck.ofFiles(Walk.CONNECTORS).in(flow));
    }

    @Test
    void a_work_order_becomes_one_message() throws EventProblem {
        var sample = flow.samples().getFirst();
        var walk = Walk.of(flow, event(sample), effect -> answer(sample, effect));
        assertEquals(List.of("wo", "person", "fields"), walk.calls());
        assertEquals(List.of("trigger DONE", "wo DONE", "person DONE", "send DONE", "fields DONE"), walk.states());
        assertEquals(
                List.of(
                        "wo: folio: OT-1496",
                        "person: code: HR-22",
                        "fields: 1: Marta Jaramillo, 2: OT-1496, 3: Replace bearing (Pump 14 { PMP-014 }), 4: Muy alta, "
                                + "button.0: OT-1496"),
                walk.inputs());
        assertEquals(
                Value.of("5511999991234"), walk.rounds().getLast().getFirst().recipient());
        assertEquals(new RunEnd(false, 1, "", ""), walk.end());
    }

    @Test
    void every_sample_ends_as_it_expects() throws EventProblem {
        for (var sample : flow.samples()) {
            var end = Walk.of(flow, event(sample), effect -> answer(sample, effect))
                    .end();
            assertEquals(
                    sample.extra().at("expect").asText(), end.messages() > 0 ? "sent" : "suppressed", sample.name());
            assertEquals(false, end.failed(), sample.name());
        }
    }

    @Test
    void preview_and_run_agree_on_every_sample() throws EventProblem {
        for (var sample : flow.samples()) {
            var event = event(sample);
            var walk = Walk.of(flow, event, effect -> answer(sample, effect));
            var preview = new Preview(Walk.CONNECTORS, ShippedFlowTest::account).of(flow, event, sample.replies());
            assertEquals(walk.plan().trace(), preview.trace(), sample.name());
            assertEquals(walk.plan().wires(), preview.wires(), sample.name());
            assertEquals(walk.end(), preview.end(), sample.name());
            assertEquals(
                    walk.rounds().stream()
                            .flatMap(List::stream)
                            .filter(effect -> effect.message() && SendGate.reaches(effect))
                            .toList(),
                    preview.messages().stream().map(Preview.Message::effect).toList());
        }
    }

    @Test
    void what_the_preview_shows_is_what_the_connector_encodes() throws Exception {
        var sample = flow.samples().getFirst();
        var preview = new Preview(Walk.CONNECTORS, ShippedFlowTest::account).of(flow, event(sample), sample.replies());
        var message = preview.messages().getFirst();
        var connector = Walk.CONNECTORS.find("whatsapp").orElseThrow();
        var effect = message.effect();
        var encoded = connector.encode(
                new Call(WHATSAPP, effect.operation().id(), effect.settings(), effect.fields(), "preview"));
        assertEquals(encoded.withHeader("Authorization", "Bearer ••••••••"), message.outgoing());
        assertEquals(
                List.of("https://app.fracttal.com"),
                preview.fetches().stream()
                        .map(fetch -> fetch.outgoing().url().substring(0, 24))
                        .distinct()
                        .toList());
    }

    @Test
    void without_a_sample_reply_the_preview_says_which_is_missing() throws EventProblem {
        var preview = new Preview(Walk.CONNECTORS, ShippedFlowTest::account)
                .of(flow, event(flow.samples().getFirst()), Map.of());
        assertEquals(new RunEnd(true, 0, "no-reply", "wo"), preview.end());
    }

    @Test
    void an_event_of_another_kind_still_shows_the_first_trigger() throws EventProblem {
        var other = Walk.event("{}");
        assertEquals(Path.TRIGGER, Preview.trigger(flow, other));
        assertEquals(Path.TRIGGER, Preview.trigger(flow, event(flow.samples().getFirst())));
        assertEquals(new NodeId("trigger"), Preview.trigger(flow.withNodes(Map.of()), other));
    }
}
