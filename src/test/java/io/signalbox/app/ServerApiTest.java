package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server API over the real port, beside what `FlowsApiTest` shows of flows.
final class ServerApiTest {
    private static final String API = "/api/v1";
    private static final String FLOW = API + "/flows/new-wo-whatsapp";
    private static final String EVENT =
            "{\"id\":\"%s\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"data\":{\"wo_folio\":\"OT-1496\",\"code_responsible\":\"HR-22\"}}";

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;
    private String all;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
        all = rig.token(Scope.values());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Value got(String path, String token) throws Exception {
        var answer = rig.call("GET", path, token, "");
        assertEquals(200, answer.statusCode(), answer.body());
        return Rig.json(answer);
    }

    private Value got(String path) throws Exception {
        return got(path, all);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return rig.call("POST", path, all, body);
    }

    /// Returns the event's id.
    private String accepted(String identity) throws Exception {
        var answer = post("/events", EVENT.formatted(identity));
        assertEquals(202, answer.statusCode(), answer.body());
        rig.settled();
        return Rig.json(answer).at("eventId").asText();
    }

    private static List<String> texts(Value items, String member) {
        return items.asItems().stream().map(item -> item.at(member).asText()).toList();
    }

    @Test
    void versions_are_listed_and_an_earlier_one_can_run_again() throws Exception {
        var flow = Rig.sample();
        rig.run(flow);
        rig.run(flow.withName("Second"));
        assertEquals(List.of("2", "1"), texts(got(FLOW + "/versions").at("items"), "number"));
        assertEquals(
                flow, Rig.flow(rig.call("GET", FLOW + "/versions/1", all, "").body()));
        assertEquals(404, rig.call("GET", FLOW + "/versions/7", all, "").statusCode());

        var stale = rig.call("POST", FLOW + "/rollback", all, "{\"version\":1}", "If-Match", "\"0\"");
        assertEquals(412, stale.statusCode());
        assertEquals("0", Rig.json(stale).at("given").asText());
        assertEquals(200, post(FLOW + "/rollback", "{\"version\":1}").statusCode());
        assertEquals(flow, Rig.flow(rig.call("GET", FLOW, all, "").body()));
        assertEquals(
                3,
                rig.workspace()
                        .flows()
                        .find(flow.id())
                        .orElseThrow()
                        .live()
                        .orElseThrow()
                        .number());
        // Without a number: to the newest that differs.
        assertEquals(200, post(FLOW + "/rollback", "").statusCode());
        assertEquals("Second", Rig.flow(rig.call("GET", FLOW, all, "").body()).name());
    }

    @Test
    void flows_are_listed_page_by_page_and_removed_only_as_they_were_seen() throws Exception {
        rig.run(Rig.sample());
        rig.run(Rig.flow(FlowJson.write(Rig.sample()).replace("\"new-wo-whatsapp\"", "\"b-flow\"")));
        var first = got(API + "/flows?limit=1");
        assertEquals(List.of("b-flow"), texts(first.at("items"), "id"));
        var second = got(API + "/flows?limit=1&cursor=" + first.at("next").asText());
        assertEquals(List.of("new-wo-whatsapp"), texts(second.at("items"), "id"));
        assertTrue(second.at("next").isMissing());
        assertEquals(412, rig.call("DELETE", FLOW, all, "", "If-Match", "\"0\"").statusCode());
        assertEquals(204, rig.call("DELETE", FLOW, all, "").statusCode());
        assertEquals(404, rig.call("DELETE", FLOW, all, "").statusCode());
        assertEquals(List.of(), rig.executor().live().matcher().matches(event()));
    }

    private static Event event() {
        return new Event(
                "019a0000-0000-7000-8000-000000000001",
                "tasks.work_orders.new_wo",
                "tasks",
                "work_orders",
                "new_wo",
                "",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                Value.Fields.empty(),
                Value.Fields.empty());
    }

    @Test
    void a_preview_shows_nodes_clauses_and_requests_and_sends_nothing() throws Exception {
        rig.run(Rig.sample());
        var preview = Rig.json(post(FLOW + "/preview", "{\"event\":" + EVENT.formatted("x") + "}"));
        assertEquals(Value.of(false), preview.at("failed"), preview.toString());
        assertFalse(preview.at("requests").asItems().isEmpty());
        assertFalse(preview.at("nodes").asItems().isEmpty());
        assertEquals(List.of(), rig.sandbox().messages());
        assertEquals(0, rig.workspace().events().ledger().accepted());
        assertEquals(422, post(FLOW + "/preview", "{\"event\":{}}").statusCode());
    }

    @Test
    void runs_are_found_by_flow_state_and_time_page_by_page() throws Exception {
        rig.run(Rig.sample());
        var one = accepted("e-1");
        accepted("e-2");
        accepted("e-3");
        var page = got(API + "/runs?flow=new-wo-whatsapp&state=succeeded&limit=2");
        assertEquals(2, page.at("items").asItems().size());
        var rest = got(API + "/runs?limit=2&cursor=" + page.at("next").asText());
        assertEquals(List.of(one), texts(rest.at("items"), "eventId"));
        assertTrue(rest.at("next").isMissing());
        assertEquals(List.of(), got(API + "/runs?state=failed").at("items").asItems());
        assertEquals(
                List.of(),
                got(API + "/runs?from=2999-01-01T00:00:00Z").at("items").asItems());
        assertEquals(1, got(API + "/runs?event=" + one).at("items").asItems().size());
        for (var broken : List.of("state=no", "from=yesterday", "cursor=x", "limit=x", "event=1")) {
            var answer = rig.call("GET", API + "/runs?" + broken, all, "");
            assertEquals(400, answer.statusCode());
            assertEquals(
                    broken.substring(0, broken.indexOf('=')),
                    Rig.json(answer).at("parameter").asText());
        }
    }

    @Test
    void a_run_tells_what_happened_and_what_came_from_outside_only_to_who_may_read_it() throws Exception {
        rig.run(Rig.sample());
        accepted("e-1");
        var id = got(API + "/runs").at("items").at(0).at("id").asText();
        var whole = got(API + "/runs/" + id);
        assertTrue(whole.toString().contains("5511999991234"), whole.toString());
        assertTrue(texts(whole.at("nodes"), "node").containsAll(List.of("trigger", "wo", "person")));
        assertFalse(whole.at("nodes").at(0).at("input").isMissing());
        assertEquals(Value.of(1), whole.at("steps").asItems().getLast().at("attempts"));

        var reader = rig.token(Scope.RUN_READ);
        var bare = rig.call("GET", API + "/runs/" + id, reader, "").body();
        for (var told : List.of("5511999991234", "OT-1496", "HR-22")) {
            assertFalse(bare.contains(told), bare);
        }
        assertTrue(bare.contains("\"succeeded\""));
        assertFalse(rig.call("GET", API + "/runs", reader, "").body().contains("OT-1496"));
        assertFalse(rig.call("GET", API + "/events", reader, "").body().contains("OT-1496"));
        assertEquals(
                403, rig.call("GET", API + "/events?payload=true", reader, "").statusCode());
        assertTrue(rig.call("GET", API + "/events?payload=true", all, "").body().contains("OT-1496"));
        var trail = texts(got(API + "/audit").at("items"), "action");
        assertEquals(2, trail.stream().filter("payload.read"::equals).count(), trail.toString());
    }

    @Test
    void an_event_runs_again_as_a_copy_of_itself() throws Exception {
        rig.run(Rig.sample());
        var first = accepted("e-1");
        var again = post(API + "/events/" + first + "/replay", "");
        assertEquals(202, again.statusCode(), again.body());
        assertEquals(
                List.of(Value.of("new-wo-whatsapp")),
                Rig.json(again).at("matched").asItems());
        assertEquals(2, rig.settled().sent());
        var copy = Rig.json(again).at("eventId").asText();
        assertNotEquals(first, copy);
        assertEquals(
                first,
                got(API + "/events/" + copy).at("attributes").at("replayOf").asText());
        assertEquals(
                404,
                post(API + "/events/019a0000-0000-7000-8000-000000000009/replay", "")
                        .statusCode());
    }

    @Test
    void a_run_that_failed_waits_on_the_list_until_it_is_replayed_or_discarded() throws Exception {
        rig.run(Rig.sample());
        rig.workspace().accounts().remove("whatsapp-main");
        accepted("e-1");
        accepted("e-2");
        assertEquals(2, rig.settled().failed());
        var dead = texts(got(API + "/dead").at("items"), "id");
        assertEquals(2, dead.size());
        SampleAccounts.save(rig.workspace().accounts(), rig.sandbox().url());
        var retried = post(API + "/runs/" + dead.get(0) + "/retry", "");
        assertEquals(202, retried.statusCode(), retried.body());
        assertEquals(1, rig.settled().sent());
        assertEquals(409, post(API + "/runs/" + dead.get(0) + "/retry", "").statusCode());
        var discarded = post(API + "/dead/discard", "{\"ids\":[\"" + dead.get(1) + "\"]}");
        assertEquals(Value.of(1), Rig.json(discarded).at("discarded"));
        assertEquals(List.of(), got(API + "/dead").at("items").asItems());
        assertEquals(400, post(API + "/dead/replay", "{}").statusCode());
    }

    @Test
    void a_connection_takes_secrets_and_gives_none_back() throws Exception {
        var at = API + "/connections/plant";
        var body =
                "{\"type\":\"whatsapp\",\"fields\":{\"phone-number-id\":\"123\"},\"secrets\":{\"access-token\":\"canary-4711\"}}";
        var writer = rig.token(Scope.CONNECTION_WRITE);
        assertEquals(403, rig.call("PUT", at, writer, body).statusCode());
        var made = rig.call("PUT", at, all, body);
        assertEquals(201, made.statusCode(), made.body());
        var read = rig.call("GET", at, writer, "");
        assertEquals(
                List.of("access-token"),
                Rig.json(read).at("secrets").asItems().stream()
                        .map(Value::asText)
                        .toList());
        assertFalse(made.body().contains("canary") || read.body().contains("canary"));
        var tag = read.headers().firstValue("etag").orElseThrow();
        var change = "{\"fields\":{\"phone-number-id\":\"456\"}}";
        assertEquals(200, rig.call("PUT", at, writer, change, "If-Match", tag).statusCode());
        var stale = rig.call("PUT", at, writer, change, "If-Match", tag);
        assertEquals(412, stale.statusCode());
        assertEquals(
                "\"" + Rig.json(stale).at("current").asText() + "\"",
                stale.headers().firstValue("etag").orElse(""));
        assertEquals(
                "canary-4711",
                rig.workspace()
                        .accounts()
                        .secret("plant", "access-token")
                        .orElseThrow()
                        .value());
        assertEquals(
                422,
                rig.call("PUT", at, writer, "{\"fields\":{\"nothing\":\"1\"}}").statusCode());
        assertEquals(
                422,
                rig.call("PUT", at, writer, "{\"fields\":{\"access-token\":\"1\"}}")
                        .statusCode());
        assertTrue(texts(got(API + "/connections", writer).at("items"), "name").contains("plant"));
        assertFalse(rig.call("GET", API + "/audit", all, "").body().contains("canary"));
    }

    @Test
    void every_change_stands_in_the_audit_trail_with_who_made_it() throws Exception {
        var flow = Rig.sample();
        rig.call("PUT", FLOW, all, FlowJson.write(flow));
        post(FLOW + "/enable", "");
        post(FLOW + "/disable", "");
        rig.workspace().tokens().revoke("t0");
        var reader = rig.token(Scope.AUDIT_READ);
        var trail = got(API + "/audit?limit=5", reader);
        assertEquals(
                List.of("token.create", "token.revoke", "flow.disable", "flow.enable", "flow.save"),
                texts(trail.at("items"), "action"));
        assertEquals("token:t0", trail.at("items").at(4).at("actor").asText());
        assertEquals(
                FlowJson.identity(flow), trail.at("items").at(4).at("after").asText());
        var older = got(API + "/audit?cursor=" + trail.at("next").asText(), reader);
        assertEquals(
                1, older.at("items").asItems().getLast().at("number").asText().length());
    }
}
