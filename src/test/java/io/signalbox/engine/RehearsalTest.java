package io.signalbox.engine;

import static io.signalbox.engine.Walk.CONNECTORS;
import static io.signalbox.engine.Walk.TRIGGER;
import static io.signalbox.engine.Walk.event;
import static io.signalbox.engine.Walk.flow;
import static io.signalbox.engine.Walk.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.engine.Rehearsal.Difference.Kind;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
    private static final Account ACCOUNT =
            new Account("w", "whatsapp", new LinkedHashMap<>(Map.of("phone-number-id", "1065")), Set.of(), true);

    private final Rehearsal rehearsal = new Rehearsal(new Preview(CONNECTORS, _ -> Optional.of(ACCOUNT)), CONNECTORS);

    private static Flow text(String when, String to, String text) {
        return flow(
                TRIGGER.formatted(when)
                        + ",{'id':'text','kind':'connection','type':'whatsapp','connection':'w','operation':'send-text',"
                        + "'settings':{'to':" + to + ",'text':" + text + "}}",
                wire("trigger", "text"));
    }

    private static final String TO = "{'path':'trigger.data.phone'}";

    private static Rehearsal.Past past(String data) {
        return new Rehearsal.Past(event(data), Map.of());
    }

    private static final Rehearsal.Past HIGH = past("{'p':'HIGH','phone':'5511999991234'}");
    private static final Rehearsal.Past LOW = past("{'p':'LOW','phone':'5511999991234'}");
    private static final Rehearsal.Past NOBODY = past("{'p':'HIGH'}");

    @Test
    void events_that_match_are_shown_with_what_would_go_out() {
        var all = rehearsal.of(text("", TO, "'Hello'"), List.of(HIGH, NOBODY));
        assertEquals(
                List.of("true 1", "true 0"),
                all.stream()
                        .map(one -> one.matched() + " "
                                + one.result().orElseThrow().end().messages())
                        .toList());
        assertEquals(
                Value.of("5511999991234"),
                RequestView.of(all.getFirst()
                                .result()
                                .orElseThrow()
                                .messages()
                                .getFirst()
                                .outgoing())
                        .at("body")
                        .at("to"));
    }

    @Test
    void the_first_clause_that_kept_an_event_back_is_named() {
        var flow = text(
                ",'when':{'all':[{'path':'trigger.data.phone','op':'notEmpty'},"
                        + "{'none':[{'path':'trigger.data.p','op':'empty'},{'path':'trigger.data.p','op':'eq','value':'LOW'}]}]}",
                TO,
                "'Hello'");
        var all = rehearsal.of(flow, List.of(HIGH, LOW, NOBODY));
        assertEquals(
                List.of(true, false, false),
                all.stream().map(Rehearsal.Rehearsed::matched).toList());
        assertEquals(
                List.of("-", "trigger.data.p eq LOW", "trigger.data.phone notEmpty "),
                all.stream()
                        .map(one -> one.excludedBy()
                                .map(row -> row.row().path() + " "
                                        + row.row().operator().key() + " "
                                        + row.row().value().asText())
                                .orElse("-"))
                        .toList());
    }

    @Test
    void an_event_of_another_kind_is_kept_back_by_no_clause() {
        var other = flow(TRIGGER.formatted("").replace("'event':'c'", "'event':'x'"), "");
        assertEquals(
                List.of(new Rehearsal.Rehearsed(HIGH, false, Optional.empty(), Optional.empty())),
                rehearsal.of(other, List.of(HIGH)));
        var off = text(",'off':true", TO, "'Hello'");
        assertEquals(false, rehearsal.of(off, List.of(HIGH)).getFirst().matched());
    }

    @Test
    void the_trigger_whose_condition_holds_is_the_one_rehearsed() {
        var first = TRIGGER.formatted(",'when':{'path':'trigger.data.p','op':'eq','value':'LOW'}");
        var second = TRIGGER.replace("'trigger','kind'", "'second','kind'").formatted("");
        var send = "{'id':'text','kind':'connection','type':'whatsapp','connection':'w','operation':'send-text',"
                + "'settings':{'to':" + TO + ",'text':'Hello'}}";
        var flow = flow(String.join(",", first, second, send), wire("second", "text"));
        assertEquals(
                List.of(1, 0),
                rehearsal.of(flow, List.of(HIGH, LOW)).stream()
                        .map(one -> one.result().orElseThrow().end().messages())
                        .toList());
    }

    private List<String> differences(Flow before, Flow after) {
        var events = List.of(HIGH, LOW, NOBODY);
        return Rehearsal.between(rehearsal.of(before, events), rehearsal.of(after, events)).stream()
                .map(found -> found.event().data().at("p").asText() + " " + found.step() + " " + found.kind())
                .toList();
    }

    @Test
    void two_versions_differ_in_what_they_send() {
        var old = text("", TO, "'Hello'");
        var onlyHigh = ",'when':{'path':'trigger.data.p','op':'eq','value':'HIGH'}";
        assertEquals(List.of(), differences(old, text("", TO, "'Hello'").withName("New")));
        assertEquals(
                List.of("HIGH text " + Kind.CHANGED_TEXT, "LOW text " + Kind.CHANGED_TEXT),
                differences(old, text("", TO, "'Good day'")));
        assertEquals(List.of("LOW text " + Kind.REMOVED), differences(old, text(onlyHigh, TO, "'Hello'")));
        assertEquals(List.of("LOW text " + Kind.ADDED), differences(text(onlyHigh, TO, "'Hello'"), old));
        assertEquals(
                List.of(
                        "HIGH text " + Kind.CHANGED_RECIPIENT,
                        "LOW text " + Kind.CHANGED_RECIPIENT,
                        "HIGH text " + Kind.ADDED),
                differences(old, text("", "'33612345678'", "'Hello'")));
    }

    @Test
    void a_difference_shows_both_requests() {
        var before = rehearsal.of(text("", TO, "'Hello'"), List.of(HIGH));
        var after = rehearsal.of(text("", TO, "'Good day'"), List.of(HIGH));
        var found = Rehearsal.between(before, after).getFirst();
        assertEquals(
                List.of("Hello", "Good day"),
                List.of(
                        found.before().at("body").at("text").at("body").asText(),
                        found.after().at("body").at("text").at("body").asText()));
    }

    @Test
    void a_source_answers_as_it_did_then() {
        var flow = flow(
                String.join(
                        ",",
                        TRIGGER.formatted(""),
                        Walk.source("a", ""),
                        "{'id':'text','kind':'connection','type':'whatsapp','connection':'w','operation':'send-text',"
                                + "'settings':{'to':{'path':'a.phone'},'text':'Hello'}}"),
                wire("trigger", "a") + "," + wire("a", "text"));
        var past = new Rehearsal.Past(event("{}"), Map.of(new NodeId("a"), Walk.json("{'phone':'5511999991234'}")));
        var base = new Account(
                "w",
                "whatsapp",
                new LinkedHashMap<>(Map.of("phone-number-id", "1065", "base-url", "https://service.example.com")),
                Set.of(),
                true);
        var end = new Rehearsal(new Preview(CONNECTORS, _ -> Optional.of(base)), CONNECTORS)
                .of(flow, List.of(past))
                .getFirst()
                .result()
                .orElseThrow()
                .end();
        assertEquals(new RunEnd(false, 1, "", ""), end);
    }
}
