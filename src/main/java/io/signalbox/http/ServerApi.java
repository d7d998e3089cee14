package io.signalbox.http;

import io.signalbox.access.Scope;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.util.List;
import java.util.Optional;

/// `/api/v1`: flows come and go, the ledger is read.
final class ServerApi {
    private final FlowStore flows;
    private final LiveFlows live;
    private final FlowCheck check;
    private final EventLog events;
    private final Texts texts;

    ServerApi(FlowStore flows, LiveFlows live, FlowCheck check, EventLog events, Texts texts) {
        this.flows = flows;
        this.live = live;
        this.check = check;
        this.events = events;
        this.texts = texts;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/flows/{id}", new Route.Needs(Scope.FLOW_READ), this::get),
                new Route("PUT", "/api/v1/flows/{id}", new Route.Needs(Scope.FLOW_DEPLOY), this::put),
                new Route(
                        "POST",
                        "/api/v1/flows/{id}/enable",
                        new Route.Needs(Scope.FLOW_DEPLOY),
                        asked -> turn(asked, true)),
                new Route(
                        "POST",
                        "/api/v1/flows/{id}/disable",
                        new Route.Needs(Scope.FLOW_DEPLOY),
                        asked -> turn(asked, false)),
                new Route(
                        "GET",
                        "/api/v1/ledger",
                        new Route.Needs(Scope.RUN_READ),
                        _ -> Answer.json(200, events.ledger().asValue())));
    }

    private Answer get(Asked asked) {
        var stored = flows.find(asked.part("id"));
        return stored.map(flow -> marked(Answer.text(200, "application/json", FlowJson.write(flow.flow())), flow))
                .orElseGet(() -> unknown(asked));
    }

    private Answer put(Asked asked) {
        Flow flow;
        try {
            flow = FlowJson.read(asked.body().text());
        } catch (UnreadableFlow problem) {
            return Answer.problem(
                    400,
                    Value.fields("line", Value.of(problem.line()), "column", Value.of(problem.column()))
                            .with("node", Value.of(problem.node()))
                            .with("field", Value.of(problem.field())),
                    texts.text("http.400"),
                    problem.text(Texts.of(FlowJson.class, texts.language())));
        }
        if (!flow.id().equals(asked.part("id"))) {
            return Answer.problem(422, texts.text("http.422"), texts.text("http.flow-id", flow.id(), asked.part("id")));
        }
        var stored = flows.find(flow.id());
        var conflict = conflict(asked, stored);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        var problems = check.in(flow);
        boolean on = stored.flatMap(StoredFlow::live).isPresent();
        // A missing connection may be added here afterwards; until then the flow cannot be switched on.
        boolean broken = problems.stream()
                .anyMatch(problem -> problem.isError() && (on || !problem.key().equals("problem.account.unknown")));
        if (broken) {
            return refused(problems);
        }
        try {
            flows.save(flow, stored.map(StoredFlow::revision).orElse(0L));
        } catch (FlowChangedElsewhere _) {
            return conflict(flows.find(flow.id()));
        }
        if (on) {
            flows.switchOn(flow.id());
            live.reload();
        }
        return flows.find(flow.id())
                .map(saved -> marked(
                        Answer.json(
                                stored.isEmpty() ? 201 : 200,
                                Value.fields("id", Value.of(flow.id()), "version", Value.of(FlowJson.identity(flow)))
                                        .with("on", Value.of(on))
                                        .with("problems", value(problems))),
                        saved))
                .orElseGet(() -> unknown(asked));
    }

    /// A change must say which version it was made from, so that nobody's work is overwritten unseen.
    private Optional<Answer> conflict(Asked asked, Optional<StoredFlow> stored) {
        var based = asked.header("if-match").map(ServerApi::unquoted);
        if (stored.isEmpty()) {
            return based.isPresent() ? Optional.of(conflict(stored)) : Optional.empty();
        }
        if (based.isEmpty()) {
            boolean mustBeNew = asked.header("if-none-match").isPresent();
            return Optional.of(
                    mustBeNew
                            ? conflict(stored)
                            : Answer.problem(428, texts.text("http.428"), texts.text("http.if-match")));
        }
        return based.get().equals(FlowJson.identity(stored.get().flow()))
                ? Optional.empty()
                : Optional.of(conflict(stored));
    }

    private Answer conflict(Optional<StoredFlow> stored) {
        var theirs = stored.map(flow -> FlowJson.identity(flow.flow())).orElse("");
        var answer = Answer.problem(
                412, Value.fields("current", Value.of(theirs)), texts.text("http.412"), texts.text("http.changed"));
        return theirs.isEmpty() ? answer : answer.with("ETag", quoted(theirs));
    }

    private static String unquoted(String tag) {
        return tag.replace("\"", "").strip();
    }

    private static String quoted(String tag) {
        return "\"" + tag + "\"";
    }

    private Answer turn(Asked asked, boolean on) {
        var stored = flows.find(asked.part("id"));
        if (stored.isEmpty()) {
            return unknown(asked);
        }
        var problems = check.in(stored.get().flow());
        if (on && problems.stream().anyMatch(Problem::isError)) {
            return refused(problems);
        }
        boolean done = on ? flows.switchOn(asked.part("id")) : flows.switchOff(asked.part("id"));
        live.reload();
        return done
                ? Answer.json(200, Value.fields("id", Value.of(asked.part("id")), "on", Value.of(on)))
                : unknown(asked);
    }

    private static Answer marked(Answer answer, StoredFlow flow) {
        return answer.with("ETag", quoted(FlowJson.identity(flow.flow())))
                .with("Signalbox-State", flow.live().isPresent() ? "on" : "off");
    }

    private Answer refused(List<Problem> problems) {
        return Answer.problem(
                422, Value.fields("problems", value(problems)), texts.text("http.422"), texts.text("http.problems"));
    }

    private Value.Items value(List<Problem> problems) {
        var words = Texts.of(Problem.class, texts.language());
        return new Value.Items(problems.stream()
                .<Value>map(problem -> Value.fields(
                                "severity", Value.of(problem.isError() ? "error" : "warning"),
                                "node",
                                        Value.of(problem.node()
                                                .map(id -> id.value())
                                                .orElse("")))
                        .with("field", Value.of(problem.field()))
                        .with("text", Value.of(problem.text(words)))
                        .with("fix", Value.of(problem.fix(words))))
                .toList());
    }

    private Answer unknown(Asked asked) {
        return Answer.problem(404, texts.text("http.404"), texts.text("http.no-flow", asked.part("id")));
    }
}
