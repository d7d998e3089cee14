package io.signalbox.engine;

import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.send;
import static io.signalbox.engine.Walk.source;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Dice;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values on their way into a call.
final class EvaluationTest {
    private static final Account SERVICE = new Account(
            "main",
            "http",
            new LinkedHashMap<>(Map.of("base-url", "https://service.example.com/api/v1")),
            Set.of(),
            true);

    private static Flow configured(String row) {
        return flow(
                String.join(
                        ",",
                        TRIGGER.formatted(""),
                        send("c", ""),
                        "{'id':'m','kind':'configuration','fields':[{'to':'a'," + row + "}]}"),
                wire("trigger", "c") + "," + wire("c", "m"));
    }

    private static Flow path(String setting) {
        return flow(
                TRIGGER.formatted("") + "," + source("a", ",'settings':{'path':" + setting + "}"),
                wire("trigger", "a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'from':{'path':'trigger.data.x'} | m: a: here
                    'from':{'path':'trigger.data.none'},'fallback':'-' | m: a: -
                    'from':{'path':'trigger.data.empty'},'fallback':'-' | m: a: -
                    'from':{'path':'trigger.data.none','apply':['default:none']} | m: a: none
                    'from':{'path':'trigger.data.none','apply':['upper','default:none','upper']} | m: a: NONE
                    'from':{'template':'{{ trigger.data.x }}!','apply':['upper']} | m: a: HERE!
                    'from':{'literal':'{{ x }}','apply':['upper']} | m: a: {{ X }}
                    'from':0 | m: a: 0
                    'from':false | m: a: false""")
    void a_row_has_its_value_or_its_fallback(String row, String input) {
        assertEquals(
                List.of(input),
                Walk.of(configured(row), "{'x':'here','empty':''}", Map.of()).inputs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'from':{'path':'trigger.data.none'}
                    'from':{'path':'trigger.data.empty'}
                    'from':{'path':'trigger.data.null'}
                    'from':{'template':'Hello {{ trigger.data.none }}'}
                    'from':{'path':'trigger.data.x','apply':['number']}
                    'from':{'path':'trigger.data.none'},'fallback':''""")
    void a_missing_value_without_fallback_fails_the_step_and_calls_nobody(String row) {
        var walk = Walk.of(configured(row), "{'x':'here','empty':'','null':null}", Map.of());
        assertEquals(List.of(), walk.calls());
        assertEquals(new RunEnd(true, 0, "value.missing", "a"), walk.end());
    }

    @Test
    void a_missing_recipient_is_left_to_the_gate() {
        var flow = flow(
                TRIGGER.formatted("")
                        + ",{'id':'text','kind':'connection','type':'whatsapp','connection':'w','operation':'send-text',"
                        + "'settings':{'to':{'path':'trigger.data.phone'},'text':'Hello'}}",
                wire("trigger", "text"));
        var walk = Walk.of(
                flow,
                Walk.event("{}"),
                effect -> SendGate.reaches(effect)
                        ? Walk.answered("{}")
                        : new StepResult.Suppressed(
                                "recipient", effect.recipient().asText()));
        assertEquals(List.of("trigger DONE", "text SUPPRESSED"), walk.states());
        assertEquals(new RunEnd(false, 0, "recipient", ""), walk.end());
        var preview = new Preview(Walk.CONNECTORS, _ -> Optional.empty())
                .of(flow, Walk.event("{'phone':'call me'}"), Map.of());
        assertEquals(new RunEnd(false, 0, "recipient", "call me"), preview.end());
    }

    @Test
    void a_required_setting_that_is_blank_fails_the_step() {
        var flow = flow(
                TRIGGER.formatted("")
                        + ",{'id':'wo','kind':'source','type':'fracttal','connection':'f','operation':'find-work-order',"
                        + "'settings':{'folio':''}}",
                wire("trigger", "wo"));
        assertEquals(
                new RunEnd(true, 0, "value.missing", "folio"),
                Walk.of(flow, "{}", Map.of()).end());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    '/a/b' | /a/b
                    {'literal':'/A/b','apply':['lower']} | /a/b
                    {'path':'trigger.data.x'} | /a%2F..%2Fb
                    {'template':'/wo/{{ trigger.data.x }}/end?y={{ trigger.data.y }}'} | /wo/a%2F..%2Fb/end?y=1%262%3D%3F
                    `{'template':'/wo/{{ trigger.data.x | upper }}'}` | /wo/A%2F..%2FB
                    {'template':'/Wo/{{ trigger.data.x }}','apply':['lower']} | /%2Fwo%2Fa%2F..%2Fb""")
    void a_mapped_part_of_an_address_is_one_segment(String setting, String address) {
        assertEquals(
                List.of("a: path: " + address),
                Walk.of(path(setting), "{'x':'a/../b','y':'1&2=?'}", Map.of()).inputs());
    }

    @ParameterizedTest
    @CsvSource({"..", ".", "''"})
    void a_segment_that_would_climb_or_vanish_is_not_called(String value) {
        var walk = Walk.of(
                path("{'template':'/wo/{{ trigger.data.x }}/tasks'}"),
                "{'x':'" + value.replace("'", "") + "'}",
                Map.of());
        assertEquals(List.of(), walk.calls());
        assertEquals(true, walk.end().failed());
    }

    /// Row 17 of the threats: whatever is mapped, host and prefix stay.
    @Test
    void no_mapped_value_changes_host_or_prefix() throws CallProblem {
        var pieces = List.of(
                "..",
                ".",
                "/",
                "\\",
                "%2e",
                "%2F",
                "%",
                "@",
                ":",
                "?",
                "#",
                "//",
                "evil.example",
                "a",
                "é",
                " ",
                "\r\n",
                "\u0000",
                "🔧",
                ";",
                "&",
                "=");
        var http = Walk.CONNECTORS.find("http").orElseThrow();
        var dice = new Dice(17);
        var settings = List.of(
                "{'path':'trigger.data.x'}",
                "{'template':'{{ trigger.data.x }}'}",
                "{'template':'/wo/{{ trigger.data.x }}'}",
                "{'template':'/wo/.{{ trigger.data.x }}/..x'}",
                "{'template':'/wo/{{ trigger.data.x }}{{ trigger.data.x }}/tasks?y={{ trigger.data.x }}'}",
                "{'path':'trigger.data.x','apply':['upper']}");
        int called = 0;
        for (int n = 0; n < 3_000; n++) {
            var value = dice.oneIn(5) ? dice.text() : String.join("", dice.list(5, _ -> dice.of(pieces)));
            var plan = new Planner(path(dice.of(settings)), Walk.CONNECTORS)
                    .next(Path.TRIGGER, eventWith(value), Map.of());
            for (var effect : plan.effects()) {
                var call = new Call(SERVICE, "get", effect.settings(), effect.fields(), "");
                String url;
                try {
                    url = http.encode(call).url();
                } catch (CallProblem _) {
                    continue;
                }
                called++;
                var uri = URI.create(url).normalize();
                assertEquals("https service.example.com", uri.getScheme() + " " + uri.getHost(), value);
                assertTrue(uri.getRawPath().startsWith("/api/v1/"), url);
                assertTrue(url.indexOf('#') < 0 && url.indexOf('@') < 0 && url.indexOf('\\') < 0, url);
            }
        }
        assertTrue(called > 1_000, "calls that could be made: " + called);
    }

    private static Event eventWith(String value) {
        var event = Walk.event("{}");
        return new Event(
                event.id(),
                event.type(),
                event.module(),
                event.submodule(),
                event.event(),
                event.source(),
                event.entity(),
                event.occurredAt(),
                event.receivedAt(),
                Value.fields("x", Value.of(value)),
                event.attributes());
    }
}
