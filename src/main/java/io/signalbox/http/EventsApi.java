package io.signalbox.http;

import io.signalbox.access.Actor;
import io.signalbox.access.Audit;
import io.signalbox.access.Scope;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Archive;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunView;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/api/v1/events`: what was accepted, and once more.
final class EventsApi {
    private static final String EVENTS = "/api/v1/events";

    /// Of one event: a run for each flow.
    private static final int MOST_RUNS = 1_000;

    private final EventLog log;
    private final Archive archive;
    private final RunStore runs;
    private final Inbox inbox;
    private final FlowStore flows;
    private final Connectors connectors;
    private final Audit audit;
    private final Texts texts;

    EventsApi(
            EventLog log,
            Archive archive,
            RunStore runs,
            Inbox inbox,
            FlowStore flows,
            Connectors connectors,
            Audit audit,
            Texts texts) {
        this.log = log;
        this.archive = archive;
        this.runs = runs;
        this.inbox = inbox;
        this.flows = flows;
        this.connectors = connectors;
        this.audit = audit;
        this.texts = texts;
    }

    List<Route> routes() {
        var read = new Route.Needs(Scope.RUN_READ);
        return List.of(
                new Route(
                        "GET",
                        EVENTS,
                        read,
                        this::list,
                        Route.Notes.of(
                                        "listEvents",
                                        "Accepted events, newest first; payload=true adds their data and needs run.payload.read")
                                .asks("cursor", "limit", "payload")
                                .gives(200, "EventPage")),
                new Route(
                        "GET",
                        EVENTS + "/{id}",
                        read,
                        this::get,
                        Route.Notes.of("readEvent", "One event; its data only with run.payload.read")
                                .gives(200, "Event")),
                new Route(
                        "POST",
                        EVENTS + "/{id}/replay",
                        new Route.Needs(Scope.RUN_REPLAY),
                        this::replay,
                        Route.Notes.of("replayEvent", "Accepts a copy of it, for every flow it means something to now")
                                .gives(202, "Receipt")));
    }

    private Answer list(Asked asked) {
        var page = Page.of(asked);
        boolean payload = asked.query().getOrDefault("payload", "").equals("true");
        if (payload && !Actor.current().allows(Scope.RUN_PAYLOAD_READ)) {
            return Answer.problem(403, texts.text("http.403"), texts.text("http.scope", Scope.RUN_PAYLOAD_READ.key()));
        }
        var part = archive.events(page.row(), page.limit());
        if (payload) {
            audit.record(Audit.Deed.of("payload.read", "events up to " + page.limit()));
        }
        return Page.answer(part.events(), part.more(), event -> shown(event, payload), Event::id);
    }

    private Answer get(Asked asked) {
        var event = find(asked);
        boolean payload = Actor.current().allows(Scope.RUN_PAYLOAD_READ);
        if (event.isPresent() && payload) {
            audit.record(Audit.Deed.of("payload.read", "event " + event.get().id()));
        }
        return event.map(found -> Answer.json(200, shown(found, payload))).orElseGet(() -> unknown(asked));
    }

    private Value.Fields shown(Event event, boolean payload) {
        return new RunView(flows, connectors, texts.language(), payload).event(event, log.state(event.id()));
    }

    private Answer replay(Asked asked) {
        var event = find(asked);
        if (event.isEmpty()) {
            return unknown(asked);
        }
        if (event.get().removedAt().isPresent()) {
            return Answer.problem(409, texts.text("http.409"), RunView.removed(event.get(), texts.language()));
        }
        var filter =
                Archive.Filter.of("", Set.of(), Optional.empty(), event.get().id());
        var former = new LinkedHashMap<String, NodeId>();
        archive.runs(filter, "", MOST_RUNS)
                .forEach(run -> runs.find(run.id()).ifPresent(found -> former.put(run.flow(), found.trigger())));
        audit.record(Audit.Deed.of("event.replay", event.get().id()));
        return Answer.json(202, EventListener.value(inbox.again(event.get(), former)));
    }

    private Optional<Event> find(Asked asked) {
        return log.find(Page.id("id", asked.part("id")));
    }

    private Answer unknown(Asked asked) {
        return Answer.problem(404, texts.text("http.404"), texts.text("http.no-event", asked.part("id")));
    }
}
