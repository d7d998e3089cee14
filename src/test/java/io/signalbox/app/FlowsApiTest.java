package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Point;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.http.RemoteServer;
import io.signalbox.json.FlowJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlowsApiTest {
    private static final String AT = "/api/v1/flows/new-wo-whatsapp";

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;
    private String token;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
        token = rig.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String text(Flow flow) {
        return FlowJson.write(flow);
    }

    private static String tag(Flow flow) {
        return "\"" + FlowJson.identity(flow) + "\"";
    }

    @Test
    void a_new_flow_is_taken_switched_off_and_read_back_as_it_was() throws Exception {
        var flow = Rig.sample();
        assertEquals(404, rig.call("GET", AT, token, "").statusCode());
        var put = rig.call("PUT", AT, token, text(flow), "If-None-Match", "*");
        assertEquals(201, put.statusCode());
        assertEquals(Value.of(false), Rig.json(put).at("on"));
        var got = rig.call("GET", AT, token, "");
        assertEquals(tag(flow), got.headers().firstValue("etag").orElse(""));
        assertEquals("off", got.headers().firstValue("signalbox-state").orElse(""));
        assertEquals(flow, Rig.flow(got.body()));
    }

    @Test
    void a_change_must_be_based_on_what_is_there() throws Exception {
        var flow = Rig.sample();
        var changed = flow.withName("Renamed");
        rig.call("PUT", AT, token, text(flow));
        assertEquals(428, rig.call("PUT", AT, token, text(changed)).statusCode());
        assertEquals(
                412,
                rig.call("PUT", AT, token, text(changed), "If-None-Match", "*").statusCode());
        var stale = rig.call("PUT", AT, token, text(changed), "If-Match", "\"0000\"");
        assertEquals(412, stale.statusCode());
        assertEquals(FlowJson.identity(flow), Rig.json(stale).at("current").asText());
        assertEquals(
                200,
                rig.call("PUT", AT, token, text(changed), "If-Match", tag(flow)).statusCode());
        assertEquals("Renamed", Rig.flow(rig.call("GET", AT, token, "").body()).name());
    }

    @Test
    void moving_a_box_is_no_change() throws Exception {
        var flow = Rig.sample();
        rig.call("PUT", AT, token, text(flow));
        var moved = flow.withLayout(flow.layout().with(flow.nodes().firstEntry().getKey(), new Point(8, 8)));
        assertEquals(tag(flow), tag(moved));
        assertEquals(
                200,
                rig.call("PUT", AT, token, text(moved), "If-Match", tag(flow)).statusCode());
    }

    @Test
    void what_could_not_run_is_refused_with_its_problems() throws Exception {
        var broken = text(Rig.sample()).replace("find-person", "find-nobody");
        var answer = rig.call("PUT", AT, token, broken);
        assertEquals(422, answer.statusCode());
        var problem = Rig.json(answer).at("problems").at(0);
        assertEquals("person", problem.at("node").asText());
        assertEquals(
                400,
                rig.call("PUT", AT, token, "{\"format\": \"signalbox.flow/2\"}").statusCode());
        assertEquals(422, rig.call("PUT", AT + "-2", token, text(Rig.sample())).statusCode());
        assertEquals(404, rig.call("GET", AT, token, "").statusCode());
    }

    @Test
    void a_flow_without_its_connections_is_kept_but_not_switched_on() throws Exception {
        rig.workspace().accounts().remove("whatsapp-main");
        var put = rig.call("PUT", AT, token, text(Rig.sample()));
        assertEquals(201, put.statusCode());
        assertTrue(Rig.json(put).at("problems").asText().contains("whatsapp-main"), put.body());
        assertEquals(422, rig.call("POST", AT + "/enable", token, "").statusCode());
    }

    @Test
    void switching_on_says_what_is_worth_a_look() throws Exception {
        var accounts = rig.workspace().accounts();
        assertEquals(201, rig.call("PUT", AT, token, text(Rig.sample())).statusCode());
        accounts.save(
                accounts.find("fracttal-main").orElseThrow().with("base-url", "https://app.fracttal.com/api"),
                Map.of());
        var on = Rig.json(rig.call("POST", AT + "/enable", token, ""));
        assertEquals("warning", on.at("problems").at(0).at("severity").asText());
        assertEquals(
                "The connection “fracttal-main” has no permission group: nobody checks what it may do.",
                on.at("problems").at(0).at("text").asText());
        assertTrue(Rig.json(rig.call("POST", AT + "/disable", token, ""))
                .at("problems")
                .asItems()
                .isEmpty());
    }

    @Test
    void a_switch_is_refused_that_was_meant_for_another_version() throws Exception {
        rig.call("PUT", AT, token, text(Rig.sample()));
        for (var way : List.of("/enable", "/disable")) {
            var stale = rig.call("POST", AT + way, token, "", "If-Match", "\"0000\"");
            assertEquals(412, stale.statusCode());
            assertEquals("0000", Rig.json(stale).at("given").asText());
            assertEquals(
                    FlowJson.identity(Rig.sample()),
                    Rig.json(stale).at("current").asText());
        }
        var on = rig.call("POST", AT + "/enable", token, "", "If-Match", tag(Rig.sample()));
        assertEquals(200, on.statusCode());
        assertEquals(tag(Rig.sample()), on.headers().firstValue("etag").orElse(""));
        assertEquals("on", on.headers().firstValue("signalbox-state").orElse(""));
    }

    @Test
    void each_address_wants_its_scope() throws Exception {
        var reader = rig.token(Scope.FLOW_READ);
        assertEquals(403, rig.call("PUT", AT, reader, text(Rig.sample())).statusCode());
        assertEquals(403, rig.call("GET", AT, rig.token(Scope.EVENTS), "").statusCode());
        assertEquals(403, rig.call("POST", AT + "/enable", reader, "").statusCode());
        assertEquals(403, rig.call("GET", "/api/v1/ledger", reader, "").statusCode());
        assertEquals(401, rig.call("GET", AT, "", "").statusCode());
        assertEquals(401, rig.call("POST", "/control", token, "{}").statusCode());
        var ledger = rig.call("GET", "/api/v1/ledger", rig.token(Scope.RUN_READ), "");
        assertEquals(Value.of(true), Rig.json(ledger).at("balanced"));
    }

    @Test
    void sending_to_a_server_shows_what_is_there_and_never_overwrites_unseen_work() throws Exception {
        var flow = Rig.sample();
        try (var gateway = new HttpGateway(Set.of())) {
            var server = new RemoteServer(gateway, rig.executor().status().address(), new Secret(token));
            assertEquals(Optional.empty(), server.find(flow.id()));
            assertEquals(
                    new FlowServer.Sent.Accepted(FlowJson.identity(flow), true),
                    server.send(flow, Optional.empty(), true));
            var deployed = server.find(flow.id()).orElseThrow();
            assertEquals(new FlowServer.Deployed(flow, FlowJson.identity(flow), true), deployed);

            var theirs = flow.withName("Changed there");
            rig.call("PUT", AT, token, text(theirs), "If-Match", tag(flow));
            assertEquals(
                    new FlowServer.Sent.Conflict(FlowJson.identity(theirs)),
                    server.send(flow.withName("Changed here"), Optional.of(deployed.version()), false));
            assertEquals(
                    "Changed there",
                    rig.workspace().flows().find(flow.id()).orElseThrow().flow().name());
        }
    }

    @Test
    void a_flow_that_runs_takes_the_new_version_at_once() throws Exception {
        var flow = Rig.sample();
        rig.run(flow);
        var changed = flow.withName("Newer");
        assertEquals(
                200,
                rig.call("PUT", AT, token, text(changed), "If-Match", tag(flow)).statusCode());
        var stored = rig.workspace().flows().find(flow.id()).orElseThrow();
        assertEquals(2, stored.live().orElseThrow().number());
        assertEquals(flow, rig.workspace().flows().version(flow.id(), 1).orElseThrow());
    }
}
