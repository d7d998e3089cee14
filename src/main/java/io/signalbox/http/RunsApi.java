package io.signalbox.http;

import io.signalbox.access.Actor;
import io.signalbox.access.Audit;
import io.signalbox.access.Scope;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Archive;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.RunView;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `/api/v1/runs` and `/api/v1/dead`: what became of events, and once more for what failed. What came from outside is
/// shown only to a token that may read it, and that is written into the audit trail.
final class RunsApi {
    private static final String RUNS = "/api/v1/runs";

    private static final Set<RunState> GIVEN_UP = Set.of(RunState.DEAD, RunState.FAILED);

    private final RunStore runs;
    private final Archive archive;
    private final DeadList dead;
    private final FlowStore flows;
    private final Connectors connectors;
    private final Audit audit;
    private final Texts texts;

    RunsApi(
            RunStore runs,
            Archive archive,
            DeadList dead,
            FlowStore flows,
            Connectors connectors,
            Audit audit,
            Texts texts) {
        this.runs = runs;
        this.archive = archive;
        this.dead = dead;
        this.flows = flows;
        this.connectors = connectors;
        this.audit = audit;
        this.texts = texts;
    }

    List<Route> routes() {
        var read = new Route.Needs(Scope.RUN_READ);
        var replay = new Route.Needs(Scope.RUN_REPLAY);
        return List.of(
                new Route(
                        "GET",
                        RUNS,
                        read,
                        this::list,
                        Route.Notes.of("listRuns", "Runs, newest first")
                                .asks("flow", "state", "from", "event", "cursor", "limit")
                                .gives(200, "RunPage")),
                new Route(
                        "GET",
                        RUNS + "/{id}",
                        read,
                        this::get,
                        Route.Notes.of(
                                        "readRun",
                                        "Per node input, output, each clause's value and the attempts; what came from outside only with run.payload.read")
                                .gives(200, "Run")),
                new Route(
                        "POST",
                        RUNS + "/{id}/retry",
                        replay,
                        this::retry,
                        Route.Notes.of("retryRun", "Has a run that failed run once more")
                                .takes("Retry")
                                .gives(202, "Replayed")),
                new Route(
                        "GET",
                        "/api/v1/dead",
                        read,
                        this::dead,
                        Route.Notes.of("listDead", "Runs that were given up and wait for a decision, newest first")
                                .asks("flow", "reason", "state", "from", "until", "cursor", "limit")
                                .gives(200, "RunPage")),
                new Route(
                        "POST",
                        "/api/v1/dead/replay",
                        replay,
                        this::replay,
                        Route.Notes.of("replayDead", "Has several of them run once more")
                                .takes("ReplayDead")
                                .gives(202, "Replayed")),
                new Route(
                        "POST",
                        "/api/v1/dead/discard",
                        replay,
                        this::discard,
                        Route.Notes.of("discardDead", "Takes several off the list; they stay failed")
                                .takes("Ids")
                                .gives(200, "Discarded")));
    }

    private static boolean readsPayload() {
        return Actor.current().allows(Scope.RUN_PAYLOAD_READ);
    }

    private Answer list(Asked asked) {
        var page = Page.of(asked);
        var event = asked.query().getOrDefault("event", "");
        var filter = Archive.Filter.of(
                asked.query().getOrDefault("flow", ""),
                states(asked.query().getOrDefault("state", "")),
                Page.time(asked, "from"),
                event.isEmpty() ? "" : Page.id("event", event));
        return page.answer(archive.runs(filter, page.row(), page.limit() + 1), view()::row, RunSummary::id);
    }

    /// Several are separated by commas.
    private static Set<RunState> states(String names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(names.split(",", -1))
                .map(name -> Arrays.stream(RunState.values())
                        .filter(state -> state.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new Page.Unfit("state", name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private RunView view() {
        return new RunView(flows, connectors, texts.language(), readsPayload());
    }

    private Answer get(Asked asked) {
        var id = Page.id("id", asked.part("id"));
        var run = runs.find(id);
        if (run.isEmpty()) {
            return unknown(id);
        }
        if (readsPayload()) {
            audit.record(Audit.Deed.of("payload.read", "run " + id));
        }
        return Answer.json(200, view().whole(run.get()));
    }

    private Answer retry(Asked asked) {
        var id = Page.id("id", asked.part("id"));
        if (runs.find(id).isEmpty()) {
            return unknown(id);
        }
        return replayed(List.of(id), body(asked));
    }

    private Answer replay(Asked asked) {
        var body = body(asked);
        return replayed(ids(body), body);
    }

    private Answer replayed(List<String> ids, Value body) {
        boolean asNew = body.at("asNew") instanceof Value.Truth(var truth) && truth;
        var edited = body.at("data").isMissing() ? Optional.<Value>empty() : Optional.of(body.at("data"));
        ids.forEach(id -> audit.record(Audit.Deed.of(edited.isPresent() ? "run.replay-edited" : "run.replay", id)));
        var started = new LinkedHashMap<String, String>();
        if (edited.isPresent()) {
            ids.forEach(id -> started.putAll(dead.replay(id, edited.get()).started()));
        } else {
            started.putAll(dead.replay(ids, asNew).started());
        }
        if (started.isEmpty()) {
            return Answer.problem(409, texts.text("http.409"), texts.text("http.not-replayed"));
        }
        return Answer.json(202, Value.fields("replayed", Value.texts(List.copyOf(started.values()))));
    }

    private Answer dead(Asked asked) {
        var page = Page.of(asked);
        var states = states(asked.query().getOrDefault("state", "dead,failed"));
        if (!GIVEN_UP.containsAll(states)) {
            throw new Page.Unfit("state", asked.query().getOrDefault("state", ""));
        }
        var filter = new DeadList.Filter(
                asked.query().getOrDefault("flow", ""),
                asked.query().getOrDefault("reason", ""),
                Page.time(asked, "from"),
                Page.time(asked, "until"),
                states);
        return page.answer(dead.page(filter, page.row(), page.limit() + 1).runs(), view()::row, RunSummary::id);
    }

    private Answer discard(Asked asked) {
        var ids = ids(body(asked));
        ids.forEach(id -> audit.record(Audit.Deed.of("run.discard", id)));
        return Answer.json(200, Value.fields("discarded", Value.of(dead.discard(ids))));
    }

    private static List<String> ids(Value body) {
        var ids = body.at("ids").asItems().stream()
                .map(id -> Page.id("ids", id.asText()))
                .toList();
        if (ids.isEmpty() || ids.size() > 1_000) {
            throw new Page.Unfit("ids", String.valueOf(ids.size()));
        }
        return ids;
    }

    private static Value body(Asked asked) {
        try {
            return asked.body().isEmpty()
                    ? Value.Fields.empty()
                    : Json.parse(asked.body().bytes());
        } catch (JsonProblem problem) {
            throw new Page.Unread(problem);
        }
    }

    private Answer unknown(String id) {
        return Answer.problem(404, texts.text("http.404"), texts.text("http.no-run", id));
    }
}
