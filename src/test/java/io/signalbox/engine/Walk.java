package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.UnreadableFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A run carried to its end in memory: every effect is answered at once by what the test says.
///
/// @param rounds the effects of each pass
record Walk(Flow flow, Plan plan, List<List<Effect>> rounds) {
    static final Connectors CONNECTORS = Connectors.found();
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    static final String TRIGGER =
            "{'id':'trigger','kind':'trigger','type':'event','settings':{'module':'a','submodule':'b','event':'c'}%s}";

    /// @param text JSON with apostrophes for quotes
    static Value json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(text, problem);
        }
    }

    /// @param nodes and `wires` as in the file, with apostrophes for quotes
    static Flow flow(String nodes, String wires) {
        var text = "{'format':'signalbox.flow/1','id':'f','nodes':[" + nodes + "],'wires':[" + wires + "]}";
        try {
            return FlowJson.read(text.replace('\'', '"'));
        } catch (UnreadableFlow unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    static String source(String id, String more) {
        return "{'id':'%s','kind':'source','type':'http','connection':'main','operation':'get'%s}".formatted(id, more);
    }

    static String send(String id, String more) {
        return "{'id':'%s','kind':'connection','type':'http','connection':'main','operation':'post'%s}"
                .formatted(id, more);
    }

    static String wire(String from, String to) {
        return "{'from':'%s','to':'%s'}".formatted(from, to);
    }

    static String wire(String from, String to, String more) {
        return "{'from':'%s','to':'%s',%s}".formatted(from, to, more);
    }

    /// An event of the kind `a.b.c`.
    static Event event(String data) {
        return new Event("evt-1", "a.b.c", "a", "b", "c", "", "", NOON, NOON, json(data), Value.Fields.empty());
    }

    static Walk of(Flow flow, Event event, Function<Effect, StepResult> service) {
        var planner = new Planner(flow, CONNECTORS);
        var results = new HashMap<StepId, StepResult>();
        var rounds = new ArrayList<List<Effect>>();
        var plan = planner.next(Path.TRIGGER, event, results);
        while (!plan.isFinished()) {
            rounds.add(plan.effects());
            plan.effects().forEach(effect -> results.put(effect.step(), service.apply(effect)));
            plan = planner.next(Path.TRIGGER, event, results);
        }
        return new Walk(flow, plan, List.copyOf(rounds));
    }

    /// Services answer what is said by node; nodes that are not named answer an empty object.
    static Walk of(Flow flow, String data, Map<String, String> answers) {
        return of(
                flow,
                event(data),
                effect -> answered(answers.getOrDefault(effect.step().node().value(), "{}")));
    }

    static StepResult answered(String output) {
        return switch (output) {
            case "failed" -> new StepResult.Failed("status", "500");
            case "suppressed" -> new StepResult.Suppressed("opt-out", "");
            default -> new StepResult.Answered(json(output), "");
        };
    }

    /// `step state` of every visit, in order.
    List<String> states() {
        return plan.trace().stream()
                .map(visit -> visit.step() + " " + visit.state())
                .toList();
    }

    /// The steps called, a round a text.
    List<String> calls() {
        return rounds.stream()
                .map(round -> String.join(
                        " ",
                        round.stream().map(effect -> effect.step().toString()).toList()))
                .toList();
    }

    /// What was put into the fields or settings of each call.
    List<String> inputs() {
        return rounds.stream()
                .flatMap(List::stream)
                .map(effect -> effect.step() + ": "
                        + (effect.fields().isEmpty() ? effect.settings() : effect.fields()).asText())
                .toList();
    }

    RunEnd end() {
        return RunEnd.of(flow, plan);
    }
}
