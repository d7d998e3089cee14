package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.TemplateText;
import io.signalbox.engine.Fixes;
import io.signalbox.engine.Known;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.TemplateShelf;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Hooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statuses that the stand-ins tell are joined to the runs, and the templates that they list are what flows are checked
/// against.
final class MessageReportsTest {
    private static final String HOOK = "1c9a77e0b3d24f5a9e8d6c5b4a3f2e1d";
    private static final NodeId SEND = new NodeId("send");

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(folder);
        rig.run(listener());
        rig.sandbox()
                .hook(
                        "whatsapp",
                        new Hooks.Hook(rig.executor().status().address() + "/hooks/" + HOOK, "sandbox-app-secret", ""));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Flow listener() {
        return SampleFlows.all().stream()
                .filter(flow -> flow.id().equals("whatsapp-not-delivered"))
                .findFirst()
                .orElseThrow();
    }

    private RunRecord ran(String to) throws Exception {
        rig.run(Rig.flow("""
                {"format": "signalbox.flow/1", "id": "note", "name": "Note", "language": "en", "zone": "UTC", "nodes": [
                 {"id": "trigger", "kind": "trigger", "type": "manual"},
                 {"id": "send", "kind": "connection", "type": "whatsapp", "connection": "whatsapp-main", "operation": "send-template",
                  "settings": {"template": "wo_urgent", "language": "en", "to": "%s"}},
                 {"id": "fields", "kind": "configuration", "fields": [{"to": "1", "from": "a"}, {"to": "2", "from": "b"}, {"to": "3", "from": "c"}]}],
                 "wires": [{"from": "trigger", "to": "send"}, {"from": "send", "to": "fields"}]}""".formatted(to)));
        rig.executor().engineOrIdle().inbox().manual("note", Value.fields("wo_folio", Value.of("OT-1496")));
        rig.settled();
        return rig.workspace()
                .runs()
                .find(rig.workspace().runs().latest("note", 1).getFirst().id())
                .orElseThrow();
    }

    private Optional<DeliveryStatus> delivery(RunRecord run) {
        return rig.workspace().runs().find(run.summary().id()).orElseThrow().steps().stream()
                .flatMap(step -> step.delivery().stream())
                .findFirst();
    }

    private void awaits(RunRecord run, DeliveryStatus.State state) throws InterruptedException {
        Rig.await(() -> delivery(run).filter(told -> told.state() == state).isPresent());
    }

    @Test
    void a_message_is_seen_to_be_read() throws Exception {
        var run = ran("5511999991234");
        awaits(run, DeliveryStatus.State.READ);
        var token = rig.token(Scope.RUN_READ);
        var shown = Rig.json(rig.call("GET", "/api/v1/runs/" + run.summary().id(), token, ""));
        var step = shown.at("steps").at(0).at("delivery");
        assertEquals("read", step.at("state").asText());
        assertEquals("0", shown.at("undelivered").asText());
    }

    @Test
    void a_message_that_was_taken_and_lost_says_why_and_the_coordinator_learns_of_it() throws Exception {
        var run = ran("5500000000001");
        awaits(run, DeliveryStatus.State.FAILED);
        var latest = rig.workspace().runs().latest("note", 1).getFirst();
        assertEquals(1, latest.undelivered());
        var token = rig.token(Scope.RUN_READ);
        var list = Rig.json(rig.call("GET", "/api/v1/runs?flow=note", token, ""));
        assertEquals("1", list.at("items").at(0).at("undelivered").asText());
        var shown = Rig.json(rig.call("GET", "/api/v1/runs/" + run.summary().id(), token, ""));
        var delivery = shown.at("steps").at(0).at("delivery");
        assertEquals("failed", delivery.at("state").asText());
        assertTrue(delivery.at("reason").asText().startsWith("The message cannot be delivered"), delivery.asText());
        Rig.await(() -> rig.sandbox().messages().stream()
                .anyMatch(message -> message.template().equals("delivery_failed")));
        var told = rig.sandbox().messages().getLast();
        assertEquals("5511988887777", told.to());
        assertTrue(told.shown().contains("+5500000000001"), told.shown());
        assertTrue(told.shown().contains("about OT-1496"), told.shown());
        var report = rig.workspace().archive().events("", 100).events().stream()
                .map(event -> event.data())
                .filter(data -> data.at("status").asText().equals("failed"))
                .findFirst()
                .orElseThrow()
                .at("run");
        var step = run.steps().getFirst();
        assertEquals(
                List.of(run.summary().id(), "note", "fields", step.key(), run.event().id(), "OT-1496"),
                List.of(
                        report.at("id").asText(),
                        report.at("flow").asText(),
                        report.at("step").asText(),
                        report.at("key").asText(),
                        report.at("event").at("id").asText(),
                        report.at("event").at("data").at("wo_folio").asText()));
    }

    @Test
    void the_key_of_the_step_comes_back_with_the_report() throws Exception {
        var run = ran("5511999991234");
        awaits(run, DeliveryStatus.State.READ);
        var key = run.steps().getFirst().key();
        Rig.await(() -> rig.workspace().archive().events("", 100).events().stream()
                .anyMatch(event ->
                        event.data().at("biz_opaque_callback_data").asText().equals(key)));
    }

    @Test
    void the_shelf_holds_what_the_account_has_and_keeps_it_without_a_network() throws Exception {
        var shelf = rig.executor().shelf();
        for (var name : List.of("whatsapp-main", "twilio-main")) {
            var account = rig.workspace().accounts().find(name).orElseThrow();
            assertEquals(List.of(), shelf.of(account));
            var fetched = assertInstanceOf(TemplateShelf.Fetched.class, shelf.refresh(account));
            assertEquals(fetched.templates(), shelf.of(account).size());
            assertTrue(shelf.at(account).isPresent());
        }
        var account = rig.workspace().accounts().find("whatsapp-main").orElseThrow();
        var before = shelf.of(account);
        assertTrue(before.size() > 10, "more than one page");
        rig.fault("{\"vendor\": \"whatsapp\", \"code\": 190}");
        var failed = assertInstanceOf(TemplateShelf.Failed.class, shelf.refresh(account));
        assertEquals("token", failed.reason());
        assertEquals(before, shelf.of(account));
        rig.restart();
        assertEquals(before, rig.executor().shelf().of(account));
    }

    private List<String> problems(String type, String connection, String template, String language) {
        var flow = Rig.sample();
        var send = (Node.Connection) flow.node(SEND).orElseThrow();
        var settings = send.settings().with("template", Expression.literal(template));
        settings = language.isEmpty() ? settings.without("language") : settings.with("language", language);
        var changed = flow.withNode(
                send.withService(type, connection, "send-template").withSettings(settings));
        var check = Wiring.check(rig.workspace(), Connectors.found());
        return check.in(changed).stream().map(Problem::key).toList();
    }

    @Test
    void flows_are_checked_against_the_shelf() {
        for (var account : rig.workspace().accounts().all()) {
            rig.executor().shelf().refresh(account);
        }
        assertEquals(List.of(), problems("whatsapp", "whatsapp-main", "wo_assigned", "es"));
        assertEquals(List.of("problem.template.unknown"), problems("whatsapp", "whatsapp-main", "wo_assigned", "de"));
        assertEquals(
                List.of("problem.template.paused", "problem.places"),
                problems("whatsapp", "whatsapp-main", "wo_reminder", "en"));
        assertEquals(List.of("problem.places"), problems("whatsapp", "whatsapp-main", "wo_photo", "en"));
        assertEquals(
                List.of("problem.template.elsewhere"),
                problems("whatsapp", "whatsapp-main", "HX0000000000000000000000000000a551", "es"));
        assertEquals(
                List.of("problem.places"), problems("twilio", "twilio-main", "HX0000000000000000000000000000a551", ""));
        assertEquals(List.of("problem.template.elsewhere"), problems("twilio", "twilio-main", "wo_assigned", ""));
    }

    @Test
    void a_content_sid_in_the_wrong_place_offers_the_right_connection() {
        var flow = Rig.sample();
        var send = (Node.Connection) flow.node(SEND).orElseThrow();
        var changed = flow.withNode(
                send.withSettings(send.settings().with("template", "HX0000000000000000000000000000a551")));
        var connectors = Connectors.found();
        var problem = Wiring.check(rig.workspace(), connectors).in(changed).getFirst();
        assertEquals(
                "“HX0000000000000000000000000000a551” is no template of this service: it belongs to a Twilio connection.",
                problem.text(Texts.of(Problem.class, Language.EN)));
        var fix = new Fixes(connectors, knowing()).of(changed, problem).orElseThrow();
        var mended = fix.applyTo(changed).node(SEND).orElseThrow();
        assertEquals(List.of("twilio", "twilio-main"), List.of(mended.type(), mended.connection()));
        assertTrue(mended.settings().get("language").isEmpty());
    }

    private Known knowing() {
        var accounts = rig.workspace().accounts().all();
        return new Known() {
            @Override
            public List<io.signalbox.access.Account> accounts() {
                return accounts;
            }

            @Override
            public Value at(io.signalbox.flow.Path path) {
                return Value.nothing();
            }

            @Override
            public Optional<Expression> proposal(NodeId node, String place) {
                return Optional.empty();
            }

            @Override
            public Optional<String> freshHook() {
                return Optional.empty();
            }
        };
    }

    @Test
    void every_template_of_the_stand_ins_can_be_told_apart() {
        for (var account : rig.workspace().accounts().all()) {
            rig.executor().shelf().refresh(account);
            var all = rig.executor().shelf().of(account);
            assertEquals(
                    all.size(),
                    all.stream()
                            .map(template -> template.name() + " " + template.language())
                            .distinct()
                            .count());
            all.forEach(template -> assertTrue(template.status() != TemplateText.Status.UNKNOWN));
        }
    }
}
