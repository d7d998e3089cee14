package io.signalbox.http;

import io.signalbox.access.Scope;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `/api/v1/flows`: flows come and go. A change names the version it was made from.
final class FlowsApi {
    private static final String FLOWS = "/api/v1/flows";
    private static final String ONE = FLOWS + "/{id}";
    private static final Route.Guard READ = new Route.Needs(Scope.FLOW_READ);
    private static final Route.Guard DEPLOY = new Route.Needs(Scope.FLOW_DEPLOY);

    private final FlowStore flows;
    private final LiveFlows live;
    private final FlowCheck check;
    private final Texts texts;

    FlowsApi(FlowStore flows, LiveFlows live, FlowCheck check, Texts texts) {
        this.flows = flows;
        this.live = live;
        this.check = check;
        this.texts = texts;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        FLOWS,
                        READ,
                        this::list,
                        Route.Notes.of("listFlows", "All flows, by id")
                                .asks("cursor", "limit")
                                .gives(200, "FlowPage")),
                new Route(
                        "GET",
                        ONE,
                        READ,
                        this::get,
                        Route.Notes.of("readFlow", "A flow as it is drawn; its version is the ETag")
                                .gives(200, "Flow")),
                new Route(
                        "PUT",
                        ONE,
                        DEPLOY,
                        this::put,
                        Route.Notes.of("putFlow", "Takes a flow; If-Match names the version it was made from")
                                .takes("Flow")
                                .gives(200, "Taken")
                                .gives(201, "Taken")),
                new Route(
                        "DELETE",
                        ONE,
                        DEPLOY,
                        this::remove,
                        Route.Notes.of("removeFlow", "Removes a flow; its runs and versions stay")
                                .gives(204, "")),
                new Route(
                        "POST",
                        ONE + "/enable",
                        DEPLOY,
                        asked -> turn(asked, true),
                        Route.Notes.of("enableFlow", "Makes the flow as drawn what runs")
                                .gives(200, "Switched")),
                new Route(
                        "POST",
                        ONE + "/disable",
                        DEPLOY,
                        asked -> turn(asked, false),
                        Route.Notes.of("disableFlow", "Stops the flow; what is under way sends nothing more")
                                .gives(200, "Switched")));
    }

    private Answer list(Asked asked) {
        var page = Page.of(asked);
        var rows = flows.all().stream()
                .sorted(Comparator.comparing(stored -> stored.flow().id()))
                .filter(stored -> stored.flow().id().compareTo(page.cursor()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return page.answer(rows, FlowsApi::row, stored -> stored.flow().id());
    }

    private static Value row(StoredFlow stored) {
        return Value.fields(
                        "id", Value.of(stored.flow().id()),
                        "name", Value.of(stored.flow().name()))
                .with("version", Value.of(FlowJson.identity(stored.flow())))
                .with("on", Value.of(stored.live().isPresent()))
                .with("paused", Value.of(stored.isPaused()))
                .with(
                        "running",
                        Value.of(stored.live()
                                .map(StoredFlow.LiveVersion::identity)
                                .orElse("")))
                .with("savedAt", Value.of(stored.savedAt().toString()));
    }

    private Answer remove(Asked asked) {
        var stored = flows.find(asked.part("id"));
        if (stored.isEmpty()) {
            return unknown(asked);
        }
        var tags = new Tags(texts);
        if (!tags.isBasedOn(asked, stored.get())) {
            return tags.conflict(asked, stored);
        }
        flows.remove(asked.part("id"));
        live.reload();
        return new Answer(204, "", Map.of(), "");
    }

    private Answer get(Asked asked) {
        var stored = flows.find(asked.part("id"));
        return stored.map(flow -> Tags.marked(Answer.text(200, "application/json", FlowJson.write(flow.flow())), flow))
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
        var tags = new Tags(texts);
        var conflict = tags.missing(asked, stored);
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
            return tags.conflict(asked, flows.find(flow.id()));
        }
        if (on) {
            flows.switchOn(flow.id());
            live.reload();
        }
        return flows.find(flow.id())
                .map(saved -> Tags.marked(
                        Answer.json(
                                stored.isEmpty() ? 201 : 200,
                                Value.fields("id", Value.of(flow.id()), "version", Value.of(FlowJson.identity(flow)))
                                        .with("on", Value.of(on))
                                        .with("problems", value(problems))),
                        saved))
                .orElseGet(() -> unknown(asked));
    }

    private Answer turn(Asked asked, boolean on) {
        var stored = flows.find(asked.part("id"));
        if (stored.isEmpty()) {
            return unknown(asked);
        }
        var tags = new Tags(texts);
        if (!tags.isBasedOn(asked, stored.get())) {
            return tags.conflict(asked, stored);
        }
        var problems = check.in(stored.get().flow());
        if (on && problems.stream().anyMatch(Problem::isError)) {
            return refused(problems);
        }
        boolean done = on ? flows.switchOn(asked.part("id")) : flows.switchOff(asked.part("id"));
        live.reload();
        var answer = Answer.json(
                200,
                Value.fields("id", Value.of(asked.part("id")), "on", Value.of(on))
                        .with("problems", on ? value(problems) : new Value.Items(List.of())));
        return flows.find(asked.part("id"))
                .filter(_ -> done)
                .map(flow -> Tags.marked(answer, flow))
                .orElseGet(() -> unknown(asked));
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
