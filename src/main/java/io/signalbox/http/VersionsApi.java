package io.signalbox.http;

import io.signalbox.access.Account;
import io.signalbox.access.Scope;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Archive;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Preview;
import io.signalbox.engine.StoredFlow;
import io.signalbox.engine.TraceView;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// `/api/v1/flows/{id}/…`: the versions a flow ran in, the way back to one, and what it would send.
final class VersionsApi {
    private static final String ONE = "/api/v1/flows/{id}";

    private final FlowStore flows;
    private final LiveFlows live;
    private final Archive archive;
    private final Connectors connectors;
    private final Function<String, Optional<Account>> accounts;
    private final InstantSource clock;
    private final Texts texts;

    VersionsApi(
            FlowStore flows,
            LiveFlows live,
            Archive archive,
            Connectors connectors,
            Function<String, Optional<Account>> accounts,
            InstantSource clock,
            Texts texts) {
        this.flows = flows;
        this.live = live;
        this.archive = archive;
        this.connectors = connectors;
        this.accounts = accounts;
        this.clock = clock;
        this.texts = texts;
    }

    List<Route> routes() {
        var read = new Route.Needs(Scope.FLOW_READ);
        return List.of(
                new Route(
                        "GET",
                        ONE + "/versions",
                        read,
                        this::list,
                        Route.Notes.of("listVersions", "The versions that were switched on, newest first")
                                .gives(200, "VersionPage")),
                new Route(
                        "GET",
                        ONE + "/versions/{n}",
                        read,
                        this::get,
                        Route.Notes.of("readVersion", "The flow as it was in one version")
                                .gives(200, "Flow")),
                new Route(
                        "POST",
                        ONE + "/rollback",
                        new Route.Needs(Scope.FLOW_DEPLOY),
                        this::rollBack,
                        Route.Notes.of("rollBack", "Makes an earlier version the flow again, and what runs if it is on")
                                .takes("Rollback")
                                .gives(200, "Taken")),
                new Route(
                        "POST",
                        ONE + "/preview",
                        new Route.Needs(Scope.FLOW_RUN),
                        this::preview,
                        Route.Notes.of("previewFlow", "What one event would lead to; nothing is sent")
                                .takes("PreviewRequest")
                                .gives(200, "Preview")));
    }

    private Answer list(Asked asked) {
        var stored = flows.find(asked.part("id"));
        var versions = archive.versions(asked.part("id"));
        if (stored.isEmpty() && versions.isEmpty()) {
            return unknown(asked);
        }
        long running = stored.flatMap(StoredFlow::live)
                .map(StoredFlow.LiveVersion::number)
                .orElse(0L);
        var rows = versions.stream()
                .<Value>map(version -> Value.fields(
                                "number", Value.of(version.number()), "version", Value.of(version.identity()))
                        .with("madeAt", Value.of(version.madeAt().toString()))
                        .with("running", Value.of(version.number() == running)))
                .toList();
        return Answer.json(200, Value.fields("items", new Value.Items(rows)));
    }

    private Answer get(Asked asked) {
        return number(asked.part("n"))
                .flatMap(number -> flows.version(asked.part("id"), number))
                .map(flow -> Answer.text(200, "application/json", FlowJson.write(flow))
                        .with("ETag", Tags.quoted(FlowJson.identity(flow))))
                .orElseGet(() -> noVersion(asked, asked.part("n")));
    }

    private Answer rollBack(Asked asked) {
        var stored = flows.find(asked.part("id"));
        if (stored.isEmpty()) {
            return unknown(asked);
        }
        var tags = new Tags(texts);
        if (!tags.isBasedOn(asked, stored.get())) {
            return tags.conflict(asked, stored);
        }
        Value body;
        try {
            body = asked.body().isEmpty()
                    ? Value.Fields.empty()
                    : Json.parse(asked.body().bytes());
        } catch (JsonProblem problem) {
            throw new Page.Unread(problem);
        }
        var wanted = body.at("version").isMissing()
                ? before(stored.get())
                : number(body.at("version").asText());
        var flow = wanted.flatMap(number -> flows.version(asked.part("id"), number));
        if (flow.isEmpty()) {
            return noVersion(asked, body.at("version").asText());
        }
        return take(asked, stored.get(), flow.get());
    }

    /// The newest version that does something else than what is drawn.
    private Optional<Long> before(StoredFlow stored) {
        var drawn = FlowJson.identity(stored.flow());
        return archive.versions(stored.flow().id()).stream()
                .filter(version -> !version.identity().equals(drawn))
                .map(Archive.Version::number)
                .findFirst();
    }

    private Answer take(Asked asked, StoredFlow stored, Flow flow) {
        try {
            flows.save(flow, stored.revision());
        } catch (FlowChangedElsewhere _) {
            return new Tags(texts).conflict(asked, flows.find(flow.id()));
        }
        boolean on = stored.live().isPresent();
        if (on) {
            flows.switchOn(flow.id());
            live.reload();
        }
        var answer = Value.fields("id", Value.of(flow.id()), "version", Value.of(FlowJson.identity(flow)))
                .with("on", Value.of(on));
        return flows.find(flow.id())
                .map(now -> Tags.marked(Answer.json(200, answer), now))
                .orElseGet(() -> unknown(asked));
    }

    private Answer preview(Asked asked) {
        var stored = flows.find(asked.part("id"));
        if (stored.isEmpty()) {
            return unknown(asked);
        }
        var flow = stored.get().flow();
        Value body;
        try {
            body = Json.parse(asked.body().bytes());
        } catch (JsonProblem problem) {
            throw new Page.Unread(problem);
        }
        Map<NodeId, Value> replies = new LinkedHashMap<>(flow.samples().stream()
                .findFirst()
                .map(Sample::replies)
                .<Map<NodeId, Value>>map(map -> map)
                .orElse(Map.of()));
        for (var reply : body.at("replies").asFields().fields().entrySet()) {
            if (!NodeId.isValid(reply.getKey())) {
                throw new Page.Unfit("replies", reply.getKey());
            }
            replies.put(new NodeId(reply.getKey()), reply.getValue());
        }
        try {
            var event = EventForms.read(body.at("event")).accepted("preview", clock.instant());
            var result = new Preview(connectors, accounts).of(flow, event, replies);
            var view = new TraceView(flow, connectors, texts.language(), true);
            return Answer.json(
                    200,
                    Value.fields("nodes", view.nodes(result.trace()), "wires", view.wires(result.wires()))
                            .with("requests", view.requests(result.messages()))
                            .with("fetches", view.requests(result.fetches()))
                            .with("failed", Value.of(result.end().failed())));
        } catch (EventProblem problem) {
            return Answer.problem(
                    422,
                    Value.fields("member", Value.of("event." + problem.member())),
                    texts.text("http.422"),
                    texts.text(problem.key(), problem.member()));
        }
    }

    private static Optional<Long> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private Answer unknown(Asked asked) {
        return Answer.problem(404, texts.text("http.404"), texts.text("http.no-flow", asked.part("id")));
    }

    private Answer noVersion(Asked asked, String number) {
        return Answer.problem(404, texts.text("http.404"), texts.text("http.no-version", asked.part("id"), number));
    }
}
